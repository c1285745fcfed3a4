import { expect, test } from 'vitest'
import { readText } from './source-files.ts'

interface Entry {
  readonly id: string
  readonly quantity: string
  readonly value: unknown
  readonly unit: string
  readonly source: string
  readonly status: string
  readonly role: string
}
const entries = JSON.parse(readText('scenarios/data/calibration.json')) as Entry[]

test('the calibration holds its facts, each under an id of its own', () => {
  expect(entries.length).toBeGreaterThan(100)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
})

test('each fact says what it measures, its value, its source and how well it is known', () => {
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
  const isGood = (entry: Entry) =>
    /^[A-Z]\w*$/.test(entry.id) &&
    isText(entry.quantity) &&
    isText(entry.source) &&
    isText(entry.status) &&
    isText(entry.role) &&
    entry.value !== null &&
    entry.value !== undefined
  expect(entries.filter((entry) => !isGood(entry)).map(({ id }) => id)).toEqual([])
})

test('no number of the calibration is infinite or not a number', () => {
  const numbersIn = (value: unknown): number[] => {
    if (typeof value === 'number') return [value]
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
  }
  const numbers = entries.flatMap(({ value }) => numbersIn(value))
  expect(numbers.length).toBeGreaterThan(entries.length / 2)
  expect(numbers.every(Number.isFinite)).toBe(true)
})
