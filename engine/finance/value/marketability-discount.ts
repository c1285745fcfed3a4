import { normalCumulative } from '../../statistics/index.ts'
import { blackScholesPut } from './black-scholes.ts'
import { requireNotNegative } from './require-value.ts'

/**
 * Share (0-1) of its value that a holding loses because it cannot be sold for some years: the put of one who would
 * have sold at the average price of that time. At most 0.323, whatever the volatility.
 *
 * Units: volatility and dividend yield a year, as shares. Throws: RangeError for an argument that is negative.
 * Source: Finnerty, "An average-strike put option model of the marketability discount", Journal of Derivatives 19(4)
 * (2012).
 * @example finnertyDiscount(0.6, 2, 0).toFixed(6) // => '0.182002'
 */
export function finnertyDiscount(volatility: number, years: number, dividendYield: number): number {
  requireArguments('finnertyDiscount', volatility, years)
  requireNotNegative('finnertyDiscount', 'dividendYield', dividendYield)
  const half = Math.sqrt(averageStrikeVariance(volatility * volatility * years)) / 2
  return Math.exp(-dividendYield * years) * (normalCumulative(half) - normalCumulative(-half))
}

/** s + ln(2(e^s - s - 1)) - 2 ln(e^s - 1): between s / 3 for a small s and ln 2 for a large one. */
function averageStrikeVariance(s: number): number {
  // From here on the difference to ln 2 is below the rounding.
  if (s > 45) return Math.LN2
  // Below this the next term of the series, of the order of s squared, is less than the rounding of the logarithms.
  if (s < 1e-8) return s / 3
  const growth = Math.expm1(s)
  return s + Math.log((2 * beyondLinear(s)) / (growth * growth))
}

/** e^s - s - 1, without cancellation. */
function beyondLinear(s: number): number {
  if (s > 1) return Math.expm1(s) - s
  let term = (s * s) / 2
  let sum = 0
  for (let k = 3; sum + term !== sum; k++) {
    sum += term
    term *= s / k
  }
  return sum
}

/**
 * Share (0-1) of its value that a holding loses because it cannot be sold for some years: the European put at today's
 * value. A simpler and, for long times, larger figure than Finnerty's.
 *
 * Units: volatility and rate a year. Throws: RangeError for a volatility or time that is negative.
 * Source: Chaffe, "Option pricing as a proxy for discount for lack of marketability", Business Valuation Review 12(4)
 * (1993).
 * @example chaffeDiscount(0.6, 2, 0.04).toFixed(4) // => '0.2789'
 */
export function chaffeDiscount(volatility: number, years: number, riskFreeRate: number): number {
  requireArguments('chaffeDiscount', volatility, years)
  return blackScholesPut(1, 1, { volatility, riskFreeRate, years, dividendYield: 0 })
}

function requireArguments(caller: string, volatility: number, years: number): void {
  requireNotNegative(caller, 'volatility', volatility)
  requireNotNegative(caller, 'years', years)
}
