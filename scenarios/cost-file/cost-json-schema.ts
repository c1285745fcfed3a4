import type { JsonSchema } from '../load/shape.ts'
import { toSchema } from '../resolved/json-schema.ts'
import { makeCostShape, type CostNames } from './cost-shape.ts'

/** JSON Schema (draft 2020-12) of cost files. Where it and the loader differ the loader is stricter. */
export const costJsonSchema = (names: CostNames): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'froth.cost.schema.json',
  ...toSchema(makeCostShape(names)),
  type: 'object',
  required: ['froth', 'model'],
  description:
    'A training run to be priced, and what it may run on. Units are written: 70B, $2.20/h, 400 Gbit/s.',
})
