import { expect, test } from 'vitest'
import { embodiedTonnes, operationalTonnes } from '../../../../engine/cost/energy/carbon.ts'
import { energyMwh } from '../../../../engine/cost/energy/energy-mwh.ts'

test('energy is hours times watts times the overhead of the building', () => {
  // GPT-3 in Patterson et al. 2021, table 4: 3.552 million V100-hours at 330 W and 1.1 are 1,289 MWh.
  expect(energyMwh(3_552_000, 330, 1.1)).toBeCloseTo(1289.376, 6)
})

test('carbon is energy times what the grid emits', () => {
  expect(operationalTonnes(1287, 429)).toBeCloseTo(552.123, 6)
  expect(operationalTonnes(1, 0)).toBe(0)
})

test("a run bears its hours' part of making the machines", () => {
  const made = { kgPerAccelerator: 318, lifeYears: 5, utilisation: 0.8 }
  // Eight accelerators for their whole working life, 5 x 8,766 x 0.8 hours, bear all of eight.
  expect(embodiedTonnes(8 * 35_064, made)).toBeCloseTo((8 * 318) / 1000, 12)
})

test.each([
  [() => energyMwh(0, 1, 1.2), 'energyMwh: gpuHours'],
  [() => energyMwh(1, -5, 1.2), 'energyMwh: watts'],
  [() => energyMwh(1, 1, 0.99), 'energyMwh: pue must be at least 1 and finite, got 0.99'],
  [() => energyMwh(1, 1, NaN), 'energyMwh: pue'],
  [() => operationalTonnes(NaN, 1), 'operationalTonnes: energyMwh'],
  [() => operationalTonnes(1, -1), 'operationalTonnes: gramsPerKwh'],
  [
    () => embodiedTonnes(1, { kgPerAccelerator: 1, lifeYears: 1, utilisation: 2 }),
    'embodiedTonnes: utilisation',
  ],
  [() => embodiedTonnes(1, { kgPerAccelerator: 0, lifeYears: 1, utilisation: 1 }), 'kgPerAccelerator'],
])('a value out of its range is refused by name (%#)', (run, message) => {
  expect(run).toThrow(RangeError)
  expect(run).toThrow(message)
})
