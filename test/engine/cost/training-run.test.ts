import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  affordableFlop,
  priceTrainingRun,
  trainingFlop,
  trainingGpuHours,
  type TrainingRun,
} from '../../../engine/cost/index.ts'

// 70B parameters on 2T tokens: 6 x 70e9 x 2e12 = 8.4e23 FLOP. An H100 at 40 % of 989e12 does 3.956e14 a second,
// 1.42416e18 an hour: 589,821.4 GPU-hours; at 2.20 an hour 1.2976M; on 1,024 of them 576.0 hours, 24 days.
const llama: TrainingRun = {
  flop: trainingFlop(70e9, 2e12),
  peakFlopPerSecond: 989e12,
  utilisation: 0.4,
  gpuCount: 1024,
  usdPerGpuHour: 2.2,
  overheadShare: 0,
}

test('a 70B model on 2T tokens takes 590 thousand H100-hours at 40 % utilisation', () => {
  const { gpuHours, wallClockHours, costUsd } = priceTrainingRun(llama)
  expect(llama.flop).toBe(8.4e23)
  expect(gpuHours).toBeCloseTo(8.4e23 / 1.42416e18, 6)
  expect(Math.round(gpuHours)).toBe(589_821)
  expect(wallClockHours / 24).toBeCloseTo(24, 2)
  expect(costUsd).toBeCloseTo(589_821.3683855747 * 2.2, 4)
})

test('no run can need fewer than 236 thousand H100-hours for it, at full peak', () => {
  expect(trainingGpuHours(llama.flop, { ...llama, utilisation: 1 })).toBeCloseTo(235_928.547, 2)
})

test('overhead is added to the bill and nothing else', () => {
  const plain = priceTrainingRun(llama)
  const loaded = priceTrainingRun({ ...llama, overheadShare: 0.4 })
  expect(loaded.costUsd).toBeCloseTo(1.4 * plain.costUsd, 6)
  expect(loaded.gpuHours).toBe(plain.gpuHours)
})

test('more accelerators shorten the run and leave the bill', () => {
  const wide = priceTrainingRun({ ...llama, gpuCount: 2048 })
  expect(wide.wallClockHours * 2).toBe(priceTrainingRun(llama).wallClockHours)
  expect(wide.costUsd).toBe(priceTrainingRun(llama).costUsd)
})

test('the FLOP that a budget buys cost that budget', () => {
  const positive = (max: number) => fc.double({ min: 1e-3, max, noNaN: true })
  fc.assert(
    fc.property(positive(1e9), positive(100), positive(3), positive(1), (budget, price, overhead, share) => {
      const run = { ...llama, usdPerGpuHour: price, overheadShare: overhead, utilisation: share }
      const flop = affordableFlop(budget, run)
      expect(priceTrainingRun({ ...run, flop }).costUsd / budget).toBeCloseTo(1, 12)
    }),
    { seed: 6, numRuns: 500 },
  )
})

test('a budget of nothing buys nothing', () => {
  expect(affordableFlop(0, llama)).toBe(0)
})

test('free accelerators still take their time', () => {
  expect(priceTrainingRun({ ...llama, usdPerGpuHour: 0 })).toMatchObject({
    costUsd: 0,
    gpuHours: expect.closeTo(589_821.368, 2),
  })
})

test.each([
  [() => trainingFlop(0, 1), 'trainingFlop: parameters must be positive and finite, got 0'],
  [() => trainingFlop(1, NaN), 'trainingFlop: tokens must be positive and finite, got NaN'],
  [() => trainingGpuHours(-1, llama), 'trainingGpuHours: flop must be positive and finite, got -1'],
  [
    () => priceTrainingRun({ ...llama, utilisation: 1.01 }),
    'priceTrainingRun: utilisation must be above 0 and at most 1, got 1.01',
  ],
  [
    () => priceTrainingRun({ ...llama, utilisation: 0 }),
    'priceTrainingRun: utilisation must be above 0 and at most 1, got 0',
  ],
  [
    () => priceTrainingRun({ ...llama, gpuCount: 0 }),
    'priceTrainingRun: gpuCount must be positive and finite, got 0',
  ],
  [
    () => priceTrainingRun({ ...llama, peakFlopPerSecond: Infinity }),
    'priceTrainingRun: peakFlopPerSecond must be positive and finite, got Infinity',
  ],
  [
    () => priceTrainingRun({ ...llama, usdPerGpuHour: -2 }),
    'priceTrainingRun: usdPerGpuHour must be at least 0 and finite, got -2',
  ],
  [
    () => priceTrainingRun({ ...llama, overheadShare: NaN }),
    'priceTrainingRun: overheadShare must be at least 0 and finite, got NaN',
  ],
  [() => affordableFlop(-1, llama), 'affordableFlop: budgetUsd must be at least 0 and finite, got -1'],
  [
    () => affordableFlop(1, { ...llama, usdPerGpuHour: 0 }),
    'affordableFlop: usdPerGpuHour must be positive and finite, got 0',
  ],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})

test('the default accelerators are those of the calibration, newest last', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../../scenarios/data/${name}.json`, import.meta.url), 'utf8'))
  const generations: {
    name: string
    launch: string
    peakFlopPerSecond: number
    powerWatts: number
    source: string
  }[] = read('accelerator-generations')
  const specs = (
    read('calibration') as { id: string; value: Record<string, { tflops: number; w: number }> }[]
  ).find((entry) => entry.id === 'G6_specs')
  expect(generations.map((generation) => generation.name)).toEqual(Object.keys(specs!.value))
  for (const generation of generations) {
    expect(generation.peakFlopPerSecond).toBe(specs!.value[generation.name].tflops * 1e12)
    expect(generation.powerWatts).toBe(specs!.value[generation.name].w)
    expect(generation.source).toContain('G6_specs')
    expect(generation.launch).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/)
  }
  expect(generations.map((g) => g.launch)).toEqual(generations.map((g) => g.launch).toSorted())
})
