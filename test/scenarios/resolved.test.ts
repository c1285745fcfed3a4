import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalJson,
  catalogue,
  renderQuantity,
  renderResolved,
  toJsonSchema,
} from '../../scenarios/index.ts'
import { scenarioShape } from '../../scenarios/load/scenario-shape.ts'
import type { JsonSchema, Shape } from '../../scenarios/load/shape.ts'
import { unitExamples } from '../../scenarios/units/unit-examples.ts'
import type { Section } from '../../scenarios/index.ts'
import { loadSound, northlight } from './in-memory.ts'

const sections: Readonly<Record<string, Section>> = catalogue

describe('the resolved scenario', () => {
  test('shows every value with its origin, and distributions as they were meant', async () => {
    const loaded = await loadSound(northlight, { sets: ['market.herding=0.2'] })
    const lines = renderResolved(loaded, catalogue).split('\n')
    expect(lines).toContain('  cash: $4M  # a.yaml:12')
    expect(lines).toContain('  growth: { low: 3%/month, mid: 5%/month, high: 8%/month }  # a.yaml:14')
    expect(lines).toContain('  herding: 20%  # --set market.herding=0.2')
    expect(lines).toContain('  demand: 1x  # default; assumption')
    expect(lines).toContain('  discipline: 60%  # a.yaml:20')
  })

  test('loading it again gives the same canonical JSON, whatever was changed', async () => {
    const paths = Object.entries(sections).flatMap(([section, fields]) =>
      Object.entries(fields).flatMap(([name, field]) =>
        field.type === 'quantity' && field.dimension !== 'count' ? [{ section, name, field }] : [],
      ),
    )
    const snake = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
    const change = fc.tuple(fc.constantFrom(...paths), fc.double({ min: 0, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
        const sets = changes.map(({ 0: { section, name, field }, 1: share }) => {
          const value = field.low + share * (field.high - field.low)
          return `${snake(section)}.${snake(name)}=${renderQuantity(value, field.dimension)}`
        })
        const loaded = await loadSound(northlight, { sets })
        const again = await loadSound(renderResolved(loaded, catalogue))
        expect(canonicalJson(again.scenario)).toBe(canonicalJson(loaded.scenario))
      }),
      { numRuns: 30, seed: 4 },
    )
  })

  test('origins with line breaks or comment signs cannot add a line to it', async () => {
    const loaded = await loadSound(
      'froth: 1\nname: "a # b: \\" c"\nsources: { runs: "x\\u2028y # z" }\nruns: 5\n',
    )
    const again = await loadSound(renderResolved(loaded, catalogue))
    expect(again.scenario).toEqual(loaded.scenario)
  })

  test('the hash does not see names, seed, runs and gates, and sees everything else', async () => {
    const base = canonicalJson((await loadSound(northlight)).scenario)
    const changed = async (...sets: readonly string[]): Promise<boolean> =>
      canonicalJson((await loadSound(northlight, { sets })).scenario) !== base
    expect(await changed('name=Other', 'seed=9', 'runs=3', 'expect=[]')).toBe(false)
    for (const set of [
      'horizon=61 months',
      'company.cash=$5M',
      'shocks=[]',
      'market.demand=1.1',
      'company.growth=5%/month',
    ])
      expect(await changed(set)).toBe(true)
  })

  test('canonical JSON has its keys sorted', () => {
    const keys = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? true
        : Object.keys(value).every((key, index, all) => index === 0 || (all[index - 1] ?? '') < key) &&
          Object.values(value).every(keys)
    return loadSound(northlight).then(({ scenario }) =>
      expect(keys(JSON.parse(canonicalJson(scenario)))).toBe(true),
    )
  })
})

const isGroup = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const comparePaths = (shape: Shape, schema: unknown, path: string, differences: string[]): void => {
  if (!isGroup(schema)) differences.push(path)
  else if (shape.kind === 'list') comparePaths(shape.item, schema['items'], `${path}[]`, differences)
  else if (shape.kind === 'map') {
    if (schema['additionalProperties'] !== false) differences.push(`${path} is open`)
    const properties = isGroup(schema['properties']) ? schema['properties'] : {}
    for (const [name, field] of Object.entries(shape.fields))
      comparePaths(field, properties[name], `${path}.${name}`, differences)
  }
}

const patternsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(patternsOf)
    : isGroup(value)
      ? Object.entries(value).flatMap(([key, inner]) =>
          key === 'pattern' && typeof inner === 'string' ? [inner] : patternsOf(inner),
        )
      : []

describe('the JSON Schema', () => {
  test('describes every field that the loader knows and closes every group', async () => {
    const differences: string[] = []
    const shape = scenarioShape(catalogue)
    comparePaths(shape, await toJsonSchema(catalogue), '', differences)
    expect(differences).toEqual([])
  })

  test('accepts what the loader accepts: examples and rendered defaults', async () => {
    const schema = await toJsonSchema(catalogue)
    const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>
    for (const [section, fields] of Object.entries(sections)) {
      for (const [name, field] of Object.entries(fields)) {
        if (field.type !== 'quantity') continue
        const snake = name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
        const group = (properties[section] ?? {})['properties'] as Readonly<Record<string, JsonSchema>>
        const [pattern = '$^'] = patternsOf(group[snake])
        const examples = unitExamples[field.dimension]
        for (const text of [renderQuantity(field.value, field.dimension), ...examples.split(', ')])
          expect(text, `${section}.${snake}`).toMatch(new RegExp(pattern, 'u'))
      }
    }
  })

  test('is draft 2020-12, and has a title on every field', async () => {
    const schema = await toJsonSchema(catalogue)
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      required: ['froth'],
    })
    const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>
    expect(Object.values(properties).every(({ title }) => typeof title === 'string' && title !== '')).toBe(
      true,
    )
  })
})
