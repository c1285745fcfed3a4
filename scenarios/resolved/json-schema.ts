import { families } from '../load/read-distribution.ts'
import type { Catalogue } from '../load/scenario-shape.ts'
import { scenarioShape } from '../load/scenario-shape.ts'
import type { JsonSchema, Shape } from '../load/shape.ts'

const value = { type: ['string', 'number'] } as const
const distribution: JsonSchema = {
  title: 'An uncertain quantity: each run draws it once',
  type: 'object',
  properties: {
    family: { enum: families },
    ...Object.fromEntries(
      ['low', 'mid', 'high', 'p10', 'p50', 'p90', 'mean', 'sd', 'median'].map((name) => [name, value]),
    ),
    sigma: { type: 'number', exclusiveMinimum: 0 },
  },
  additionalProperties: false,
}

/** The JSON Schema of one part of a file. */
export const toSchema = (shape: Shape): JsonSchema => {
  if (shape.kind === 'leaf') return shape.jsonSchema
  if (shape.kind === 'list') return { title: shape.title, type: 'array', items: toSchema(shape.item) }
  return {
    title: shape.title,
    type: ['object', 'null'],
    properties: Object.fromEntries(
      Object.entries(shape.fields).map(([name, field]) => [name, toSchema(field)]),
    ),
    required: shape.required,
    additionalProperties: false,
  }
}

/**
 * JSON Schema (draft 2020-12) of scenario files, for editors. Made from the same description as the loader's checks;
 * where they differ the loader is stricter (limits, order of a distribution, fields that depend on each other).
 */
export const toJsonSchema = (catalogue: Catalogue): JsonSchema => {
  const shape = scenarioShape(catalogue)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'froth.schema.json',
    ...toSchema(shape),
    type: 'object',
    required: ['froth'],
    description:
      'A market of AI startups, and optionally your company in it. Units are written: $4M, 18 months, 5%/month.',
    $defs: { distribution },
  }
}
