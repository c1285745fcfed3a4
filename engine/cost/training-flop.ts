import { requirePositive } from './require-positive.ts'

/**
 * Floating-point operations that training a dense transformer takes: two a parameter and token forwards, four
 * backwards. Leaves out attention over the context, which adds a few per cent at usual lengths.
 *
 * Units: `parameters` active ones, `tokens` seen (repeated epochs count again), result in FLOP.
 * Throws: RangeError unless both are positive and finite.
 * Source: Kaplan et al. 2020, Scaling laws for neural language models, section 2.1, arXiv 2001.08361.
 * @example trainingFlop(70e9, 2e12) // => 8.4e23
 */
export function trainingFlop(parameters: number, tokens: number): number {
  requirePositive('trainingFlop', 'parameters', parameters)
  requirePositive('trainingFlop', 'tokens', tokens)
  return 6 * parameters * tokens
}
