import { isRecord, type JsonValue } from './json-value.ts'
import type { OcfItem } from './ocf-item.ts'
import { playedTypes } from './play-transactions.ts'

const words = (text: string): readonly string[] => text.split(' ')

const everywhere = words('id object_type')
const transaction = [...everywhere, ...words('date security_id')]
const issuance = [...transaction, ...words('custom_id stakeholder_id quantity')]
const compensation = [
  ...issuance,
  ...words('stock_plan_id stock_class_id compensation_type exercise_price base_price'),
]

/** Fields that are read, by type of object. */
const read: Readonly<Record<string, readonly string[]>> = {
  ISSUER: [...everywhere, 'legal_name'],
  STAKEHOLDER: [...everywhere, 'name'],
  STOCK_CLASS: [
    ...everywhere,
    ...words('name class_type price_per_share seniority conversion_rights'),
    ...words('liquidation_preference_multiple participation_cap_multiple'),
  ],
  STOCK_PLAN: [
    ...everywhere,
    ...words(
      'plan_name initial_shares_reserved stock_class_id stock_class_ids default_cancellation_behavior',
    ),
  ],
  TX_STOCK_ISSUANCE: [...issuance, ...words('stock_class_id stock_plan_id share_price cost_basis')],
  TX_EQUITY_COMPENSATION_ISSUANCE: compensation,
  TX_PLAN_SECURITY_ISSUANCE: compensation,
  TX_WARRANT_ISSUANCE: [...issuance, ...words('exercise_price exercise_triggers')],
  TX_CONVERTIBLE_ISSUANCE: [
    ...issuance,
    ...words('investment_amount convertible_type conversion_triggers pro_rata'),
  ],
}

/** Fields that are read of every other transaction. */
const ofOthers: readonly string[] = [
  ...transaction,
  ...words('quantity quantity_converted amount balance_security_id resulting_security_ids'),
  ...words('resulting_security_id security_ids stock_class_id stock_plan_id trigger_id'),
  ...words('split_ratio new_ratio_conversion_mechanism shares_reserved new_exercise_price price'),
]

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Values that say nothing which a deal would have to hold: one vote a share, no limit on shares, a label. Those of other
 * fields are said in the comments to be unknown.
 */
const neutral: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  votes_per_share: (value) => value === '1',
  initial_shares_authorized: (value) => value === 'NOT APPLICABLE',
  default_id_prefix: () => true,
  reason_text: () => true,
  quantity_source: (value) => value === 'INSTRUMENT_FIXED',
  purchase_price: (value) => isRecord(value) && value['amount'] === '0',
}

const saysNothing = (item: OcfItem, field: string, value: JsonValue): boolean =>
  isEmpty(value) ||
  item.said.get(field) === 'unknown' ||
  (Object.hasOwn(neutral, field) && neutral[field](value))

const isOwn = (line: JsonValue): boolean => typeof line === 'string' && line.startsWith('froth:')

const isForeign = (field: string, value: JsonValue): boolean =>
  field !== 'comments' || !Array.isArray(value) || !(value as readonly JsonValue[]).every(isOwn)

/** Notes every object that was not used, and every field of those that were which is not. */
export const noteUnused = (items: readonly OcfItem[]): void => {
  for (const item of items) {
    const { type } = item
    if (!Object.hasOwn(read, type) && !playedTypes.has(type)) {
      item.log.note('object_not_used', item, { type })
      continue
    }
    const known = Object.hasOwn(read, type) ? read[type] : ofOthers
    const fields = Object.entries(item.fields)
      .filter(
        ([field, value]) =>
          !known.includes(field) && !saysNothing(item, field, value) && isForeign(field, value),
      )
      .map(([field]) => field)
    for (const field of fields) item.log.note('fields_not_used', item, { type, fields: field })
  }
}
