import { normalQuantile } from '../../statistics/index.ts'
import { requirePositive } from '../require-positive.ts'
import type { Spread } from '../run/spread.ts'

/** What is learnt, as far as the pace of better methods depends on it. */
export type ProgressField = 'language' | 'vision'

/** Months in which the work for the same performance halved, and their 95 % interval. */
interface HalvingTime {
  readonly months: number
  readonly low: number
  readonly high: number
}

/**
 * Source: language: Ho et al. 2024, arXiv 2403.05812, runs of 2012 to 2023; vision: Erdil and Besiroglu 2022,
 * arXiv 2212.05153, ImageNet, 2012 to 2022.
 */
const halvingTimes: Readonly<Record<ProgressField, HalvingTime>> = {
  language: { months: 8, low: 5, high: 14 },
  vision: { months: 9, low: 4, high: 25 },
}

/**
 * Months in which better methods halve the work for the same performance. The published 95 % interval is read as
 * log-normal, each side of the middle by itself.
 *
 * @example halvingMonths('language').p50 // => 8
 */
export function halvingMonths(field: ProgressField): Spread {
  const { months, low, high } = halvingTimes[field]
  const share = normalQuantile(0.9) / normalQuantile(0.975)
  return {
    p10: months * Math.exp(share * Math.log(low / months)),
    p50: months,
    p90: months * Math.exp(share * Math.log(high / months)),
  }
}

/**
 * FLOP that the same performance takes some months later, or earlier if negative, because methods improve. The
 * chips' own progress is not in it.
 *
 * The pace was measured to 2023 and is carried on; the farther, the less it is known, which the spread shows in part.
 * Units: `flop` today's FLOP, result in FLOP. Throws: RangeError unless `flop` is positive and `months` finite.
 * @example flopForSameCapability(1e24, 24, 'language').p50 // => 1.25e23
 */
export function flopForSameCapability(flop: number, months: number, field: ProgressField): Spread {
  requirePositive('flopForSameCapability', 'flop', flop)
  if (!Number.isFinite(months))
    throw new RangeError(`flopForSameCapability: months must be finite, got ${months}`)
  const halving = halvingMonths(field)
  const after = (pace: number) => flop * Math.exp((-Math.LN2 * months) / pace)
  // Later, the fastest pace leaves least; earlier, it needed most.
  const [p10, p90] = months >= 0 ? [halving.p10, halving.p90] : [halving.p90, halving.p10]
  return { p10: after(p10), p50: after(halving.p50), p90: after(p90) }
}
