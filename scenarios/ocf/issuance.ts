import type { JsonValue } from './json-value.ts'
import { ocfId } from './ocf-id.ts'

/** Identifier of a holder. */
export const holderId = (name: string): string => ocfId('holder', name)

/** Fields that every issuance has. */
export const issuance = (
  type: string,
  names: readonly (string | number)[],
  holder: string,
): Record<string, JsonValue> => ({
  id: ocfId('transaction', type, ...names),
  object_type: type,
  security_id: ocfId('security', type, ...names),
  stakeholder_id: holderId(holder),
  security_law_exemptions: [],
})
