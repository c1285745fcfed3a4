import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateGoodput } from '../../../../engine/cost/run/estimate-goodput.ts'
import type { Goodput, GoodputRequest } from '../../../../engine/cost/run/goodput.ts'
import { reliabilityOfYear } from '../../../../engine/cost/run/reliability-of-year.ts'

const day = 24

/** Share of the time that machines' failures and checkpoints leave, with people's own stops not counted. */
const effectiveTime = (g: Goodput): number =>
  1 - (g.checkpointShare + g.failureShare) / (1 - g.interventionShare)

const overCalendar = (g: Goodput): number => g.goodput / g.calendarOverBilled

const goodputOf = (g: Goodput): number => g.goodput

interface Published {
  readonly name: string
  readonly request: GoodputRequest
  readonly quantity: (g: Goodput) => number
  readonly low: number
  readonly high: number
  readonly source: string
}

const published: readonly Published[] = [
  {
    name: 'Llama 3 405B trained for over 90 % of its time',
    request: { acceleratorCount: 16_384, parameters: 405e9, year: 2024, idealHours: 0.9 * 54 * day },
    quantity: effectiveTime,
    low: 0.9,
    high: 0.95,
    source: 'arXiv 2407.21783, section 3.3.4',
  },
  {
    name: 'ByteRobust trained for 97 % of three months on 9,600',
    request: { acceleratorCount: 9600, parameters: 200e9, year: 2025, idealHours: 90 * day },
    quantity: effectiveTime,
    low: 0.95,
    high: 0.99,
    source: 'arXiv 2509.16293; the size of the model is not published',
  },
  {
    name: 'restarts by program gave 4,096 Trainium 98.8 %',
    request: { acceleratorCount: 4096, parameters: 70e9, year: 2024.2, idealHours: 20 * day },
    quantity: effectiveTime,
    low: 0.965,
    high: 0.995,
    source: 'AWS HLAT, arXiv 2404.10630',
  },
  {
    name: 'restarts by hand gave them 77.8 %',
    request: {
      acceleratorCount: 4096,
      parameters: 70e9,
      year: 2024.2,
      idealHours: 20 * day,
      reliability: { restartHours: reliabilityOfYear(2022).restartHours },
    },
    quantity: effectiveTime,
    low: 0.75,
    high: 0.86,
    source: 'AWS HLAT, arXiv 2404.10630',
  },
  {
    name: 'OLMo 3 7B kept 0.91 of its best speed',
    request: { acceleratorCount: 512, parameters: 7e9, year: 2025.6, idealHours: 420 },
    quantity: goodputOf,
    low: 0.88,
    high: 0.95,
    source: 'hours of the run over tokens and quoted speed',
  },
  {
    name: 'GLM-130B kept 0.77 to 0.79',
    request: { acceleratorCount: 768, parameters: 130e9, year: 2022.4, idealHours: 0.78 * 60 * day },
    quantity: goodputOf,
    low: 0.75,
    high: 0.82,
    source: 'arXiv 2210.02414: 60 days on 768 A100',
  },
  {
    name: 'OPT-175B kept 0.55 to 0.6 of the calendar',
    request: { acceleratorCount: 992, parameters: 175e9, year: 2021.9, idealHours: 34 * day },
    quantity: overCalendar,
    low: 0.55,
    high: 0.6,
    source: 'arXiv 2205.01068 and its logbook: 34 days of steps in two months',
  },
]

test.each(published)('$name', ({ request, quantity, low, high }) => {
  expect(quantity(estimateGoodput(request))).toBeGreaterThan(low)
  expect(quantity(estimateGoodput(request))).toBeLessThan(high)
})

// TinyLlama's 16 accelerators took 118 days for 90 days of steps: 0.76. Machines cannot explain it; its authors stopped
// to mend data and programs. The model says 0.92, and the miss is known.
test('the calendar of a run that its people stopped often is missed by a fifth', () => {
  const tiny = { acceleratorCount: 16, parameters: 1.1e9, year: 2023.7, idealHours: 90 * day }
  expect(overCalendar(estimateGoodput(tiny)) / 0.76).toBeGreaterThan(1.15)
  expect(overCalendar(estimateGoodput(tiny)) / 0.76).toBeLessThan(1.25)
})

test('16,384 accelerators of 2024 fail every 3.1 hours', () => {
  for (const year of [2024, 2024.5, 2026]) {
    const { mtbfHours, expectedFailures } = estimateGoodput({ ...published[0].request, year })
    expect(mtbfHours / 3.1).toBeCloseTo(1, 1)
    expect(expectedFailures / 419).toBeCloseTo(1.03, 1)
  }
})

test.each([2023.5, 2024, 2025, 2026])('large runs of %d keep 0.85 to 0.97', (year) => {
  for (const acceleratorCount of [512, 1024, 2048, 4096, 8192, 16_384]) {
    const { goodput } = estimateGoodput({ acceleratorCount, parameters: 100e9, year, idealHours: 60 * day })
    if (year > 2023.9 || acceleratorCount <= 8192) expect(goodput).toBeGreaterThan(0.85)
    expect(goodput).toBeLessThan(0.97)
  }
})

const request = fc.record({
  acceleratorCount: fc.integer({ min: 1, max: 1_000_000 }),
  parameters: fc.double({ min: 1e6, max: 1e14, noNaN: true }),
  year: fc.double({ min: 2010, max: 2040, noNaN: true }),
  idealHours: fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
})

test('goodput and the shares of lost time are shares and add to 1', () => {
  fc.assert(
    fc.property(request, (run) => {
      const g = estimateGoodput(run)
      const parts = [g.goodput, g.checkpointShare, g.failureShare, g.stragglerShare, g.interventionShare]
      for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
      expect(parts.reduce((a, b) => a + b)).toBeCloseTo(1, 9)
      expect(g.goodput * g.billedOverIdeal).toBeCloseTo(1, 12)
    }),
    { seed: 51, numRuns: 500 },
  )
})

test('every figure is finite, the calendar is no shorter than the bill, and the spread holds its middle', () => {
  fc.assert(
    fc.property(request, (run) => {
      const g = estimateGoodput(run)
      const { p10, p50, p90 } = g.billedOverIdealSpread
      const all = [g.mtbfHours, g.checkpointIntervalHours, g.expectedFailures, g.calendarOverBilled, p10, p90]
      expect(all.every((figure) => figure > 0 && figure < Infinity)).toBe(true)
      expect(g.calendarOverBilled).toBeGreaterThanOrEqual(1)
      expect(p50).toBe(g.billedOverIdeal)
      expect(p10 >= 1 && p10 <= p50 && p50 <= p90).toBe(true)
    }),
    { seed: 52, numRuns: 500 },
  )
})

test('more accelerators and longer runs never keep more of their time', () => {
  fc.assert(
    fc.property(request, (run) => {
      const { goodput } = estimateGoodput(run)
      const longer = estimateGoodput({ ...run, idealHours: 3 * run.idealHours })
      expect(longer.goodput).toBeLessThanOrEqual(goodput * (1 + 1e-12))
      // The write of a small machine is slow: compare where the checkpoint is no burden.
      if (run.parameters / run.acceleratorCount > 1e8) return
      const wider = estimateGoodput({ ...run, acceleratorCount: 3 * run.acceleratorCount })
      expect(wider.goodput).toBeLessThanOrEqual(goodput * 1.01)
    }),
    { seed: 53, numRuns: 500 },
  )
})

test('few failures are known less well than many', () => {
  const spreadOf = (idealHours: number) => {
    const { p10, p90 } = estimateGoodput({
      acceleratorCount: 4096,
      parameters: 70e9,
      year: 2024,
      idealHours,
      reliability: { interventionShare: 0 },
    }).billedOverIdealSpread
    return p90 / p10
  }
  expect(spreadOf(10)).toBeGreaterThan(1.01 * spreadOf(2000))
})

test('what is said of a machine replaces what was usual', () => {
  const run = published[0].request
  const solid = estimateGoodput({ ...run, reliability: { gpuHoursPerFailure: 5e6, interventionShare: 0 } })
  expect(solid.mtbfHours).toBeCloseTo(5e6 / 16_384, 9)
  expect(solid.goodput).toBeGreaterThan(0.97)
})

test.each([
  [{ acceleratorCount: 0 }, 'estimateGoodput: acceleratorCount must be positive and finite, got 0'],
  [{ parameters: -1 }, 'estimateGoodput: parameters must be positive and finite, got -1'],
  [{ idealHours: Infinity }, 'estimateGoodput: idealHours must be positive and finite, got Infinity'],
  [{ year: NaN }, 'reliabilityOfYear: year must be finite, got NaN'],
])('a bad argument is refused: %o', (change, message) => {
  expect(() => estimateGoodput({ ...published[0].request, ...change })).toThrow(new RangeError(message))
})
