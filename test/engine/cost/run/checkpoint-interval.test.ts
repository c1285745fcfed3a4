import fc from 'fast-check'
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { expect, test } from 'vitest'
import { makeStream, power, sampleExponential } from '../../../../engine/random/index.ts'
import { checkpointInterval, keptShare } from '../../../../engine/cost/run/checkpoint-interval.ts'
import { simulateFailures } from './simulate-failures.ts'

// Daly 2006, figures 3 to 5: a stall of 5 minutes.
test.each([
  [24 * 60, 117],
  [6 * 60, 57],
  [15, 9.1],
])('with a failure every %d minutes on average checkpoints are %d minutes apart', (failure, interval) => {
  expect(Math.abs(checkpointInterval(5, failure) - interval)).toBeLessThan(interval < 10 ? 0.05 : 0.5)
})

test('for short stalls the interval is the square root of Young', () => {
  expect(checkpointInterval(1e-6, 1)).toBeCloseTo(Math.sqrt(2e-6), 5)
})

const ratio = fc.double({ min: -9, max: 0.6, noNaN: true }).map((exponent) => Math.exp(exponent * Math.LN10))

test('no other interval keeps noticeably more, whatever the stall', () => {
  fc.assert(
    fc.property(ratio, fc.double({ min: 0.2, max: 5, noNaN: true }), (stall, factor) => {
      const interval = checkpointInterval(stall, 1)
      const tolerance = stall < 0.5 ? 1.002 : stall < 2 ? 1.05 : 1.5
      expect(keptShare(interval * factor, stall, 0, 1)).toBeLessThan(
        tolerance * keptShare(interval, stall, 0, 1),
      )
    }),
    { seed: 41, numRuns: 1000 },
  )
})

test('what is kept lies between nothing and everything, and failures, stalls and restarts lower it', () => {
  const time = fc.double({ min: 1e-6, max: 100, noNaN: true })
  fc.assert(
    fc.property(time, time, time, time, (interval, stall, restart, life) => {
      const kept = keptShare(interval, stall, restart, life)
      expect(kept).toBeGreaterThan(0)
      expect(kept).toBeLessThan(1)
      expect(keptShare(interval, stall, restart, 2 * life)).toBeGreaterThanOrEqual(kept)
      expect(keptShare(interval, 2 * stall, restart, life)).toBeLessThanOrEqual(kept)
      expect(keptShare(interval, stall, 2 * restart, life)).toBeLessThanOrEqual(kept)
    }),
    { seed: 42, numRuns: 500 },
  )
})

// 400 simulated jobs of 500 segments. Their mean time a segment is compared with the formula's; 5.5 standard errors
// are missed with probability 4e-8, and the seed is fixed.
test.each([
  ['Llama 3 on 16,384 accelerators', { interval: 0.1, stall: 0.0014, restart: 0.12, life: 3.1 }],
  ['a manual restart of two hours', { interval: 0.6, stall: 0.022, restart: 2, life: 9 }],
  ['failures as frequent as checkpoints', { interval: 1, stall: 0.2, restart: 0.3, life: 1 }],
])('a simulation of failures without memory takes the time of the formula: %s', (name, job) => {
  const { interval, stall, restart, life } = job
  const segments = 500
  const times = Array.from({ length: 400 }, (_, run) => {
    const drawLife = (stream: ReturnType<typeof makeStream>) => sampleExponential(stream, 1 / life)
    const stream = makeStream(7, 'checkpoints', name, run)
    return simulateFailures(stream, { interval, stall, restart, drawLife }, segments).time
  })
  const error = sampleStandardDeviation(times) / Math.sqrt(times.length)
  const expected = (segments * interval) / keptShare(interval, stall, restart, life)
  expect(error / expected).toBeLessThan(0.005)
  expect(Math.abs(mean(times) - expected)).toBeLessThan(5.5 * error)
})

// The spread of the number of failures that `goodput-spread.ts` takes from its source: 1.83 at shape 0.75. The variance
// of 4,000 counts is known to 2.2 %; 12 % is over five of that.
test('failures of a Weibull law of shape 0.75 scatter 1.83 times as much as those without memory', () => {
  const counts = Array.from({ length: 4000 }, (_, run) => {
    const stream = makeStream(8, 'weibull', run)
    let time = 0
    let count = -1
    // The mean of this law is 1.1906 at scale 1.
    for (; time < 200 * 1.1906; count++) time += power(sampleExponential(stream, 1), 1 / 0.75)
    return count
  })
  const deviation = sampleStandardDeviation(counts)
  expect((deviation * deviation) / mean(counts) / 1.83).toBeGreaterThan(0.88)
  expect((deviation * deviation) / mean(counts) / 1.83).toBeLessThan(1.12)
})

test.each([
  [() => checkpointInterval(0, 1), 'checkpointInterval: stall must be positive and finite, got 0'],
  [
    () => checkpointInterval(1, NaN),
    'checkpointInterval: meanTimeBetweenFailures must be positive and finite, got NaN',
  ],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})
