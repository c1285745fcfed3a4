import type { Holding } from './deal.ts'

/** Shares by holder, in the order in which they came. */
export type Holdings = Map<string, number>

/** Share (0-1) of a holding below which what is left is rounding of the arithmetic, and nothing. */
const dust = 1e-12

/** Gathers shares by holder; a holder who is named twice holds the sum. */
export function holdingsOf(list: readonly Holding[]): Holdings {
  const holdings: Holdings = new Map()
  for (const { holder, shares } of list) addShares(holdings, holder, shares)
  return holdings
}

/** Gives shares to a holder. */
export function addShares(holdings: Holdings, holder: string, shares: number): void {
  if (shares !== 0) holdings.set(holder, (holdings.get(holder) ?? 0) + shares)
}

/** Shares that are taken from a holder who has fewer. */
export class NotHeldError extends RangeError {
  readonly holder: string
  readonly security: string
  readonly held: number
  readonly shares: number

  constructor(holder: string, security: string, held: number, shares: number) {
    super(`${holder} has ${held} shares of ${security} and cannot give ${shares}`)
    this.name = 'NotHeldError'
    this.holder = holder
    this.security = security
    this.held = held
    this.shares = shares
  }
}

/**
 * Takes shares from a holder; one who has none left is forgotten.
 *
 * Throws: NotHeldError if the holder has fewer.
 */
export function takeShares(holdings: Holdings, holder: string, shares: number, security: string): void {
  const held = holdings.get(holder) ?? 0
  const left = held - shares
  if (left < -dust * held || held === 0) throw new NotHeldError(holder, security, held, shares)
  if (left <= dust * held) holdings.delete(holder)
  else holdings.set(holder, left)
}

/** The holdings as a list. */
export function listHoldings(holdings: Holdings): readonly Holding[] {
  return [...holdings].map(([holder, shares]) => ({ holder, shares }))
}
