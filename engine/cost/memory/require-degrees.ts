import type { Layout } from '../plan/layout.ts'
import { requirePositive } from '../require-positive.ts'

/** Refuses a layout of which a degree or a batch is not positive and finite, naming function, field and value. */
export function requireDegrees(caller: string, layout: Layout): void {
  requirePositive(caller, 'layout.tensor', layout.tensor)
  requirePositive(caller, 'layout.pipeline', layout.pipeline)
  requirePositive(caller, 'layout.data', layout.data)
  requirePositive(caller, 'layout.expert', layout.expert)
  requirePositive(caller, 'layout.context', layout.context)
  requirePositive(caller, 'layout.interleave', layout.interleave)
  requirePositive(caller, 'layout.microBatch', layout.microBatch)
  requirePositive(caller, 'layout.globalBatch', layout.globalBatch)
}
