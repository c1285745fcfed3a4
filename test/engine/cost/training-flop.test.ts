import { expect, test } from 'vitest'
import { trainingFlop } from '../../../engine/cost/index.ts'

test('a 70B model on 2T tokens takes 6 x 70e9 x 2e12 = 8.4e23 FLOP', () => {
  expect(trainingFlop(70e9, 2e12)).toBe(8.4e23)
})

test.each([
  [() => trainingFlop(0, 1), 'trainingFlop: parameters must be positive and finite, got 0'],
  [() => trainingFlop(1, NaN), 'trainingFlop: tokens must be positive and finite, got NaN'],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})
