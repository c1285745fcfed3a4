import type { Claims } from './claims.ts'

/** What is sold or listed, and what is paid before the shareholders. */
export interface ExitTerms {
  /** A listing converts every series (and gives its ratchet); a sale lets each choose. */
  readonly kind: 'sale' | 'listing'
  /** Price of the whole company, US dollars: what all below share. */
  readonly priceUsd: number
  /** Debt other than convertible notes, paid first. */
  readonly debtUsd: number
  /** Bankers and lawyers, paid next: dollars, plus a share (0-1) of the price. */
  readonly costsUsd: number
  readonly costsShare: number
  /**
   * Share (0-1) of what is left, after debt, costs and what notes are owed, that goes to management before any
   * shareholder (a carve-out plan).
   */
  readonly carveOutShare: number
  /** Most that the carve-out pays; Infinity for no limit. */
  readonly carveOutMostUsd: number
}

/** Who gets what at an exit. The owner makes it once with `makeExitSplit`; each exit overwrites it. */
export interface ExitSplit {
  /** Dollars that one share of common gets. */
  perCommonShareUsd: number
  /** Values of a common share between which this one lies and nobody's claim turns. */
  perShareFromUsd: number
  perShareToUsd: number
  debtUsd: number
  costsUsd: number
  carveOutUsd: number
  /** What is left for the holders of shares, SAFEs and convertible notes. */
  equityUsd: number
  /** All common shares, promised options among them. */
  commonUsd: number
  /** Net of the strike, one entry a right of the table. */
  readonly rightsUsd: number[]
  /** One entry a series. */
  readonly seriesUsd: number[]
  /** Whether the series converts to common in the equilibrium, one entry a series. */
  readonly seriesConverts: boolean[]
  /** One entry a convertible. */
  readonly convertiblesUsd: number[]
  /** Common shares that its cap would give it, one entry a convertible; 0 without a cap. */
  readonly convertibleShares: number[]
  /** Whether it converts rather than being paid back, one entry a convertible. */
  readonly convertibleConverts: boolean[]
  /** Whether somebody is paid the same by the other choice, so that several equilibria give these payouts. */
  hasSeveral: boolean
  /** Everybody's claims at this value of a common share: working memory of `splitExit`. */
  readonly claims: Claims
}
