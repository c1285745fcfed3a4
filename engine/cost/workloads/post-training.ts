import { requirePositive } from '../require-positive.ts'
import type { WorkMultiple } from './work-multiple.ts'

/**
 * Accelerator-hours of post-training by reinforcement learning, relative to pre-training's.
 *
 * DeepSeek-V3 spent 5 of 2,664 thousand hours (2024), R1 147 of 2,788 thousand (5 %, 2025), V3.2 more than 10 % of
 * pre-training (2025). Large laboratories are said to come near to pre-training itself; that bound is assumed.
 */
export const reinforcementHours: WorkMultiple = {
  low: 0.002,
  mid: 0.1,
  high: 1,
  source:
    'DeepSeek-AI: arXiv 2412.19437, table 1; Nature 645 (2025), DeepSeek-R1, supplement; arXiv 2512.02556; high: assumption',
}

/** Post-training by reinforcement learning, in tokens. */
export interface Reinforcement {
  /** Parameters that a token meets. */
  readonly parameters: number
  /** Tokens of all answers written. */
  readonly rolloutTokens: number
  /** Share of them that the policy is trained on; answers that all failed or all succeeded teach nothing. */
  readonly trainedShare: number
  /** True if a frozen copy reads each answer, to keep the policy near to it. */
  readonly hasReference: boolean
}

/**
 * FLOP of post-training by reinforcement learning: each token is written (2 a parameter), perhaps read by a reference
 * (2) and trained on (6).
 *
 * The writing takes more hours than its share of FLOP: see `estimateInference`, whose tokens a second are for it.
 * Throws: RangeError for a count that is not positive, or a share outside 0 to 1.
 * @example reinforcementFlop({ parameters: 1e9, rolloutTokens: 1e9, trainedShare: 0.5, hasReference: true }) // => 7e18
 */
export function reinforcementFlop(run: Reinforcement): number {
  requirePositive('reinforcementFlop', 'parameters', run.parameters)
  requirePositive('reinforcementFlop', 'rolloutTokens', run.rolloutTokens)
  if (!(run.trainedShare >= 0 && run.trainedShare <= 1))
    throw new RangeError(`reinforcementFlop: trainedShare must be between 0 and 1, got ${run.trainedShare}`)
  const perToken = 2 + (run.hasReference ? 2 : 0) + 6 * run.trainedShare
  return run.parameters * run.rolloutTokens * perToken
}
