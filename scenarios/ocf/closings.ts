import type { JsonPath } from './json-value.ts'

/** How a transaction ends a security, or a part of it. */
interface Closing {
  /** Where it says how much; empty if it is always all. */
  readonly amount: JsonPath
  /** What becomes of a plan's shares: they move on, are used up, or go as the plan says. */
  readonly pool: 'moves' | 'spends' | 'asks plan'
}

const whole: Closing = { amount: [], pool: 'moves' }
const shares = (pool: Closing['pool']): Closing => ({ amount: ['quantity'], pool })
const dollars: Closing = { amount: ['amount'], pool: 'moves' }

const compensation = (prefix: string): Readonly<Record<string, Closing>> => ({
  [`TX_${prefix}_TRANSFER`]: shares('moves'),
  [`TX_${prefix}_CANCELLATION`]: shares('asks plan'),
  [`TX_${prefix}_RETRACTION`]: whole,
  [`TX_${prefix}_EXERCISE`]: shares('spends'),
  [`TX_${prefix}_RELEASE`]: shares('spends'),
})

/** Every type of transaction that ends securities. */
export const closings: Readonly<Record<string, Closing>> = {
  TX_STOCK_TRANSFER: shares('moves'),
  TX_STOCK_REPURCHASE: shares('asks plan'),
  TX_STOCK_CANCELLATION: shares('asks plan'),
  TX_STOCK_RETRACTION: whole,
  TX_STOCK_CONVERSION: { amount: ['quantity_converted'], pool: 'spends' },
  TX_STOCK_REISSUANCE: whole,
  TX_STOCK_CONSOLIDATION: whole,
  ...compensation('EQUITY_COMPENSATION'),
  ...compensation('PLAN_SECURITY'),
  TX_WARRANT_TRANSFER: shares('moves'),
  TX_WARRANT_CANCELLATION: shares('moves'),
  TX_WARRANT_RETRACTION: whole,
  TX_WARRANT_EXERCISE: shares('moves'),
  TX_CONVERTIBLE_TRANSFER: dollars,
  TX_CONVERTIBLE_CANCELLATION: dollars,
  TX_CONVERTIBLE_RETRACTION: whole,
  TX_CONVERTIBLE_CONVERSION: { amount: ['quantity_converted'], pool: 'moves' },
}
