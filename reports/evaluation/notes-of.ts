import type { Evaluation } from './evaluation.ts'
import type { EvaluationWord } from './messages.ts'

/** What a reader of the figures has to know before trusting them, in the order in which it is said. */
export function notesOf({ summary }: Evaluation): readonly EvaluationWord[] {
  return ['fittedNote', ...(summary.energyMwh === undefined ? [] : (['energyNote'] as const))]
}
