import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Field } from '../../scenarios/index.ts'
import { companyFields } from '../../scenarios/company/company-fields.ts'
import { catalogue } from '../../scenarios/index.ts'

interface Fact {
  readonly id: string
  readonly role: string
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../scenarios/data/${name}.json`, import.meta.url), 'utf8'))
const facts = read('calibration') as readonly Fact[]
const calibrating = new Set(facts.filter(({ role }) => role === 'calibrate').map(({ id }) => id))
const { accelerators } = read('accelerators') as { accelerators: readonly { readonly id: string }[] }
const machines = new Set(accelerators.map(({ id }) => `machine ${id}`))

const fields: readonly (readonly [string, Field])[] = Object.entries({
  ...catalogue,
  company: companyFields,
}).flatMap(([section, group]) =>
  Object.entries(group).map(([name, field]) => [`${section}.${name}`, field] as const),
)

const isKnownSource = (source: string): boolean =>
  source === 'assumption' ||
  /^book \d+(?:\.\d+)?$/u.test(source) ||
  machines.has(source) ||
  source.split(',').every((id) => calibrating.has(id.trim()))

describe('the catalogue', () => {
  test('has facts to cite and fields to check', () => {
    expect(calibrating.size).toBeGreaterThan(50)
    expect(fields.length).toBeGreaterThan(100)
  })

  test('every field cites a calibrating fact, a machine, a chapter of the book, or says that it is an assumption', () => {
    expect(
      fields
        .filter(([, { source }]) => !isKnownSource(source))
        .map(([name, { source }]) => `${name}: ${source}`),
    ).toEqual([])
  })

  test('every default lies in its plausible range, and that range within the hard limits', () => {
    const broken = fields.filter(([, field]) => {
      if (field.type === 'flag') return false
      const values = field.type === 'list' ? field.value : field.value === null ? [] : [field.value]
      const isOrdered = field.min <= field.low && field.low <= field.high && field.high <= field.max
      const isInside = values.every((value) => value >= field.low && value <= field.high)
      return !isOrdered || !isInside
    })
    expect(broken.map(([name]) => name)).toEqual([])
  })

  test('a list has one default for each label', () => {
    const broken = fields.filter(
      ([, field]) => field.type === 'list' && field.value.length !== field.labels.length,
    )
    expect(broken.map(([name]) => name)).toEqual([])
  })

  test('every field has a title of its own words', () => {
    expect(fields.filter(([, { title }]) => title.trim().length < 5).map(([name]) => name)).toEqual([])
  })

  test('counts are whole', () => {
    const broken = fields.filter(
      ([, field]) =>
        field.type !== 'flag' &&
        field.dimension === 'count' &&
        ![field.value ?? 0].flat().every(Number.isInteger),
    )
    expect(broken.map(([name]) => name)).toEqual([])
  })
})
