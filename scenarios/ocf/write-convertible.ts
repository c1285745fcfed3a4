import type { Day, DealConvertible } from '../../engine/finance/index.ts'
import { renderDay } from '../deal-file/day.ts'
import type { JsonPath, JsonRecord, JsonValue } from './json-value.ts'
import { ocfId } from './ocf-id.ts'
import { writeDate } from './write-dates.ts'
import { WrittenItem } from './written-item.ts'

/** Identifier of a SAFE or note as a security. */
export const convertibleId = (name: string): string => ocfId('security', 'TX_CONVERTIBLE_ISSUANCE', name)

/** Identifier of what makes a SAFE or note convert. */
export const triggerId = (name: string): string => ocfId('trigger', name)

const mechanismPath: JsonPath = ['conversion_triggers', 0, 'conversion_right', 'conversion_mechanism']

/** What the cap of a note counts, in the words of OCF. */
const capitalization = ({ capBasis }: DealConvertible): JsonRecord => {
  const isPost = capBasis === 'post_money'
  return {
    include_outstanding_shares: true,
    include_outstanding_options: true,
    include_outstanding_unissued_options: true,
    include_this_security: isPost,
    include_other_converting_securities: isPost,
    include_option_pool_topup_for_promised_options: true,
    include_additional_option_pool_topup: !isPost,
    include_new_money: false,
  }
}

const capAndDiscount = (item: WrittenItem, one: DealConvertible): Record<string, JsonValue> => ({
  ...(one.capUsd === Infinity
    ? {}
    : { conversion_valuation_cap: item.money(one.capUsd, ...mechanismPath, 'conversion_valuation_cap') }),
  ...(one.discount === 0
    ? {}
    : { conversion_discount: item.number(one.discount, ...mechanismPath, 'conversion_discount') }),
  conversion_mfn: one.isMostFavoured,
  capitalization_definition_rules: capitalization(one),
})

const safe = (item: WrittenItem, one: DealConvertible): JsonRecord => ({
  type: 'SAFE_CONVERSION',
  ...capAndDiscount(item, one),
  conversion_timing: one.capBasis === 'post_money' ? 'POST_MONEY' : 'PRE_MONEY',
})

const note = (item: WrittenItem, one: DealConvertible, date: string): JsonRecord => ({
  type: 'CONVERTIBLE_NOTE_CONVERSION',
  interest_rates: [
    {
      rate: item.number(one.interestRate, ...mechanismPath, 'interest_rates', 0, 'rate'),
      accrual_start_date: date,
    },
  ],
  day_count_convention: 'ACTUAL_365',
  interest_payout: 'DEFERRED',
  interest_accrual_period: 'ANNUAL',
  compounding_type: one.interestCompounds ? 'COMPOUNDING' : 'SIMPLE',
  ...capAndDiscount(item, one),
})

/** What a convertible carries and OCF has no field for. */
const sayRest = (item: WrittenItem, one: DealConvertible): void => {
  if (one.isMostFavoured) item.say('favours', JSON.stringify(one.favours))
  if (one.hasProRata) item.say('pro_rata', true)
  if (one.maturityDay !== null) item.say('maturity', renderDay(one.maturityDay))
}

/** A SAFE or note as an issuance that converts in the next round. */
export const writeConvertible = (
  one: DealConvertible,
  issuance: Readonly<Record<string, JsonValue>>,
  standIn: Day,
): JsonRecord => {
  const item = new WrittenItem()
  const isNote = one.kind === 'note'
  const date = writeDate(item, one.day, standIn)
  sayRest(item, one)
  item.say('seniority', 'unknown')
  return item.finish({
    ...issuance,
    date,
    custom_id: one.name,
    investment_amount: item.money(one.amountUsd, 'investment_amount'),
    convertible_type: isNote ? 'NOTE' : 'SAFE',
    conversion_triggers: [
      {
        type: 'AUTOMATIC_ON_CONDITION',
        trigger_id: triggerId(one.name),
        trigger_condition: 'Next round of preferred stock',
        conversion_right: {
          type: 'CONVERTIBLE_CONVERSION_RIGHT',
          conversion_mechanism: isNote ? note(item, one, date) : safe(item, one),
          converts_to_future_round: true,
        },
      },
    ],
    seniority: 1,
  })
}
