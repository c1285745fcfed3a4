import { requirePositive } from '../require-positive.ts'

/**
 * Work of training all weights further, relative to the run that made them: a token costs the same in both.
 *
 * Throws: RangeError unless both are positive and finite.
 * @example fineTuningMultiple(1e9, 2e12) // => 0.0005
 */
export function fineTuningMultiple(fineTuningTokens: number, trainingTokens: number): number {
  requirePositive('fineTuningMultiple', 'fineTuningTokens', fineTuningTokens)
  requirePositive('fineTuningMultiple', 'trainingTokens', trainingTokens)
  return fineTuningTokens / trainingTokens
}
