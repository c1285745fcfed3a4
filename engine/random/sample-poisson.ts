import { logGamma } from './log-gamma.ts'
import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

/**
 * A count from the Poisson distribution with the given mean.
 *
 * Draws: 1 `next` below a mean of 10 (inversion), from there two `next` a try with about 1.2 tries (PTRS).
 * Throws: RangeError unless 0 <= mean <= 1e9.
 * Source: Hörmann, "The transformed rejection method for generating Poisson random variables", 1993,
 * algorithm PTRS.
 */
export function samplePoisson(stream: Stream, mean: number): number {
  if (!(mean >= 0 && mean <= 1e9)) throw outOfRange('samplePoisson', 'mean must be between 0 and 1e9', mean)
  return mean < 10 ? sampleByInversion(stream, mean) : sampleByRejection(stream, mean)
}

function sampleByInversion(stream: Stream, mean: number): number {
  const none = Math.exp(-mean)
  for (;;) {
    let rest = stream.next()
    let probability = none
    // With a mean below 10 a count above 150 has probability 1e-117: only rounding leads there, so draw again.
    for (let count = 0; count < 150; count++) {
      if (rest < probability) return count
      rest -= probability
      probability *= mean / (count + 1)
    }
  }
}

function sampleByRejection(stream: Stream, mean: number): number {
  const logMean = Math.log(mean)
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const squeeze = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = stream.next() - 0.5
    const v = stream.next()
    const edge = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / edge + b) * u + mean + 0.43)
    if (edge >= 0.07 && v <= squeeze) return count
    if (count < 0 || (edge < 0.013 && v > edge)) continue
    const hat = Math.log((v * inverseAlpha) / (a / (edge * edge) + b))
    if (hat <= count * logMean - mean - logGamma(count + 1)) return count
  }
}
