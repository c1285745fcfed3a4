import type { ShockName } from '../../scenarios/index.ts'

/** What shocks change while they last: multipliers (1 = calm), shifts (0 = calm) and switches. */
export interface Conditions {
  capital: number
  crossover: number
  orders: number
  openLag: number
  incumbentAppeal: number
  audits: number
  compliance: number
  attrition: number
  /** Added to the monthly growth of the fundamental index. */
  drift: number
  /** Multiplies the loss of production spend and of pilots. */
  disappointment: number
  listingShut: boolean
}

export const makeConditions = (): Conditions => ({
  capital: 1,
  crossover: 1,
  orders: 1,
  openLag: 1,
  incumbentAppeal: 0,
  audits: 1,
  compliance: 1,
  attrition: 1,
  drift: 0,
  disappointment: 1,
  listingShut: false,
})

/**
 * Changes the conditions as one shock does at the given severity (1 = as described). Conditions only: no shock sets a
 * price. Effects that happen once (capacity that arrives, people who leave) are the caller's, see `shocks.ts`.
 * Source: sizes are assumptions, chosen to be as large as the largest historical case known to us.
 */
export function applyShock(conditions: Conditions, shock: ShockName, severity: number): void {
  switch (shock) {
    case 'funding_winter':
      conditions.capital *= fall(0.65, severity)
      conditions.crossover *= fall(0.8, severity)
      return
    case 'gpu_shortage':
      conditions.orders *= fall(0.8, severity)
      return
    case 'gpu_glut':
      conditions.orders *= 1 + severity
      return
    case 'open_weights_parity':
      conditions.openLag *= fall(0.9, severity)
      return
    case 'api_price_war':
      conditions.incumbentAppeal += 0.7 * severity
      return
    case 'demand_disappointment':
      conditions.disappointment *= 1 + 2 * severity
      return
    case 'regulation_clampdown':
      conditions.audits *= 1 + 3 * severity
      conditions.compliance *= 1 + 2 * severity
      return
    case 'talent_exodus':
      conditions.attrition *= 1 + severity
      return
    case 'rate_rise':
      conditions.capital *= fall(0.3, severity)
      conditions.drift -= 0.012 * severity
      return
    case 'ipo_window_shut':
      conditions.listingShut = true
      return
  }
}

const fall = (share: number, severity: number): number => Math.max(0.02, 1 - share * severity)
