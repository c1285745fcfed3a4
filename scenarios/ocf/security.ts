import type { Day, HolderFlow } from '../../engine/finance/index.ts'
import type { OcfItem } from './ocf-item.ts'
import type { PackageParts, StockClass, StockPlan } from './package-parts.ts'

/** What a security is. */
export type SecurityKind = 'stock' | 'option' | 'warrant' | 'convertible'

/** One issued security as it stands after the transactions so far. */
export interface Security {
  readonly item: OcfItem
  readonly id: string
  readonly kind: SecurityKind
  readonly holder: string
  readonly day: Day | null
  readonly stockClass: StockClass | null
  readonly plan: StockPlan | null
  /** Shares outstanding, or dollars of a convertible. */
  quantity: number
  /** What was paid for it when it was issued, US dollars. */
  readonly costUsd: number
  /** What was paid for what is left of it, US dollars. */
  paidUsd: number
  /** US dollars a share. */
  strikeUsd: number
  /** Shares gone for good from the pool they came out of: exercised, released, cancelled without return. */
  spentShares: number
  /** True for shares that an exercise or release of the same plan gave. */
  isExercised: boolean
  /** True for what came in place of another security. */
  isResult: boolean
  /** True if its issuance was undone. */
  isRetracted: boolean
  isIssued: boolean
}

/** All securities of a package by identifier, and the transactions that change them. */
export interface SecurityBook {
  readonly parts: PackageParts
  readonly securities: ReadonlyMap<string, Security>
  /** Securities whose cancelled shares a later transaction returns to the pool. */
  readonly returned: ReadonlySet<string>
  /** Money that changed hands when securities did. */
  readonly flows: HolderFlow[]
}

/** Kinds by the type of the issuance; the older name of equity compensation is the second. */
export const issuances: Readonly<Record<string, SecurityKind>> = {
  TX_STOCK_ISSUANCE: 'stock',
  TX_EQUITY_COMPENSATION_ISSUANCE: 'option',
  TX_PLAN_SECURITY_ISSUANCE: 'option',
  TX_WARRANT_ISSUANCE: 'warrant',
  TX_CONVERTIBLE_ISSUANCE: 'convertible',
}
