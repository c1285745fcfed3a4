import {
  softwareOfYear,
  waysToFit,
  type TrainingEstimate,
  type TrainingRequest,
  type WayToFit,
} from '../../engine/cost/index.ts'
import type { FitChange } from './cost-report.ts'

const mostChanges = 3

const toChange = ({ change, acceleratorCount, memoryBytes, slowdown }: WayToFit): FitChange => ({
  part: change.part,
  from: String(change.from),
  to: String(change.to),
  gpus: acceleratorCount,
  memoryBytes,
  slowdown,
})

/** Up to three single changes with which a run that does not fit would, the cheapest first. */
export const findChanges = (
  request: TrainingRequest,
  { fits, layout }: TrainingEstimate,
): readonly FitChange[] => {
  if (fits) return []
  const { transformer, accelerator, precision, year } = request
  const software = { ...softwareOfYear(year), ...request.software }
  return waysToFit({ transformer, accelerator, precision, layout, software })
    .slice(0, mostChanges)
    .map(toChange)
}
