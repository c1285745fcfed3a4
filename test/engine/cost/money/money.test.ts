import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactly, multiplySpreads } from '../../../../engine/cost/money/combine-spreads.ts'
import { writeBill, type CostShare } from '../../../../engine/cost/money/cost-lines.ts'
import { ownedPricePerHour, type OwnedMachine } from '../../../../engine/cost/money/owned-price.ts'
import { spotRun, type SpotJob } from '../../../../engine/cost/money/spot-run.ts'

const machine: OwnedMachine = {
  purchaseUsd: 30_000,
  interconnectShare: 0.19,
  lifeYears: 5,
  utilisation: 0.8,
  upkeepSharePerYear: 0.08,
  watts: 969,
  pue: 1.2,
  usdPerKwh: 0.08,
}

test('an owned accelerator costs purchase, network and upkeep over its working hours, and energy', () => {
  // 30,000 x 1.19 / 5 = 7,140 and 2,400 a year over 8,766 x 0.8 = 7,012.8 hours; 0.969 kW x 1.2 x 0.08 = 0.093024.
  expect(ownedPricePerHour(machine)).toBeCloseTo((7140 + 2400) / 7012.8 + 0.093024, 12)
})

test.each([
  ['purchaseUsd', 0],
  ['lifeYears', -1],
  ['utilisation', 1.01],
  ['utilisation', 0],
  ['pue', 0.9],
  ['usdPerKwh', NaN],
  ['interconnectShare', Infinity],
] as const)('an owned machine with %s %d is refused by name', (name, value) => {
  expect(() => ownedPricePerHour({ ...machine, [name]: value })).toThrow(
    new RegExp(`^ownedPricePerHour: ${name} must be .* got ${value}$`),
  )
})

test('medians multiply exactly and spreads add as roots of squares', () => {
  const { p10, p50, p90 } = multiplySpreads([
    { p10: 50, p50: 100, p90: 150 },
    { p10: 1, p50: 2, p90: 8 },
  ])
  expect(p50).toBe(200)
  expect(p10).toBeCloseTo(200 * Math.exp(-Math.SQRT2 * Math.LN2), 10)
  expect(p90).toBeCloseTo(200 * Math.exp(Math.hypot(Math.log(1.5), Math.log(4))), 10)
})

test('a product with something exact keeps the spread, scaled', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (factor) => {
      const { p10, p50, p90 } = multiplySpreads([{ p10: 1, p50: 2, p90: 5 }, exactly(factor)])
      expect(p10 / p50).toBeCloseTo(0.5, 10)
      expect(p90 / p50).toBeCloseTo(2.5, 10)
    }),
  )
})

test.each([
  { p10: 0, p50: 1, p90: 2 },
  { p10: 3, p50: 2, p90: 4 },
  { p10: 1, p50: 2, p90: Infinity },
  { p10: NaN, p50: 2, p90: 3 },
])('a spread that is not positive, finite and ascending is refused: %j', (spread) => {
  expect(() => multiplySpreads([spread])).toThrow(/multiplySpreads: a spread must be positive/)
  expect(() => writeBill(spread, [])).toThrow(/a spread must be positive/)
})

const share = (name: string, p10: number, p50: number, p90: number): CostShare => ({
  name,
  stage: 'data',
  share: { p10, p50, p90 },
  source: 'test',
})

test('a bill adds up: the medians of its lines make the median of its total', () => {
  const { lines, totalUsd } = writeBill({ p10: 80, p50: 100, p90: 150 }, [
    share('storage', 0.05, 0.1, 0.2),
    share('staff', 0.4, 0.6, 0.9),
  ])
  expect(lines.map(({ name }) => name)).toEqual(['compute', 'storage', 'staff'])
  expect(lines.reduce((sum, { costUsd }) => sum + costUsd.p50, 0)).toBeCloseTo(totalUsd.p50, 10)
  expect(totalUsd.p50).toBeCloseTo(170, 10)
})

test('a bill without lines is the bill for compute, ends included', () => {
  const compute = { p10: 80, p50: 100, p90: 150 }
  const { lines, totalUsd } = writeBill(compute, [])
  expect(lines.length).toBe(1)
  expect(totalUsd.p10).toBeCloseTo(80, 10)
  expect(totalUsd.p90).toBeCloseTo(150, 10)
})

test('the ends of a bill lie inside the sums of the ends of its lines', () => {
  const { lines, totalUsd } = writeBill({ p10: 80, p50: 100, p90: 150 }, [
    share('storage', 0.05, 0.1, 0.2),
    share('experiments', 0.3, 1.2, 2.5),
  ])
  expect(totalUsd.p10).toBeGreaterThan(lines.reduce((sum, { costUsd }) => sum + costUsd.p10, 0))
  expect(totalUsd.p90).toBeLessThan(lines.reduce((sum, { costUsd }) => sum + costUsd.p90, 0))
})

const job: SpotJob = {
  workHours: 240,
  serverCount: 16,
  preemptionsPerServerHour: 0.005,
  checkpointHours: 0.05,
  restartHours: 0.25,
}

test('the expected hours of a job are those of Daly 2006 at his interval', () => {
  // 16 x 0.005 = 0.08 an hour, 12.5 hours between interruptions; sqrt(2 x 0.05 x 12.5) = 1.11803, times
  // 1 + sqrt(0.002) / 3 + 0.002 / 9 = 1.01513, less 0.05: 1.08495 hours.
  const { hours, intervalHours, preemptions, stretch } = spotRun(job)
  expect(intervalHours).toBeCloseTo(1.08495, 4)
  const segment = 12.5 * Math.exp(0.02) * (Math.exp((intervalHours + 0.05) / 12.5) - 1)
  expect(hours).toBeCloseTo((segment * 240) / intervalHours, 8)
  expect(preemptions).toBeCloseTo(hours * 0.08, 8)
  expect(stretch).toBeCloseTo(hours / 240, 12)
})

test('no other interval is better by more than a ten-thousandth', () => {
  const { hours } = spotRun(job)
  const at = (interval: number) =>
    (12.5 * Math.exp(0.02) * Math.expm1((interval + 0.05) / 12.5) * 240) / interval
  const best = Math.min(...Array.from({ length: 400 }, (_, index) => at(0.2 + index * 0.01)))
  expect(hours / best).toBeLessThan(1.0001)
})

test('each interruption more makes a job longer, and none leaves it as it is', () => {
  const stretches = [0, 0.001, 0.01, 0.1].map(
    (preemptionsPerServerHour) => spotRun({ ...job, preemptionsPerServerHour }).stretch,
  )
  expect(stretches[0]).toBe(1)
  expect(stretches.toSorted((left, right) => left - right)).toEqual(stretches)
})

test('a job on so many servers that it never ends takes for ever, not NaN hours', () => {
  const { hours, stretch, preemptions } = spotRun({ ...job, serverCount: 1e9, preemptionsPerServerHour: 1 })
  expect([hours, stretch, preemptions]).toEqual([Infinity, Infinity, Infinity])
})

test('work shorter than an interval is written down once', () => {
  expect(spotRun({ ...job, workHours: 0.1 }).intervalHours).toBe(0.1)
})

test.each([
  ['workHours', 0],
  ['serverCount', NaN],
  ['checkpointHours', -1],
  ['preemptionsPerServerHour', -0.1],
  ['restartHours', Infinity],
] as const)('a job with %s %d is refused by name', (name, value) => {
  expect(() => spotRun({ ...job, [name]: value })).toThrow(
    new RegExp(`^spotRun: ${name} must be .* got ${value}$`),
  )
})
