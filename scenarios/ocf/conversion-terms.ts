import type { CapBasis } from '../../engine/finance/index.ts'
import { isRecord, type JsonPath, type JsonValue } from './json-value.ts'
import type { OcfItem } from './ocf-item.ts'

/** Terms on which a convertible converts, as its triggers state them. */
export interface ConversionTerms {
  readonly path: JsonPath
  /** Type of the mechanism: `SAFE_CONVERSION`, `CONVERTIBLE_NOTE_CONVERSION`, or one that a deal cannot express. */
  readonly type: string
}

const understood = ['SAFE_CONVERSION', 'CONVERTIBLE_NOTE_CONVERSION'] as const

const comparable = (value: JsonValue | undefined): string => JSON.stringify(value) ?? ''

const read: readonly string[] = [
  'type',
  'conversion_discount',
  'conversion_valuation_cap',
  'conversion_mfn',
  'conversion_timing',
  'capitalization_definition_rules',
  'interest_rates',
  'day_count_convention',
  'interest_payout',
  'interest_accrual_period',
  'compounding_type',
]

/** Terms beside those that are read, such as a multiple paid at an exit. */
const noteOthers = (item: OcfItem, { path, type }: ConversionTerms): void => {
  const mechanism = item.at(...path)
  if (!isRecord(mechanism)) return
  for (const field of Object.keys(mechanism))
    if (!read.includes(field)) item.log.note('fields_not_used', item, { type, fields: field })
}

/** The mechanism that counts: that of the first trigger which has one that is understood. */
export const findTerms = (item: OcfItem, name: string): ConversionTerms => {
  if (!item.has('conversion_triggers')) item.missing('conversion_triggers')
  const all = item.list('conversion_triggers').map(([at]) => {
    const path = [...at, 'conversion_right', 'conversion_mechanism']
    return { at, path, type: item.text(...path, 'type') ?? '' }
  })
  const isUnderstood = ({ type }: { readonly type: string }): boolean =>
    understood.some((one) => one === type)
  const found = all.find(isUnderstood) ?? all[0]
  if (found === undefined) return { path: ['conversion_triggers', 0], type: '' }
  const mine = comparable(item.at(...found.path))
  if (all.some(({ path }) => item.has(...path) && comparable(item.at(...path)) !== mine))
    item.log.note('triggers_differ', item, { name, trigger: item.text(...found.at, 'trigger_id') ?? '1' })
  if (!isUnderstood(found))
    item.log.note('mechanism_unknown', item, { name, mechanism: found.type === '' ? '?' : found.type })
  noteOthers(item, found)
  return found
}

const timings = { PRE_MONEY: 'pre_money', POST_MONEY: 'post_money' } as const

/** What the cap counts: by the timing, else by the rules of the capitalization, else the usual of its kind. */
export const readCapBasis = (
  item: OcfItem,
  { path }: ConversionTerms,
  name: string,
  isNote: boolean,
): CapBasis => {
  const timing = isNote ? null : item.word(['PRE_MONEY', 'POST_MONEY'], ...path, 'conversion_timing')
  if (timing !== null) return timings[timing]
  const rules = [...path, 'capitalization_definition_rules']
  if (item.has(...rules))
    return item.flag(...rules, 'include_other_converting_securities') ? 'post_money' : 'pre_money'
  const basis = isNote ? 'pre_money' : 'post_money'
  if (item.has(...path, 'conversion_valuation_cap')) item.log.note('cap_basis_assumed', item, { name, basis })
  return basis
}
