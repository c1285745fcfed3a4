import { normalCumulative } from '../../statistics/index.ts'
import { requireNotNegative } from './require-value.ts'

/** The world in which an option is priced. */
export interface OptionTerms {
  /** Volatility a year, as a share: 0.6 is 60 %. */
  readonly volatility: number
  /** Risk-free rate a year, continuously compounded. */
  readonly riskFreeRate: number
  readonly years: number
  /** Dividend yield a year of what the option is on, continuously compounded. */
  readonly dividendYield: number
}

/** Prices and sensitivities of the European options of one strike. Shape: overwritten by `priceOptions`. */
export interface OptionPrices {
  call: number
  put: number
  /** Change of the call for a change of the value it is on. */
  callDelta: number
  /** Price of one dollar that is paid if the value ends above the strike. */
  digital: number
  /** Change of the digital for a change of the value it is on. */
  digitalDelta: number
}

/** Makes a record for `priceOptions` to overwrite. */
export function makeOptionPrices(): OptionPrices {
  return { call: 0, put: 0, callDelta: 0, digital: 0, digitalDelta: 0 }
}

const rootTwoPi = Math.sqrt(2 * Math.PI)

/**
 * Prices the European call, put and digital call of one strike. Each tail is computed by itself, so that an option
 * far out of the money keeps its digits.
 *
 * Shape: overwrites `into`. Throws: RangeError for a value, strike, volatility or time that is negative or not finite.
 * Source: Black and Scholes, Journal of Political Economy 81 (1973); Merton, Bell Journal of Economics 4 (1973).
 */
export function priceOptions(value: number, strike: number, terms: OptionTerms, into: OptionPrices): void {
  requireTerms(value, strike, terms)
  const { volatility, riskFreeRate, years, dividendYield } = terms
  const spread = volatility * Math.sqrt(years)
  const discount = Math.exp(-riskFreeRate * years)
  const carry = Math.exp(-dividendYield * years)
  if (value === 0 || strike === 0 || spread === 0)
    return fillCertain(value * carry, strike * discount, carry, discount, into)
  const upper = Math.log((value * carry) / (strike * discount)) / spread + spread / 2
  const lower = upper - spread
  into.callDelta = carry * normalCumulative(upper)
  into.digital = discount * normalCumulative(lower)
  into.digitalDelta = (discount * Math.exp((-lower * lower) / 2)) / (rootTwoPi * value * spread)
  into.call = Math.max(0, value * into.callDelta - strike * into.digital)
  into.put = Math.max(
    0,
    strike * discount * normalCumulative(-lower) - value * carry * normalCumulative(-upper),
  )
}

/** An option whose end is known: no strike, no value, no time or no volatility. */
function fillCertain(
  forward: number,
  strike: number,
  carry: number,
  discount: number,
  into: OptionPrices,
): void {
  // At a strike of 0 the digital pays whatever happens: the payouts of the first segment begin there.
  const isPaid = forward > strike || strike === 0
  into.call = Math.max(0, forward - strike)
  into.put = Math.max(0, strike - forward)
  into.callDelta = isPaid ? carry : 0
  into.digital = isPaid ? discount : 0
  into.digitalDelta = 0
}

function requireTerms(value: number, strike: number, terms: OptionTerms): void {
  requireNotNegative('priceOptions', 'value', value)
  requireNotNegative('priceOptions', 'strike', strike)
  requireNotNegative('priceOptions', 'volatility', terms.volatility)
  requireNotNegative('priceOptions', 'years', terms.years)
  if (!(Math.abs(terms.riskFreeRate) < Infinity && Math.abs(terms.dividendYield) < Infinity))
    throw new RangeError(
      `priceOptions: riskFreeRate and dividendYield must be finite, got ${terms.riskFreeRate} and ${terms.dividendYield}`,
    )
}

/**
 * Price of a European call.
 *
 * Throws and source: as `priceOptions`.
 * @example blackScholesCall(100, 100, { volatility: 0.2, riskFreeRate: 0.05, years: 1, dividendYield: 0 }).toFixed(6) // => '10.450584'
 */
export function blackScholesCall(value: number, strike: number, terms: OptionTerms): number {
  const prices = makeOptionPrices()
  priceOptions(value, strike, terms, prices)
  return prices.call
}

/**
 * Price of a European put.
 *
 * Throws and source: as `priceOptions`.
 * @example blackScholesPut(42, 40, { volatility: 0.2, riskFreeRate: 0.1, years: 0.5, dividendYield: 0 }).toFixed(6) // => '0.808599'
 */
export function blackScholesPut(value: number, strike: number, terms: OptionTerms): number {
  const prices = makeOptionPrices()
  priceOptions(value, strike, terms, prices)
  return prices.put
}
