import { logGamma } from './log-gamma.ts'
import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * The number of successes in `n` trials that succeed with probability `p` each.
 *
 * Draws: 1 `next` when n * min(p, 1 - p) < 10 (inversion), else two `next` a try with about 1.2 tries (BTRS).
 * Throws: RangeError unless n is a whole number from 0 to 2^31 - 1 and 0 <= p <= 1.
 * Source: Hörmann, "The generation of binomial random variates", J. Stat. Comput. Simul. 46, 1993, algorithm
 * BTRS.
 */
export function sampleBinomial(stream: Stream, n: number, p: number): number {
  if (!(n >= 0 && n <= 0x7fffffff && Number.isInteger(n))) {
    throw outOfRange('sampleBinomial', 'n must be a whole number from 0 to 2147483647', n)
  }
  if (!(p >= 0 && p <= 1)) throw outOfRange('sampleBinomial', 'p must be between 0 and 1', p)
  return p <= 0.5 ? sampleRareSuccesses(stream, n, p) : n - sampleRareSuccesses(stream, n, 1 - p)
}

function sampleRareSuccesses(stream: Stream, n: number, p: number): number {
  return n * p < 10 ? sampleByInversion(stream, n, p) : sampleByRejection(stream, n, p)
}

function sampleByInversion(stream: Stream, n: number, p: number): number {
  const none = Math.exp(n * Math.log1p(-p))
  const odds = p / (1 - p)
  // With a mean below 10 a count above 150 is as good as impossible: only rounding leads there, so draw again.
  const limit = Math.min(n, 150)
  for (;;) {
    let rest = stream.next()
    let probability = none
    for (let count = 0; count <= limit; count++) {
      if (rest < probability) return count
      rest -= probability
      probability *= (odds * (n - count)) / (count + 1)
    }
  }
}

function sampleByRejection(stream: Stream, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const squeeze = 0.92 - 4.2 / b
  const alpha = (2.83 + 5.1 / b) * spread
  const logOdds = Math.log(p / (1 - p))
  const mode = Math.floor((n + 1) * p)
  const atMode = logGamma(mode + 1) + logGamma(n - mode + 1)
  for (;;) {
    const u = stream.next() - 0.5
    const v = stream.next()
    const edge = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5)
    if (edge >= 0.07 && v <= squeeze) return count
    if (count < 0 || count > n) continue
    const hat = Math.log((v * alpha) / (a / (edge * edge) + b))
    if (hat <= atMode - logGamma(count + 1) - logGamma(n - count + 1) + (count - mode) * logOdds) return count
  }
}
