import { expect, it, test } from 'vitest'
import { usualMachine } from '../../../scenarios/machines/usual-machine.ts'
import { machines } from '../data-texts.ts'

test.each([
  [2017, 'V100-SXM2-32GB'],
  [2020.49, 'V100-SXM2-32GB'],
  [2020.5, 'A100-SXM-80GB'],
  [2023.49, 'A100-SXM-80GB'],
  [2023.5, 'H100-SXM'],
  [2040, 'H100-SXM'],
])('the usual machine of %d is %s', (year, id) => {
  expect(usualMachine(machines, year).accelerator.id).toBe(id)
})

it('a table without it is refused', () => {
  expect(() => usualMachine({ ...machines, machines: [] }, 2024)).toThrow(
    'usualMachine: the table must have H100-SXM',
  )
})
