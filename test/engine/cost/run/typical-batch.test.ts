import fc from 'fast-check'
import { linearRegression, quantile } from 'simple-statistics'
import { expect, test } from 'vitest'
import { nearestPowerOfTwo } from '../../../../engine/cost/run/nearest-power-of-two.ts'
import { typicalBatchTokens, typicalGlobalBatch } from '../../../../engine/cost/run/typical-batch.ts'
import { publishedBatches } from './published-batches.ts'

const occasionOf = ([, active, tokens, year]: (typeof publishedBatches)[number]) => ({
  activeParameters: active * 1e9,
  tokens: tokens * 1e9,
  year,
})

const logErrors = publishedBatches.map((row) =>
  Math.log(typicalBatchTokens(occasionOf(row)) / (row[4] * 1e6)),
)

test('half of the published batches lie within a factor of 1.5 and nine in ten within 2.2', () => {
  const sizes = logErrors.map(Math.abs)
  expect(publishedBatches).toHaveLength(54)
  expect(Math.exp(quantile(sizes, 0.5))).toBeLessThan(1.5)
  expect(Math.exp(quantile(sizes, 0.9))).toBeLessThan(2.25)
})

// A least-squares fit leaves errors that no straight line in one of its variables reduces.
test.each([
  ['active weights', 1],
  ['tokens', 2],
] as const)('what is left of the errors does not depend on %s', (_, column) => {
  const points = publishedBatches.map((row, i) => [Math.log(row[column]), logErrors[i]])
  expect(Math.abs(linearRegression(points).m)).toBeLessThan(0.003)
})

test('the errors have no bias and no trend over the years', () => {
  const points = publishedBatches.map((row, i) => [row[3], logErrors[i]])
  expect(Math.abs(linearRegression(points).m)).toBeLessThan(0.003)
  expect(Math.abs(logErrors.reduce((a, b) => a + b) / logErrors.length)).toBeLessThan(0.005)
})

const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })

test('a larger model, more tokens or a later year never takes a smaller batch', () => {
  fc.assert(
    fc.property(positive(1e6, 1e12), positive(1e9, 1e13), positive(2015, 2030), (active, tokens, year) => {
      const occasion = { activeParameters: active, tokens, year }
      const batch = typicalBatchTokens(occasion)
      expect(typicalBatchTokens({ ...occasion, activeParameters: 2 * active })).toBeGreaterThanOrEqual(batch)
      expect(typicalBatchTokens({ ...occasion, tokens: 2 * tokens })).toBeGreaterThanOrEqual(batch)
      expect(typicalBatchTokens({ ...occasion, year: year + 1 })).toBeGreaterThanOrEqual(batch)
      expect(batch).toBeLessThanOrEqual(tokens)
    }),
    { seed: 31, numRuns: 300 },
  )
})

test('on few accelerators a slightly larger model takes a slightly larger batch', () => {
  for (const count of [1, 8, 12, 16]) {
    let last = Infinity
    for (let active = 1e8; active < 1e11; active *= 1.1) {
      const batch = typicalGlobalBatch(
        { activeParameters: active, tokens: 20 * active, year: 2024 },
        4096,
        count,
      )
      expect(batch / last).toBeLessThan(1.12)
      last = batch
    }
  }
})

test('the batch of a machine lies within a fifth of the typical one and is whole', () => {
  const occasion = { activeParameters: 7e9, tokens: 2e12, year: 2024 }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (count) => {
      const batch = typicalGlobalBatch(occasion, 4096, count)
      const ratio = (batch * 4096) / typicalBatchTokens(occasion)
      expect(Number.isSafeInteger(batch)).toBe(true)
      expect(Math.abs(ratio - 1)).toBeLessThan(0.2)
    }),
    { seed: 32, numRuns: 300 },
  )
})

test.each([
  [16, 15 * 2 ** 6],
  [1024, 2 ** 10],
  [1280, 15 * 2 ** 6],
  [2240, 35 * 2 ** 5],
])('many of %i accelerators share a batch of %i sequences evenly', (count, sequences) => {
  expect(typicalGlobalBatch({ activeParameters: 7e9, tokens: 2e12, year: 2023 }, 4096, count)).toBe(sequences)
})

test('a batch of a short run is at least one sequence', () => {
  expect(typicalGlobalBatch({ activeParameters: 1e8, tokens: 10, year: 2024 }, 1024, 8)).toBe(1)
})

test.each([
  [0.1, 1],
  [1, 1],
  [1.42, 2],
  [90, 64],
  [91, 128],
  [1e6, 2 ** 20],
])('the power of two nearest to %d by ratio is %i', (value, power) => {
  expect(nearestPowerOfTwo(value)).toBe(power)
})

test.each([
  [
    () => typicalBatchTokens({ activeParameters: 0, tokens: 1, year: 2024 }),
    'typicalBatchTokens: activeParameters must be positive and finite, got 0',
  ],
  [
    () => typicalBatchTokens({ activeParameters: 1, tokens: NaN, year: 2024 }),
    'typicalBatchTokens: tokens must be positive and finite, got NaN',
  ],
  [
    () => typicalBatchTokens({ activeParameters: 1, tokens: 1, year: -1 }),
    'typicalBatchTokens: year must be positive and finite, got -1',
  ],
  [
    () => typicalGlobalBatch({ activeParameters: 1, tokens: 1, year: 2024 }, 0, 1),
    'typicalGlobalBatch: sequenceLength must be positive and finite, got 0',
  ],
  [
    () => typicalGlobalBatch({ activeParameters: 1, tokens: 1, year: 2024 }, 1, 1.5),
    'typicalGlobalBatch: acceleratorCount must be a whole number above 0, got 1.5',
  ],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})
