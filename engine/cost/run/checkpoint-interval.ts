import { requirePositive } from '../require-positive.ts'

/**
 * Time to work between two checkpoints so that stalls and lost work together cost least. Young's square root holds
 * for stalls far below the time between failures; this is Daly's expansion, good to 0.2 % while the stall is below
 * half of it and within 5 % up to twice it; a longer stall is answered by one checkpoint per failure.
 *
 * Units: any one of time, for both arguments and the result.
 * Throws: RangeError unless both are positive and finite.
 * Source: Young 1974, Comm. ACM 17(9); Daly 2006, Future Generation Computer Systems 22(3), equation 37.
 * @example Math.round(checkpointInterval(5, 24 * 60)) // => 117
 */
export function checkpointInterval(stall: number, meanTimeBetweenFailures: number): number {
  requirePositive('checkpointInterval', 'stall', stall)
  requirePositive('checkpointInterval', 'meanTimeBetweenFailures', meanTimeBetweenFailures)
  const ratio = stall / (2 * meanTimeBetweenFailures)
  if (ratio >= 1) return meanTimeBetweenFailures
  const young = Math.sqrt(2 * stall * meanTimeBetweenFailures)
  return young * (1 + Math.sqrt(ratio) / 3 + ratio / 9) - stall
}

/**
 * Share of the time that is worked and kept, if failures have no memory: after each, the run restarts (and may fail
 * while it does) and works again from the last checkpoint. Exact for any interval, however often failures come.
 *
 * Units: any one of time. Arguments are taken as valid: `interval` and `meanTimeBetweenFailures` above 0, the others
 * at least 0. A run that hardly gets on keeps 1e-9, so that nothing becomes infinite.
 * Source: Daly 2006, Future Generation Computer Systems 22(3), equation 20.
 * @example keptShare(2, 0, 0, 1e9) // => 0.999999999
 */
export function keptShare(
  interval: number,
  stall: number,
  restart: number,
  meanTimeBetweenFailures: number,
): number {
  const segment = (interval + stall) / meanTimeBetweenFailures
  const paid = Math.exp(restart / meanTimeBetweenFailures) * expMinusOne(segment)
  return Math.max(interval / meanTimeBetweenFailures / paid, 1e-9)
}

/** exp(x) - 1 for x >= 0 without the cancellation near 0. */
function expMinusOne(x: number): number {
  return x < 1e-4 ? x * (1 + (x / 2) * (1 + x / 3)) : Math.exp(x) - 1
}
