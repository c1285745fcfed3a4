import { describe, expect, test } from 'vitest'
import type { RunRecord } from '../../agents/index.ts'
import { defaultScenario, meanOf, pairedDifference, simulate } from './default-scenario.ts'

// Paired runs (common random numbers), seed 1, 24 runs, 60 months. A difference must exceed 6 standard errors: with
// t(23) a false alarm has probability below 4e-6 a side, and the direction is asserted too.
const runs = 24
const horizonMonths = 60
const baseline = simulate(defaultScenario({}, { horizonMonths }), runs)

function expectMove(knob: string, output: (record: RunRecord) => number, sign: 1 | -1): void {
  const plenty = simulate(defaultScenario({ market: marketWith(knob, 1000) }, { horizonMonths }), runs)
  const { mean, error } = pairedDifference(baseline.map(output), plenty.map(output))
  expect(sign * mean).toBeGreaterThan(6 * error)
}

const marketWith = (knob: string, value: number) => ({
  ...defaultScenario().parameters.market,
  [knob]: value,
})

describe('each of the four scarcities binds: a thousand times the supply moves an output', () => {
  test('capital: rounds get dearer', () => {
    expectMove('capitalSupply', (r) => Math.log(meanOf(r.rounds.postMoneyUsd)), 1)
  })
  test('compute: the price of a GPU-hour falls', () => {
    expectMove('gpuSupply', (r) => meanOf(r.market.gpuPriceUsdPerHour), -1)
  })
  test('talent: wages fall', () => {
    expectMove('talentSupply', (r) => meanOf(r.market.wageIndex), -1)
  })
  test('customers: revenue rises', () => {
    expectMove('demand', (r) => Math.log(meanOf(r.startups.peakArrUsd)), 1)
  })
})
