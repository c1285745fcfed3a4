import { requirePositive } from '../require-positive.ts'

/** Years between which the published batches lie: later ones are taken for the last. */
const firstYear = 2020
const lastYear = 2025

/** What a batch is typical for. */
export interface BatchOccasion {
  /** Weights that one token meets. */
  readonly activeParameters: number
  /** Tokens that the model sees. */
  readonly tokens: number
  /** Year of the run, with a fraction. */
  readonly year: number
}

/**
 * Tokens in one step that published runs have used: a power law in the model's active weights and in the tokens it
 * sees, and growth by a third a year, fitted by least squares of logarithms to 54 published runs from 125M to 540B.
 * Half of them lie within a factor of 1.5 and nine in ten within 2.2. Batches could often be larger without harm: the critical batch
 * grows about as the square root of the tokens and hardly with the model.
 *
 * Units: tokens.
 * Throws: RangeError for arguments that are not positive and finite.
 * Source: Brown et al. 2020, GPT-3, arXiv 2005.14165, table 2.1, and 46 other runs, listed in
 * `test/engine/cost/run/published-batches.ts`; critical batch: Zhang et al. 2024, arXiv 2410.21676.
 * @example Math.round(typicalBatchTokens({ activeParameters: 1e9, tokens: 1e12, year: 2022 }) / 1e4) // => 173
 */
export function typicalBatchTokens({ activeParameters, tokens, year }: BatchOccasion): number {
  requirePositive('typicalBatchTokens', 'activeParameters', activeParameters)
  requirePositive('typicalBatchTokens', 'tokens', tokens)
  requirePositive('typicalBatchTokens', 'year', year)
  const sizes = 0.213 * Math.log(activeParameters / 1e9) + 0.179 * Math.log(tokens / 1e12)
  const years = Math.min(lastYear, Math.max(firstYear, year)) - 2022
  return Math.min(tokens, 1.73e6 * Math.exp(sizes + 0.292 * years))
}

/** How far a batch may leave the typical one for the sake of the copies, as a share. Assumption, 0.1 to 0.3. */
const nearEnough = 0.2

/** The multiple of a unit that is nearest to a value, at least one. */
const nearestMultiple = (value: number, unit: number): number => unit * Math.max(1, Math.round(value / unit))

/**
 * Accelerators that are to divide a batch: all, or as large a part of them, halved again and again, as has a multiple
 * near the batch; 1 if none has.
 */
function sharingUnit(sequences: number, acceleratorCount: number): number {
  for (let unit = acceleratorCount; Number.isInteger(unit); unit /= 2)
    if (Math.abs(nearestMultiple(sequences, unit) / sequences - 1) <= nearEnough) return unit
  return 1
}

/**
 * Sequences in one step, within a fifth of the typical number of tokens, such that many numbers of copies divide it:
 * a multiple of as many of the accelerators as allow that, and of a power of two that is about a sixteenth of it.
 *
 * Throws: RangeError for arguments that are not positive and finite, and for a count that is not whole.
 * @example typicalGlobalBatch({ activeParameters: 7e9, tokens: 2e12, year: 2023 }, 4096, 1280) // => 960
 */
export function typicalGlobalBatch(
  occasion: BatchOccasion,
  sequenceLength: number,
  acceleratorCount: number,
): number {
  requirePositive('typicalGlobalBatch', 'sequenceLength', sequenceLength)
  if (!(Number.isSafeInteger(acceleratorCount) && acceleratorCount >= 1))
    throw new RangeError(
      `typicalGlobalBatch: acceleratorCount must be a whole number above 0, got ${acceleratorCount}`,
    )
  const sequences = typicalBatchTokens(occasion) / sequenceLength
  let unit = sharingUnit(sequences, acceleratorCount)
  while (16 * unit * Math.SQRT2 < sequences) unit *= 2
  return nearestMultiple(sequences, unit)
}
