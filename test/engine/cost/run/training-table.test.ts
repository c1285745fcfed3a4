import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countParameters,
  estimateTraining,
  TrainingTable,
  typicalTransformer,
  type Accelerator,
} from '../../../../engine/cost/index.ts'

const h100: Accelerator = {
  id: 'H100-SXM',
  launch: '2022-09',
  peakFlopPerSecond: { fp32: 0, tf32: 0, fp16: 989.4e12, bf16: 989.4e12, fp8: 1979e12, fp4: 0 },
  matmulFlopPerSecond: { fp32: 0, tf32: 0, fp16: 794.5e12, bf16: 794.5e12, fp8: 1402.6e12, fp4: 0 },
  isMatmulMeasured: true,
  memoryBytes: 85.52e9,
  memoryBytesPerSecond: 3350e9,
  scaleUpDomain: 8,
  scaleUpBytesPerSecond: 450e9,
  scaleOutBytesPerSecond: 50e9,
  boardWatts: 700,
  systemWatts: { value: 969, low: 800, high: 1050 },
}
const year = 2025
const table = new TrainingTable(h100, year)

/** A compute-optimal run by the cost model itself: 20 tokens a weight, sequences of 4,096. */
function estimateRun(power: number) {
  const parameters = Math.sqrt(10 ** power / 120)
  const transformer = typicalTransformer({ parameters, sequenceLength: 4096, year })
  const weights = countParameters(transformer)
  const run = { transformer, tokens: 20 * weights, workFactor: 1, accelerator: h100, isRelative: false, year }
  return { flop: 120 * weights * weights, ...pick(estimateTraining({ ...run, precision: 'bf16' })) }
}
const pick = ({ gpuHours, wallDays }: ReturnType<typeof estimateTraining>) => ({ gpuHours, wallDays })

const withSpeed = (machine: Accelerator, factor: number): Accelerator => ({
  ...machine,
  peakFlopPerSecond: { ...machine.peakFlopPerSecond, bf16: 989.4e12 * factor, fp16: 989.4e12 * factor },
  matmulFlopPerSecond: { ...machine.matmulFlopPerSecond, bf16: 794.5e12 * factor, fp16: 794.5e12 * factor },
})

describe('a table of training runs', () => {
  test.each([20, 21, 22, 23, 24, 25, 26])('is the cost model itself at 1e%i FLOP', (power) => {
    const { flop, gpuHours, wallDays } = estimateRun(power)
    expect(table.gpuHours(flop) / gpuHours.p50).toBeCloseTo(1, 12)
    expect(table.wallDays(gpuHours.p50) / wallDays.p50).toBeCloseTo(1, 12)
  })

  test('is within 3 % of the cost model at the median, and never 12 % away', () => {
    const errors = Array.from({ length: 47 }, (_, i) => {
      const { flop, gpuHours } = estimateRun(20.0625 + i / 8)
      return Math.abs(table.gpuHours(flop) / gpuHours.p50 - 1)
    }).toSorted((a, b) => a - b)
    expect(errors[23]).toBeLessThan(0.03)
    expect(errors[46]).toBeLessThan(0.12)
  })

  test('says a utilisation of 0.2 to 0.45, more for larger models up to 1e24 FLOP', () => {
    const powers = [1e20, 1e21, 1e22, 1e23, 1e24]
    const shares = powers.map((flop) => flop / (table.gpuHours(flop) * 3600 * 989.4e12))
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBeGreaterThan(0.2)
    expect(shares[4]).toBeLessThan(0.45)
  })

  test('knows how far a run may be from its estimate', () => {
    const { gpuHours } = estimateRun(23)
    expect(table.logDeviation).toBeCloseTo(Math.log(gpuHours.p90 / gpuHours.p10) / 2 / 1.2815515655446004, 12)
  })

  test('keeps its utilisation beyond its ends', () => {
    for (const [end, beyond] of [
      [1e20, 1e15],
      [1.01e26, 1e31],
    ])
      expect(table.gpuHours(end) / end / (table.gpuHours(beyond) / beyond)).toBeCloseTo(1, 2)
  })

  test.each([
    [() => table.gpuHours(0), 'TrainingTable.gpuHours: flop must be positive and finite, got 0'],
    [() => table.flop(Infinity), 'TrainingTable.flop: gpuHours must be positive and finite, got Infinity'],
    [() => table.wallDays(-1), 'TrainingTable.wallDays: gpuHours must be positive and finite, got -1'],
  ])('refuses a bad argument: %#', (action, message) => {
    expect(action).toThrow(new RangeError(message))
  })
})

describe('on whatever machine', () => {
  const log = (low: number, high: number) =>
    fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp)
  const machines = fc
    .record({
      speed: log(1e-3, 1e3),
      memoryBytes: log(1e9, 1e12),
      memoryBytesPerSecond: log(1e10, 1e14),
      scaleUpDomain: fc.constantFrom(1, 4, 8, 72),
      scaleUpBytesPerSecond: log(1e8, 1e13),
      scaleOutBytesPerSecond: log(1e7, 1e12),
    })
    .map(({ speed, ...parts }) => withSpeed({ ...h100, ...parts }, speed))

  test('more work takes more hours, and hours read backwards are the work', () => {
    fc.assert(
      fc.property(machines, fc.array(log(1e16, 1e30), { minLength: 10, maxLength: 10 }), (machine, list) => {
        const odd = new TrainingTable(machine, year)
        const works = list.toSorted((a, b) => a - b)
        const hours = works.map((flop) => odd.gpuHours(flop))
        for (const [i, flop] of works.entries()) {
          expect(odd.flop(hours[i]) / flop).toBeCloseTo(1, 10)
          expect(odd.wallDays(hours[i])).toBeGreaterThan(0)
          if (i > 0 && flop > works[i - 1] * (1 + 1e-9)) expect(hours[i]).toBeGreaterThan(hours[i - 1])
        }
      }),
      { seed: 1, numRuns: 40 },
    )
  })

  test.each<readonly [string, Accelerator]>([
    ['half the speed', withSpeed(h100, 0.5)],
    ['a tenth of the bandwidth of memory', { ...h100, memoryBytesPerSecond: 335e9 }],
    ['a network of a thirtieth', { ...h100, scaleOutBytesPerSecond: 1.5625e9 }],
    ['no fast fabric', { ...h100, scaleUpDomain: 1 }],
    ['16 GB of memory', { ...h100, memoryBytes: 16e9 }],
  ])('%s costs more hours, and the same hours do less work', (_what, machine) => {
    const slower = new TrainingTable(machine, year)
    for (const flop of [1e23, 1e24, 1e25]) {
      expect(slower.gpuHours(flop)).toBeGreaterThan(1.03 * table.gpuHours(flop))
      const hours = table.gpuHours(flop)
      expect(slower.flop(hours)).toBeLessThan(0.97 * flop)
    }
  })

  test('the programs of 2021 took more hours than those of 2025', () => {
    const older = new TrainingTable(h100, 2021)
    for (const flop of [1e22, 1e24]) expect(older.gpuHours(flop)).toBeGreaterThan(1.2 * table.gpuHours(flop))
  })
})
