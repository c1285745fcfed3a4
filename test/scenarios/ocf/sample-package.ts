import type { OcfFile } from '../../../scenarios/ocf/ocf-file.ts'

/** An object of a package, to be changed by a test before it becomes text. */
export type Sample = Record<string, unknown>

/** Objects of a package by the type of their file. */
export type SamplePackage = Record<'stakeholders' | 'classes' | 'plans' | 'transactions', Sample[]>

const usd = (amount: string): Sample => ({ amount, currency: 'USD' })
const holder = (id: string, name: string): Sample => ({
  id,
  object_type: 'STAKEHOLDER',
  name: { legal_name: name },
  stakeholder_type: 'INDIVIDUAL',
})
const issued = (type: string, id: string, date: string, by: string, rest: Sample): Sample => ({
  id: `tx-${id}`,
  object_type: type,
  security_id: id,
  date,
  custom_id: id.toUpperCase(),
  stakeholder_id: by,
  security_law_exemptions: [],
  ...rest,
})

/** An issuance of stock. */
export const stock = (
  id: string,
  date: string,
  by: string,
  of: string,
  quantity: string,
  price: string,
): Sample =>
  issued('TX_STOCK_ISSUANCE', id, date, by, {
    stock_class_id: of,
    quantity,
    share_price: usd(price),
    stock_legend_ids: [],
  })

/** A transaction on a security. */
export const on = (type: string, security: string, date: string, rest: Sample = {}): Sample => ({
  id: `tx-${type}-${security}-${date}`,
  object_type: type,
  security_id: security,
  date,
  ...rest,
})

const trigger = (mechanism: Sample): Sample => ({
  type: 'AUTOMATIC_ON_CONDITION',
  trigger_id: 'next',
  trigger_condition: 'next equity financing',
  conversion_right: { type: 'CONVERTIBLE_CONVERSION_RIGHT', conversion_mechanism: mechanism },
})

/** An issuance of a SAFE or note. */
export const convertible = (
  id: string,
  date: string,
  type: string,
  amount: string,
  mechanism: Sample,
): Sample =>
  issued('TX_CONVERTIBLE_ISSUANCE', id, date, 'seedling', {
    convertible_type: type,
    investment_amount: usd(amount),
    conversion_triggers: [trigger(mechanism)],
    seniority: 1,
  })

const preferred = (
  id: string,
  name: string,
  price: string,
  seniority: string,
  rest: Sample = {},
): Sample => ({
  id,
  object_type: 'STOCK_CLASS',
  name,
  class_type: 'PREFERRED',
  default_id_prefix: `${id}-`,
  initial_shares_authorized: '5000000',
  votes_per_share: '1',
  price_per_share: usd(price),
  seniority,
  liquidation_preference_multiple: '1.0',
  conversion_rights: [
    {
      type: 'STOCK_CLASS_CONVERSION_RIGHT',
      conversion_mechanism: {
        type: 'RATIO_CONVERSION',
        conversion_price: usd(price),
        ratio: { numerator: '1', denominator: '1' },
        rounding_type: 'NORMAL',
      },
      converts_to_stock_class_id: 'cs',
    },
  ],
  ...rest,
})

/** A company with founders, a plan, two series, a SAFE and a note: all figures are made up. */
export const samplePackage = (): SamplePackage => ({
  stakeholders: [
    holder('ada', 'Ada Okafor'),
    holder('ben', 'Ben Lindqvist'),
    holder('chi', 'Chi Tanaka'),
    holder('seedling', 'Seedling Capital LP'),
    holder('harbor', 'Harbor Ventures II'),
  ],
  classes: [
    {
      id: 'cs',
      object_type: 'STOCK_CLASS',
      name: 'Common',
      class_type: 'COMMON',
      default_id_prefix: 'CS-',
      initial_shares_authorized: '15000000',
      votes_per_share: '1',
      seniority: '0',
    },
    preferred('pa', 'Series A', '2.5', '2', { participation_cap_multiple: '3' }),
    preferred('ps', 'Series Seed', '0.8', '1'),
  ],
  plans: [
    {
      id: 'plan',
      object_type: 'STOCK_PLAN',
      plan_name: '2021 Stock Plan',
      initial_shares_reserved: '1000000',
      default_cancellation_behavior: 'RETURN_TO_POOL',
      stock_class_ids: ['cs'],
    },
  ],
  transactions: [
    stock('cs-1', '2021-01-04', 'ada', 'cs', '4000000', '0.0001'),
    stock('cs-2', '2021-01-04', 'ben', 'cs', '4000000', '0.0001'),
    stock('pa-1', '2023-06-01', 'harbor', 'pa', '2000000', '2.5'),
    stock('ps-1', '2021-09-15', 'seedling', 'ps', '1250000', '0.8'),
    issued('TX_EQUITY_COMPENSATION_ISSUANCE', 'es-1', '2022-02-01', 'chi', {
      stock_plan_id: 'plan',
      compensation_type: 'OPTION_ISO',
      quantity: '300000',
      exercise_price: usd('0.21'),
      expiration_date: '2032-01-31',
      termination_exercise_windows: [],
      vesting_terms_id: 'four-years',
    }),
    issued('TX_WARRANT_ISSUANCE', 'w-1', '2023-07-01', 'harbor', {
      quantity: '50000',
      exercise_price: usd('2.5'),
      purchase_price: usd('0'),
      exercise_triggers: [],
    }),
    convertible('safe-1', '2024-03-01', 'SAFE', '500000', {
      type: 'SAFE_CONVERSION',
      conversion_mfn: false,
      conversion_valuation_cap: usd('40000000'),
      conversion_discount: '0.2',
      conversion_timing: 'POST_MONEY',
    }),
    convertible('note-1', '2024-05-01', 'NOTE', '250000', {
      type: 'CONVERTIBLE_NOTE_CONVERSION',
      interest_rates: [{ rate: '0.06', accrual_start_date: '2024-05-01' }],
      day_count_convention: 'ACTUAL_365',
      interest_payout: 'DEFERRED',
      interest_accrual_period: 'ANNUAL',
      compounding_type: 'SIMPLE',
      conversion_discount: '0.15',
    }),
  ],
})

const types = {
  stakeholders: 'OCF_STAKEHOLDERS_FILE',
  classes: 'OCF_STOCK_CLASSES_FILE',
  plans: 'OCF_STOCK_PLANS_FILE',
  transactions: 'OCF_TRANSACTIONS_FILE',
} as const

/** The package as a set of files without a manifest. */
export const filesOf = (sample: SamplePackage): readonly OcfFile[] =>
  (Object.keys(types) as (keyof SamplePackage)[]).map((part) => ({
    name: `${part}.ocf.json`,
    text: JSON.stringify({ file_type: types[part], items: sample[part] }, null, 1),
  }))

/** The package as one file that is an array of all objects. */
export const oneFileOf = (sample: SamplePackage): OcfFile => ({
  name: 'acme.ocf.json',
  text: JSON.stringify(Object.values(sample).flat()),
})

/** A manifest of files. */
export const manifestOf = (files: readonly OcfFile[], rest: Sample = {}): OcfFile => ({
  name: 'Manifest.ocf.json',
  text: JSON.stringify({
    file_type: 'OCF_MANIFEST_FILE',
    ocf_version: '1.2.0',
    issuer: { id: 'acme', object_type: 'ISSUER', legal_name: 'Acme Robotics Inc.' },
    transactions_files: files.map(({ name }) => ({ filepath: `./${name}` })),
    ...rest,
  }),
})
