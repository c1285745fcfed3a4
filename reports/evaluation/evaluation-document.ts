import type { Evaluation } from './evaluation.ts'
import { reasonText } from './reason-text.ts'

/**
 * The document `froth.evaluate/1`: every prediction in the order of the file, what was skipped and why, the summary.
 * Reasons are in English in every language, like all that programs read.
 */
export function evaluationDocument(evaluation: Evaluation): object {
  const { rows, skipped, summary, memoryVerdicts } = evaluation
  return {
    schema: 'froth.evaluate/1',
    rows: rows.map(({ id, set, tier, index, quantity, predicted, reported, error, standIn }) => {
      const { p10, p50, p90 } = predicted
      return { id, set, tier, index, quantity, predicted: { p10, p50, p90 }, reported, error, standIn }
    }),
    skipped: skipped.map(({ id, set, tier, index, quantity, reason }) => ({
      id,
      set,
      tier,
      index,
      quantity,
      reason: reasonText(reason, 'en'),
    })),
    summary,
    outOfMemory: memoryVerdicts,
  }
}
