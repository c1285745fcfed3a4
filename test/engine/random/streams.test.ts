import alea from 'seedrandom/lib/alea.js'
import { describe, expect, it } from 'vitest'
import { Stream, makeStream, streamLabel } from '../../../engine/random/index.ts'
import { chiSquareSurvival } from '../../../engine/statistics/index.ts'
import { FALSE_ALARM, Z_LIMIT, chiSquareTest } from './goodness-of-fit.ts'

describe('a stream', () => {
  it('steps bit for bit as seedrandom does', () => {
    const ours = new Stream('1/run/7/')
    const theirs = alea('1/run/7/')
    for (let i = 0; i < 10_000; i++) {
      expect(ours.next32()).toBe(theirs())
      expect(ours.next()).toBe(theirs.double())
    }
  })

  it('stays on [0, 1)', () => {
    const stream = makeStream('range')
    for (let i = 0; i < 1_000_000; i++) {
      const value = i % 2 === 0 ? stream.next() : stream.next32()
      if (!(value >= 0 && value < 1)) throw new Error(`draw ${i} is ${value}`)
    }
  })
})

describe('a label', () => {
  it('is the same for the number and the text of a part', () => {
    expect(streamLabel(1, 'run', 2)).toBe(streamLabel('1', 'run', '2'))
  })

  it('keeps apart paths that look alike', () => {
    const labels = [
      streamLabel('a', 'b'),
      streamLabel('a/b'),
      streamLabel('a~1b'),
      streamLabel('a', '', 'b'),
      streamLabel('', 'a', 'b'),
      streamLabel('a', 'b', ''),
      streamLabel('a~', 'b'),
      streamLabel(''),
    ]
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('is refused for an empty path and for numbers that are not finite', () => {
    expect(() => makeStream()).toThrow(/makeStream: .*at least one part/)
    expect(() => makeStream(1, NaN)).toThrow('makeStream: a number in a path must be finite, got NaN')
    expect(() => makeStream(Infinity)).toThrow(RangeError)
  })

  it('gives each of 200,000 streams a state of its own', () => {
    const states = new Set<string>()
    for (let i = 0; i < 200_000; i++)
      states.add(firstDraws(makeStream(1, i % 400, 'startup', Math.floor(i / 400))))
    expect(states.size).toBe(200_000)
  })
})

/**
 * The first draws of streams whose labels differ in one digit only. Alea's hash alone fails this (the first
 * outputs of ten siblings are equally spaced); the '/' that closes each part cures it.
 */
describe('siblings that differ in the last digit', () => {
  // 4,000 families of 10 siblings, draws 1 to 6, 40 cells; false alarms below 1e-9 a check.
  it('do not lie on a line', () => {
    for (let skipped = 0; skipped < 6; skipped++) {
      const test = secondDifferences((family, child) => makeStream(1, family, 'startup', child), skipped)
      expect(test).toBeGreaterThan(FALSE_ALARM)
    }
  })

  it('would lie on a line without the closing character', () => {
    expect(secondDifferences((family, child) => new Stream(`1/${family}/startup/${child}`), 0)).toBeLessThan(
      1e-300,
    )
  })
})

describe('streams with different labels', () => {
  // Seed 1, 64 streams of 4,096 draws, 2,016 pairs at 5 lags: false alarms below 1e-6 / 100 in all (7.1 errors each).
  it('are not correlated, at lags -2 to 2', () => {
    const streams = Array.from({ length: 64 }, (_, i) => makeStream(1, 'correlation', i))
    const draws = streams.map((s) =>
      Float64Array.from({ length: 4096 }, () => (s.next() - 0.5) * Math.sqrt(12)),
    )
    let worst = 0
    for (let a = 0; a < draws.length; a++) {
      for (let b = a + 1; b < draws.length; b++) {
        for (let lag = -2; lag <= 2; lag++)
          worst = Math.max(worst, Math.abs(correlation(draws[a], draws[b], lag)))
      }
    }
    expect(worst).toBeLessThan(7.1)
  })

  // 60,000 streams, 12 draws each, interleaved: draw j of stream 0, 1, 2, ... then draw j + 1. False alarms below 1e-9.
  it('pass the serial test in pairs and triples when interleaved', () => {
    const streams = Array.from({ length: 60_000 }, (_, i) => makeStream(42, 'serial', i))
    const draws = new Float64Array(streams.length * 12)
    for (let j = 0; j < 12; j++) streams.forEach((s, i) => (draws[j * streams.length + i] = s.next()))
    expect(serialTest(draws, 2, 100)).toBeGreaterThan(FALSE_ALARM)
    expect(serialTest(draws, 3, 20)).toBeGreaterThan(FALSE_ALARM)
  })

  /**
   * Marsaglia's birthday spacings on interleaved output: 4,096 birthdays in a year of 2^32 days, one draw
   * each of 4,096 streams; equal spacings are Poisson with mean 4096^3 / 2^34 = 4 a year, 800 in 200 years.
   * False alarms below 1e-9.
   */
  it('pass the birthday-spacings test when interleaved', () => {
    const streams = Array.from({ length: 4096 }, (_, i) => makeStream(3, 'birthday', i))
    let equal = 0
    for (let year = 0; year < 200; year++) {
      equal += equalSpacings(Float64Array.from(streams, (s) => s.next32() * 4294967296))
    }
    expect(Math.abs(equal - 800)).toBeLessThan(Z_LIMIT * Math.sqrt(800))
  })
})

function firstDraws(stream: Stream): string {
  return `${stream.next()} ${stream.next()}`
}

function secondDifferences(make: (family: number, child: number) => Stream, skipped: number): number {
  const observed = new Float64Array(40)
  for (let family = 0; family < 4000; family++) {
    const outputs = Array.from({ length: 10 }, (_, child) => {
      const stream = make(family, child)
      for (let i = 0; i < skipped; i++) stream.next32()
      return stream.next32()
    })
    for (let k = 0; k + 2 < 10; k += 3) {
      const difference = outputs[k] - 2 * outputs[k + 1] + outputs[k + 2]
      observed[Math.floor(40 * (difference - Math.floor(difference)))] += 1
    }
  }
  return chiSquareTest(observed, new Float64Array(40).fill((4000 * 3) / 40))
}

/** In standard errors, for values with mean 0 and variance 1. */
function correlation(a: Float64Array, b: Float64Array, lag: number): number {
  let total = 0
  let count = 0
  for (let i = Math.max(0, -lag); i < Math.min(a.length, a.length - lag); i++) {
    total += a[i] * b[i + lag]
    count += 1
  }
  return total / Math.sqrt(count)
}

/** Chi-square over the cells of a cube with `cells` cells a side, one point every `dimension` draws. */
function serialTest(draws: Float64Array, dimension: number, cells: number): number {
  const total = cells ** dimension
  const observed = new Float64Array(total)
  const points = Math.floor(draws.length / dimension)
  for (let i = 0; i < points; i++) {
    let cell = 0
    for (let d = 0; d < dimension; d++) cell = cell * cells + Math.floor(cells * draws[i * dimension + d])
    observed[cell] += 1
  }
  const due = points / total
  const statistic = observed.reduce((sum, count) => sum + (count - due) ** 2 / due, 0)
  return chiSquareSurvival(statistic, total - 1)
}

function equalSpacings(birthdays: Float64Array): number {
  const sorted = birthdays.sort()
  const spacings = sorted.map((day, i) => (i === 0 ? day : day - sorted[i - 1])).sort()
  let equal = 0
  for (let i = 1; i < spacings.length; i++) if (spacings[i] === spacings[i - 1]) equal += 1
  return equal
}
