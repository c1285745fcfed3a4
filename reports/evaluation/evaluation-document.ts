import type { EvaluatedRow, Evaluation } from './evaluation.ts'
import { sayOf } from './messages.ts'
import { notesOf } from './notes-of.ts'
import { reasonText } from './reason-text.ts'

const rowOf = ({ id, set, tier, index, quantity, predicted, ...rest }: EvaluatedRow): object => {
  const { p10, p50, p90 } = predicted
  const { reported, error, standIn, standInReason, isProgramKnown } = rest
  const facts = { standIn, standInReason, isProgramKnown }
  return { id, set, tier, index, quantity, predicted: { p10, p50, p90 }, reported, error, ...facts }
}

/**
 * The document `froth.evaluate/1`: every prediction in the order of the file, what was skipped and why, the summary.
 * Reasons are in English in every language, like all that programs read.
 */
export function evaluationDocument(evaluation: Evaluation): object {
  const { rows, skipped, summary, memoryVerdicts } = evaluation
  return {
    schema: 'froth.evaluate/1',
    rows: rows.map(rowOf),
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
    notes: notesOf(evaluation).map((note) => sayOf('en', note)),
  }
}
