import fc from 'fast-check'
import { expect, test } from 'vitest'
import { typicalAccelerators } from '../../../../engine/cost/run/typical-accelerators.ts'
import { readText } from '../../../project/source-files.ts'

interface Run {
  readonly family: string
  readonly architecture: { readonly params_total: number | null; readonly params_active: number | null }
  readonly tokens: number | null
  readonly flops_factor_vs_6ND: number | null
  readonly accelerator: string
  readonly n_accelerators: number | null
  readonly eval_tier: string | null
}

interface Peak {
  readonly id: string
  readonly peakFlopPerSecond: { readonly bf16: number; readonly fp16: number }
}

const runs = JSON.parse(readText('scenarios/data/training-runs.json')) as Run[]
const { accelerators } = JSON.parse(readText('scenarios/data/accelerators.json')) as { accelerators: Peak[] }
const peaks = new Map(
  accelerators.map(({ id, peakFlopPerSecond: peak }) => [id, Math.max(peak.bf16, peak.fp16)]),
)

/** Runs of tiers A and B that say how many accelerators they had: family, hours of one at its peak, number. */
const points = runs.flatMap((run) => {
  const active = run.architecture.params_active ?? run.architecture.params_total
  const peak = peaks.get(run.accelerator) ?? 0
  const isKnown = run.eval_tier === 'A' || run.eval_tier === 'B'
  if (!isKnown || !active || !run.tokens || !run.n_accelerators || peak === 0) return []
  const flop = 6 * active * run.tokens * (run.flops_factor_vs_6ND ?? 1)
  return [{ family: run.family, flop, peak, count: run.n_accelerators }]
})

test('the line is the least-squares fit of the published runs, each family with weight 1', () => {
  const members = new Map<string, number>()
  for (const { family } of points) members.set(family, (members.get(family) ?? 0) + 1)
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (const { family, flop, peak, count } of points) {
    const weight = 1 / members.get(family)!
    const hours = Math.log(flop / peak / 3600)
    w += weight
    x += weight * hours
    y += weight * Math.log(count)
    xx += weight * hours * hours
    xy += weight * hours * Math.log(count)
  }
  const slope = (w * xy - x * y) / (w * xx - x * x)
  expect([points.length, members.size]).toEqual([53, 34])
  expect(slope).toBeCloseTo(0.52, 2)
  expect(Math.exp((y - slope * x) / w)).toBeCloseTo(1.47, 2)
})

test('at least half of the published runs had within a factor of 2 of the typical number', () => {
  const near = points.filter(({ flop, peak, count }) => {
    const ratio = typicalAccelerators(flop, peak) / count
    return ratio >= 0.5 && ratio <= 2
  })
  expect(near.length).toBeGreaterThanOrEqual(points.length / 2)
})

test('more work never has fewer accelerators, and a faster one never needs more of them', () => {
  const size = fc.double({ min: 15, max: 27, noNaN: true }).map((exponent) => Math.exp(exponent * Math.LN10))
  fc.assert(
    fc.property(size, size, fc.double({ min: 1e13, max: 1e16, noNaN: true }), (a, b, peak) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      expect(typicalAccelerators(less, peak)).toBeLessThanOrEqual(typicalAccelerators(more, peak))
      expect(typicalAccelerators(less, 2 * peak)).toBeLessThanOrEqual(typicalAccelerators(less, peak))
    }),
    { seed: 33, numRuns: 300 },
  )
})

test('the smallest work has one accelerator', () => {
  expect(typicalAccelerators(1, 1e15)).toBe(1)
})

test.each([
  [() => typicalAccelerators(0, 1), 'typicalAccelerators: flop must be positive and finite, got 0'],
  [
    () => typicalAccelerators(1, Infinity),
    'typicalAccelerators: peakFlopPerSecond must be positive and finite, got Infinity',
  ],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})
