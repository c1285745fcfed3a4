import { companyShape } from '../company/company-shape.ts'
import type { Field, Section } from '../fields/field.ts'
import { gateLeaf } from '../gates/gate-leaf.ts'
import { shocks } from '../vocabulary.ts'
import { understood } from '../units/problem.ts'
import { labelledLeaf } from './labelled-leaf.ts'
import { certain } from './leaf-value.ts'
import { flagLeaf, monthLeaf, numberLeaf, quantityLeaf, textLeaf, wordLeaf } from './leaves.ts'
import type { LeafShape, ListShape, MapShape, Shape } from './shape.ts'
import { makeSourcesLeaf } from './sources-leaf.ts'
import { toSnakeCase } from './spelling.ts'
import { warningLeaf } from './warning-leaf.ts'

/** Sections of parameters by name, as `fields/catalogue.ts` has them. */
export type Catalogue = Readonly<Record<string, Section>>

/** The scenario file of a catalogue, and the quantities in it by path. */
export interface ScenarioShape extends MapShape {
  readonly catalogue: Catalogue
}

/** Largest seed: whole numbers up to here are exact. */
export const maxSeed = Number.MAX_SAFE_INTEGER

const fieldShape = (field: Field): LeafShape => {
  if (field.type === 'flag') return flagLeaf(field.title)
  if (field.type === 'list') return labelledLeaf(field)
  return quantityLeaf(field.title, {
    dimension: field.dimension,
    min: field.min,
    max: field.max,
    isOptional: field.type === 'optional',
  })
}

const sectionShape = (name: string, section: Section): MapShape => ({
  kind: 'map',
  title: `Parameters: ${toSnakeCase(name).replaceAll('_', ' ')}`,
  fields: Object.fromEntries(
    Object.entries(section).map(([field, declared]) => [toSnakeCase(field), fieldShape(declared)]),
  ),
  required: [],
})

const shockList: ListShape = {
  kind: 'list',
  title: 'Dated changes of conditions',
  item: {
    kind: 'map',
    title: 'A dated change of conditions',
    fields: {
      shock: wordLeaf('What happens', shocks),
      month: monthLeaf('Month in which it starts', 0, 360),
      duration: numberLeaf('How long it lasts', { dimension: 'months', min: 0, max: 360, isWhole: false }),
      severity: numberLeaf('Size: 1 is as described for the shock', {
        dimension: 'multiple',
        min: 0,
        max: 10,
        isWhole: false,
      }),
    },
    required: ['shock', 'month'],
  },
}

/** The loader checks the version file by file, before they are merged. */
const versionLeaf: LeafShape = {
  kind: 'leaf',
  title: 'Version of the file format: 1',
  read: () => understood(certain(1)),
  jsonSchema: { title: 'Version of the file format', const: 1 },
}

const whole = (title: string, min: number, max: number): LeafShape =>
  numberLeaf(title, { dimension: 'number', min, max, isWhole: true })

const listOf = (title: string, item: Shape): ListShape => ({ kind: 'list', title, item })

const made = new WeakMap<Catalogue, ScenarioShape>()

const makeShape = (catalogue: Catalogue): ScenarioShape => {
  const sections = Object.fromEntries(
    Object.entries(catalogue).map(([name, section]) => [toSnakeCase(name), sectionShape(name, section)]),
  )
  const studied: Record<string, Shape> = {
    froth: versionLeaf,
    name: textLeaf('Name of the scenario'),
    extends: textLeaf('Scenario to build on: a built-in, or a file in this folder or below', 400),
    seed: whole('Seed of all chance: the same seed gives the same numbers', 0, maxSeed),
    runs: whole('How many times the market is run', 1, 10_000_000),
    horizon: numberLeaf('How far the study looks', { dimension: 'months', min: 1, max: 360, isWhole: true }),
    company: companyShape,
    ...sections,
    shocks: shockList,
    expect: listOf('Claims that the result must fulfil; a failed one ends with exit code 4', gateLeaf),
    allow: listOf('Warnings to keep quiet', warningLeaf),
  }
  const fields = { ...studied, sources: makeSourcesLeaf(studied) }
  return { kind: 'map', title: 'froth scenario', fields, required: [], catalogue }
}

/** The shape of scenario files for a catalogue; made once. */
export const scenarioShape = (catalogue: Catalogue): ScenarioShape => {
  const shape = made.get(catalogue) ?? makeShape(catalogue)
  made.set(catalogue, shape)
  return shape
}
