import { expect, test } from 'vitest'
import type { ShapeWish } from '../../../scenarios/index.ts'
import { planOf, problemsOf, reportOf } from './tables.ts'

const priced = (shape: ShapeWish) => reportOf(planOf({ model: { shape } })).model

const mixtral = {
  parameters: 47e9,
  experts: 8,
  activeExperts: 2,
  layers: 32,
  hidden: 4096,
  heads: 32,
  keyValueHeads: 8,
  feedForward: 14_336,
}

test('A mixture written as a shape is the mixture that was published', () => {
  const { parameters, activeParameters, transformer } = priced(mixtral)
  expect(parameters / 1e9).toBeCloseTo(46.7, 1)
  expect(activeParameters / 1e9).toBeCloseTo(12.9, 1)
  expect(transformer).toMatchObject({ expertWidth: 14_336, denseLayers: 0 })
})

test('A mixture with shared, narrow experts and dense layers keeps every field that is given', () => {
  const given = {
    experts: 256,
    activeExperts: 8,
    sharedExperts: 1,
    expertWidth: 2048,
    feedForward: 18_432,
    denseLayers: 3,
    layers: 61,
    hidden: 7168,
  }
  const { parameters, activeParameters, transformer } = priced(given)
  expect(transformer).toMatchObject(given)
  expect(parameters / 671e9).toBeCloseTo(1, 1)
  expect(Math.abs(activeParameters / 37e9 - 1)).toBeLessThan(0.15)
})

test('A total and experts alone are a mixture of that total', () => {
  const { parameters, activeParameters } = priced({ parameters: 47e9, experts: 8, activeExperts: 2 })
  expect(parameters / 47e9).toBeCloseTo(1, 2)
  expect(Math.abs(activeParameters / 12.9e9 - 1)).toBeLessThan(0.15)
})

test('A count that the shape beside it does not have is refused at the count', () => {
  const shape = { parameters: 100e9, layers: 32, hidden: 4096 }
  expect(problemsOf(planOf({ model: { shape } }))).toStrictEqual(['F230 model.params'])
  const active = { ...mixtral, activeParameters: 30e9 }
  expect(problemsOf(planOf({ model: { shape: active } }))).toStrictEqual(['F230 model.active'])
  expect(problemsOf(planOf({ model: { shape: { ...shape, parameters: 6.7e9 } } }))).toStrictEqual([])
})
