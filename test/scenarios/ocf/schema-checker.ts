/**
 * Required fields, patterns and words of the schema of the Open Cap Format, v1.2.0, as far as written packages use it.
 *
 * Source: schema/objects, schema/objects/transactions/issuance, schema/types, schema/primitives and schema/enums of
 * https://github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF; read field by field, nothing copied but names.
 */
const words = (text: string): readonly string[] => text.split(' ')

const issuance = words('id object_type date security_id custom_id stakeholder_id security_law_exemptions')

export const requiredFields: Readonly<Record<string, readonly string[]>> = {
  ISSUER: words('id object_type legal_name formation_date country_of_formation'),
  STAKEHOLDER: words('id object_type name stakeholder_type'),
  STOCK_CLASS: words(
    'id object_type name class_type default_id_prefix initial_shares_authorized votes_per_share seniority',
  ),
  STOCK_PLAN: words('id object_type plan_name initial_shares_reserved stock_class_ids'),
  TX_STOCK_ISSUANCE: [...issuance, ...words('stock_class_id share_price quantity stock_legend_ids')],
  TX_EQUITY_COMPENSATION_ISSUANCE: [
    ...issuance,
    ...words('compensation_type quantity expiration_date termination_exercise_windows exercise_price'),
  ],
  TX_WARRANT_ISSUANCE: [...issuance, ...words('exercise_triggers purchase_price')],
  TX_CONVERTIBLE_ISSUANCE: [
    ...issuance,
    ...words('convertible_type investment_amount conversion_triggers seniority'),
  ],
  TX_STOCK_TRANSFER: words('id object_type date security_id quantity resulting_security_ids'),
  TX_STOCK_CONVERSION: words('id object_type date security_id quantity_converted resulting_security_ids'),
  TX_CONVERTIBLE_CONVERSION: words(
    'id object_type date security_id reason_text trigger_id resulting_security_ids',
  ),
  TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT: words(
    'id object_type date stock_class_id new_ratio_conversion_mechanism',
  ),
  TX_STOCK_PLAN_POOL_ADJUSTMENT: words('id object_type date stock_plan_id shares_reserved'),
  OCF_MANIFEST_FILE: [
    ...words(
      'ocf_version file_type issuer as_of generated_at stock_plans_files stock_legend_templates_files',
    ),
    ...words(
      'stock_classes_files vesting_terms_files valuations_files transactions_files stakeholders_files',
    ),
  ],
  RATIO_CONVERSION: words('type ratio conversion_price rounding_type'),
  SAFE_CONVERSION: words('type conversion_mfn'),
  CONVERTIBLE_NOTE_CONVERSION: words(
    'type interest_rates day_count_convention interest_payout interest_accrual_period compounding_type',
  ),
  FIXED_AMOUNT_CONVERSION: words('type converts_to_quantity'),
  AUTOMATIC_ON_CONDITION: words('type trigger_id trigger_condition conversion_right'),
  ELECTIVE_AT_WILL: words('type trigger_id conversion_right'),
  CONVERTIBLE_CONVERSION_RIGHT: words('type conversion_mechanism'),
  WARRANT_CONVERSION_RIGHT: words('type conversion_mechanism'),
  STOCK_CLASS_CONVERSION_RIGHT: words('type conversion_mechanism'),
}

const enums: Readonly<Record<string, readonly string[]>> = {
  class_type: words('COMMON PREFERRED'),
  stakeholder_type: words('INDIVIDUAL INSTITUTION'),
  convertible_type: words('NOTE SAFE CONVERTIBLE_SECURITY'),
  compensation_type: words('OPTION OPTION_NSO OPTION_ISO RSU CSAR SSAR'),
  day_count_convention: words('ACTUAL_365 30_360'),
  interest_payout: words('DEFERRED CASH'),
  interest_accrual_period: words('DAILY MONTHLY QUARTERLY SEMI_ANNUAL ANNUAL'),
  compounding_type: words('SIMPLE COMPOUNDING'),
  conversion_timing: words('PRE_MONEY POST_MONEY'),
  rounding_type: words('CEILING FLOOR NORMAL'),
  default_cancellation_behavior: words(
    'RETIRE RETURN_TO_POOL HOLD_AS_CAPITAL_STOCK DEFINED_PER_PLAN_SECURITY',
  ),
  quantity_source: words(
    'HUMAN_ESTIMATED MACHINE_ESTIMATED UNSPECIFIED INSTRUMENT_FIXED INSTRUMENT_MAX INSTRUMENT_MIN',
  ),
}

const numeric = /^[+-]?[0-9]+(?:\.[0-9]{1,10})?$/u
const percentage = /^0?(?:\.[0-9]{1,10})?$|^1(?:\.0{1,10})?$/u
const date = /^\d{4}-\d{2}-\d{2}$/u
const patterns: Readonly<Record<string, RegExp>> = {
  quantity: numeric,
  quantity_converted: numeric,
  shares_reserved: numeric,
  amount: numeric,
  numerator: numeric,
  denominator: numeric,
  votes_per_share: numeric,
  liquidation_preference_multiple: numeric,
  participation_cap_multiple: numeric,
  initial_shares_reserved: numeric,
  converts_to_quantity: numeric,
  initial_shares_authorized: /^NOT APPLICABLE$|^UNLIMITED$|^[+-]?[0-9]+(?:\.[0-9]{1,10})?$/u,
  conversion_discount: percentage,
  rate: percentage,
  currency: /^[A-Z]{3}$/u,
  date,
  as_of: date,
  formation_date: date,
  accrual_start_date: date,
  md5: /^[a-f0-9]{32}$/u,
}

type Fields = Readonly<Record<string, unknown>>

const checkField = (field: string, value: unknown, at: string): readonly string[] => {
  const allowed = Object.hasOwn(enums, field) ? enums[field] : null
  const pattern = Object.hasOwn(patterns, field) ? patterns[field] : null
  const isText = typeof value === 'string'
  return [
    ...(allowed !== null && !(isText && allowed.includes(value)) ? [`${at}: ${JSON.stringify(value)}`] : []),
    ...(pattern !== null && !(isText && pattern.test(value)) ? [`${at}: ${JSON.stringify(value)}`] : []),
  ]
}

/** What of a written JSON value breaks the schema, by path. */
export const schemaFaults = (value: unknown, at = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one, place) => schemaFaults(one, `${at}[${place}]`))
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Fields
  const said = fields['object_type'] ?? fields['type'] ?? fields['file_type']
  const kind = typeof said === 'string' ? said : ''
  const required = Object.hasOwn(requiredFields, kind) ? requiredFields[kind] : []
  return [
    ...required.filter((field) => !Object.hasOwn(fields, field)).map((field) => `${at}.${field}: missing`),
    ...Object.entries(fields).flatMap(([field, one]) => [
      ...checkField(field, one, `${at}.${field}`),
      ...schemaFaults(one, `${at}.${field}`),
    ]),
  ]
}
