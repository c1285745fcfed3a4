import { requirePositive } from '../require-positive.ts'

/** Repetitions after which a repeated token has lost most of its worth. */
const repetitionScale = 15.39

/**
 * Fresh tokens that are worth as much as some tokens read several times over: up to four epochs they are worth
 * nearly all of them, after forty another pass is worth less than a tenth.
 *
 * Choose it to compare runs on scarce data; the work of a run counts all epochs in full.
 * Throws: RangeError unless `uniqueTokens` is positive and `epochs` at least 1, both finite.
 * Source: Muennighoff et al. 2023, arXiv 2305.16264, equation 5, fitted on models up to 9B.
 * @example effectiveTokens(1e9, 1) // => 1e9
 */
export function effectiveTokens(uniqueTokens: number, epochs: number): number {
  requirePositive('effectiveTokens', 'uniqueTokens', uniqueTokens)
  if (!(epochs >= 1 && epochs < Infinity))
    throw new RangeError(`effectiveTokens: epochs must be at least 1 and finite, got ${epochs}`)
  return uniqueTokens * (1 + repetitionScale * (1 - Math.exp((1 - epochs) / repetitionScale)))
}
