import type { Day, DealRight } from '../../engine/finance/index.ts'
import { issuance } from './issuance.ts'
import type { JsonRecord } from './json-value.ts'
import { ocfId } from './ocf-id.ts'
import { commonClassId } from './write-classes.ts'
import { writeDate } from './write-dates.ts'
import { planId } from './write-plan.ts'
import { WrittenItem } from './written-item.ts'

const convertedPath = [
  'exercise_triggers',
  0,
  'conversion_right',
  'conversion_mechanism',
  'converts_to_quantity',
]

const writeOption = (right: DealRight, place: number, day: Day): JsonRecord => {
  const item = new WrittenItem()
  return item.finish({
    ...issuance('TX_EQUITY_COMPENSATION_ISSUANCE', [right.name, right.holder, place], right.holder),
    date: writeDate(item, null, day),
    custom_id: right.name,
    stock_plan_id: planId,
    stock_class_id: commonClassId,
    compensation_type: 'OPTION',
    exercise_price: item.money(right.strikeUsd, 'exercise_price'),
    quantity: item.number(right.shares, 'quantity'),
    // The schema wants this field to be there and to be null for "never".
    expiration_date: null,
    termination_exercise_windows: [],
  })
}

const writeWarrant = (right: DealRight, place: number, day: Day): JsonRecord => {
  const item = new WrittenItem()
  const id = ocfId('trigger', right.name, right.holder, place)
  return item.finish({
    ...issuance('TX_WARRANT_ISSUANCE', [right.name, right.holder, place], right.holder),
    date: writeDate(item, null, day),
    custom_id: right.name,
    quantity: item.number(right.shares, 'quantity'),
    quantity_source: 'INSTRUMENT_FIXED',
    exercise_price: item.money(right.strikeUsd, 'exercise_price'),
    purchase_price: { amount: '0', currency: 'USD' },
    exercise_triggers: [
      {
        type: 'ELECTIVE_AT_WILL',
        trigger_id: id,
        conversion_right: {
          type: 'WARRANT_CONVERSION_RIGHT',
          conversion_mechanism: {
            type: 'FIXED_AMOUNT_CONVERSION',
            converts_to_quantity: item.number(right.shares, ...convertedPath),
          },
          converts_to_stock_class_id: commonClassId,
        },
      },
    ],
  })
}

/** An option or a warrant as an issuance. */
export const writeRight = (right: DealRight, place: number, day: Day): JsonRecord =>
  right.kind === 'option' ? writeOption(right, place, day) : writeWarrant(right, place, day)
