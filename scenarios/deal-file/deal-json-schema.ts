import type { JsonSchema } from '../load/shape.ts'
import { toSchema } from '../resolved/json-schema.ts'
import { dealShape } from './deal-shape.ts'

/** JSON Schema (draft 2020-12) of deal files. Where it and the loader differ the loader is stricter. */
export const dealJsonSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'froth.deal.schema.json',
  ...toSchema(dealShape),
  type: 'object',
  required: ['froth', 'common'],
  description:
    'A cap table with its rounds and exits. Units are written: $4M, 8M shares, 20%, 8%/year, 2x, 2024-06-01.',
})
