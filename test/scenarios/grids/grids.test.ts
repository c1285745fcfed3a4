import { expect, test } from 'vitest'
import { findGrid } from '../../../scenarios/grids/find-grid.ts'
import { parseGrids } from '../../../scenarios/grids/parse-grids.ts'
import { dataText, grids } from '../data-texts.ts'

test.each([
  ['fr', 'FR'],
  ['France', 'FR'],
  ['usa', 'US'],
  ['United States', 'US'],
  ['california', 'US-CAMX'],
  ['us-ercot', null],
  ['world', 'world'],
])('%s is the grid %s', (name, id) => {
  const found = findGrid(grids, name)
  expect(found._tag === 'Found' ? found.grid.id : null).toBe(id)
})

test('a grid misspelt is suggested', () => {
  expect(findGrid(grids, 'Germny')).toEqual({ _tag: 'UnknownGrid', name: 'Germny', suggestions: ['DE'] })
})

test('every grid has a year, a source and grams between hydro power and coal', () => {
  expect(grids.grids.length).toBeGreaterThan(30)
  for (const { id, gramsPerKwh, year, source } of grids.grids) {
    expect(gramsPerKwh, id).toBeGreaterThanOrEqual(0)
    expect(gramsPerKwh, id).toBeLessThan(900)
    expect(year, id).toBeGreaterThanOrEqual(2020)
    expect(source, id).not.toBe('')
  }
})

// Ember 2023 via Our World in Data and Statista: 481 in the world, 582 in China, 56 in France, 30 in Norway.
test.each([
  ['world', 481],
  ['CN', 582],
  ['FR', 56],
  ['NO', 30],
])('%s emits %i grams a kWh', (name, grams) => {
  expect(findGrid(grids, name)).toMatchObject({ grid: { gramsPerKwh: grams } })
})

test('the default overhead of a building is the hyperscale one, its range up to the survey average', () => {
  const facts = JSON.parse(dataText('calibration.json')) as { id: string; role: string; value: never }[]
  const { role, value } = facts.find(({ id }) => id === 'G6_pue')!
  expect(role).toBe('calibrate')
  expect([grids.pue.low, grids.pue.value]).toEqual((value as { hyperscale: number[] }).hyperscale)
  expect(grids.pue.high).toBe(value['2023'])
})

test('a grid without its grams is refused by name', () => {
  const raw = JSON.parse(dataText('grids.json')) as { grids: Record<string, unknown>[] }
  delete raw.grids[0]['gramsPerKwh']
  expect(() => parseGrids(JSON.stringify(raw))).toThrow('grids.json: grids[0].gramsPerKwh')
})
