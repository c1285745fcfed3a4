import { discountFactor } from './discount-factor.ts'
import { requireNotNegative, requireRate } from './require-value.ts'

/**
 * What is assumed after the last flow.
 * - `growth`: flows grow for ever, from the last one, or from a flow of the next year that is given.
 * - `multiple`: the company is sold at a multiple of something (revenue, EBITDA) of the last year.
 */
export type TerminalTerms =
  | { readonly kind: 'growth'; readonly growthRate: number; readonly nextFlowUsd: number | null }
  | { readonly kind: 'multiple'; readonly multiple: number; readonly metricUsd: number }

/** When in its year a flow comes. */
export type FlowTiming = 'end_of_year' | 'mid_year'

/** What discounted cash flows come to. */
export interface CashFlowValue {
  /** Present value of the flows. */
  readonly flowsUsd: number
  /** Value at the end of the flows of all that comes later. */
  readonly terminalUsd: number
  readonly terminalPresentUsd: number
  /** Enterprise value: what debt and shares are worth together. */
  readonly enterpriseUsd: number
}

/**
 * Values a company by its free cash flows, one a year from today, and a terminal value.
 *
 * With mid-year flows a terminal value by growth is discounted like the last flow, one by a multiple from the end of
 * the year. Throws: RangeError without flows, for a rate at or below -1, and for growth at or above the discount rate.
 * Source: Gordon and Shapiro, "Capital equipment analysis", Management Science 3(1) (1956).
 * @example discountedCashFlow([10], 0.25, { kind: 'growth', growthRate: 0, nextFlowUsd: null }, 'end_of_year').enterpriseUsd // => 40
 */
export function discountedCashFlow(
  flowsUsd: readonly number[],
  discountRate: number,
  terminal: TerminalTerms,
  timing: FlowTiming,
): CashFlowValue {
  requireRate('discountedCashFlow', 'discountRate', discountRate)
  if (flowsUsd.length === 0 || !flowsUsd.every((flow) => Number.isFinite(flow)))
    throw new RangeError(
      `discountedCashFlow: flowsUsd must be finite and at least one, got [${flowsUsd.join(', ')}]`,
    )
  const early = timing === 'mid_year' ? 0.5 : 0
  const present = flowsUsd.reduce(
    (sum, flow, i) => sum + flow * discountFactor(discountRate, i + 1 - early),
    0,
  )
  const terminalUsd = terminalValue(flowsUsd[flowsUsd.length - 1], discountRate, terminal)
  const years = flowsUsd.length - (terminal.kind === 'growth' ? early : 0)
  const terminalPresentUsd = terminalUsd * discountFactor(discountRate, years)
  return { flowsUsd: present, terminalUsd, terminalPresentUsd, enterpriseUsd: present + terminalPresentUsd }
}

function terminalValue(lastFlowUsd: number, discountRate: number, terminal: TerminalTerms): number {
  if (terminal.kind === 'multiple') {
    requireNotNegative('discountedCashFlow', 'multiple', terminal.multiple)
    requireNotNegative('discountedCashFlow', 'metricUsd', terminal.metricUsd)
    return terminal.multiple * terminal.metricUsd
  }
  const { growthRate, nextFlowUsd } = terminal
  requireRate('discountedCashFlow', 'growthRate', growthRate)
  if (!(growthRate < discountRate))
    throw new RangeError(
      `discountedCashFlow: growthRate must be below the discount rate ${discountRate}, got ${growthRate}`,
    )
  const next = nextFlowUsd ?? lastFlowUsd * (1 + growthRate)
  if (!Number.isFinite(next))
    throw new RangeError(`discountedCashFlow: nextFlowUsd must be finite, got ${nextFlowUsd}`)
  return next / (discountRate - growthRate)
}
