import type { ListingKind } from '../exit/listing-kind.ts'
import type { ExitSplit, ExitTerms } from '../exit/exit-terms.ts'
import type { CapTable } from '../table/cap-table.ts'
import type { Day, DealConvertible, HolderFlow, Holding, SecondarySale } from './deal.ts'

/** What a class of a table is: shares by kind, or money that is owed shares. */
export type DealClassKind =
  'common' | 'option' | 'warrant' | 'promised' | 'available' | 'series' | 'shadow_series' | 'safe' | 'note'

/** One class of a company by name, with who holds it. */
export interface DealClass {
  readonly name: string
  readonly kind: DealClassKind
  /** Place in the table's list of its kind (`rights`, `series`, `convertibles`); 0 for those without a list. */
  readonly place: number
  /** Shares of the class; 0 for a SAFE or note, which has none yet. */
  readonly shares: number
  /** The same as common shares after conversion. */
  readonly convertedShares: number
  /** Shares by holder, of the class's own kind; a SAFE or note has one holder with the money owed. */
  readonly holders: readonly Holding[]
}

/** Why a SAFE or note converts at its price. */
export type ConversionReason = 'cap' | 'discount' | 'round_price'

/** A SAFE or note that converted in a round. */
export interface DealConversion {
  readonly name: string
  readonly holder: string
  readonly owedUsd: number
  readonly shares: number
  readonly priceUsd: number
  readonly reason: ConversionReason
  /** Name of the security whose terms it took, being most favoured; null for its own. */
  readonly termsOf: string | null
  /** Name of the shadow series that it became. */
  readonly series: string
}

/** What anti-dilution did to an older series. */
export interface DealAdjustment {
  readonly series: string
  readonly fromPriceUsd: number
  readonly toPriceUsd: number
  /** Common shares that it converts into in addition. */
  readonly addedShares: number
}

/** Shares that became common because their holder did not pay to play. */
export interface ForcedConversion {
  readonly series: string
  readonly holder: string
  readonly shares: number
  readonly commonShares: number
}

/** Who paid what into a round. */
export interface RoundInvestor {
  readonly holder: string
  readonly amountUsd: number
  readonly shares: number
  readonly isProRata: boolean
}

/** A right under a side letter, whether taken up or not. */
export interface ProRataRight {
  readonly holder: string
  /** Part (0-1) of the round that the holder may buy: the share of the company before the new money. */
  readonly share: number
  readonly amountUsd: number
  readonly isTaken: boolean
}

/** One round as it came out; what rounding leaves exact is in the comment on `RoundSolution`. */
export interface PlayedRound {
  readonly priceUsd: number
  readonly preMoneyUsd: number
  readonly postMoneyUsd: number
  readonly amountUsd: number
  /** What converting SAFEs and notes add between pre-money and post-money, where the convention leaves them outside. */
  readonly convertingOutsideUsd: number
  /** The same for options added that everyone bears. */
  readonly poolOutsideUsd: number
  readonly newShares: number
  readonly poolIncreaseShares: number
  readonly conversions: readonly DealConversion[]
  readonly adjustments: readonly DealAdjustment[]
  readonly forced: readonly ForcedConversion[]
  /** Holders who sit the round out and have no pay-to-play shares: nothing of theirs converts. */
  readonly declinedForNothing: readonly string[]
  readonly investors: readonly RoundInvestor[]
  readonly proRata: readonly ProRataRight[]
  readonly secondary: readonly SecondarySale[]
}

/** The company at the start, or after a round. */
export interface DealStage {
  /** Name of the round; null for the start. */
  readonly name: string | null
  readonly day: Day | null
  readonly table: CapTable
  readonly classes: readonly DealClass[]
  /** SAFEs and notes sold since the stage before. */
  readonly joined: readonly DealConvertible[]
  /** Null for the start. */
  readonly round: PlayedRound | null
}

/** What a class gets at an exit. */
export interface ClassPayout {
  readonly name: string
  readonly kind: DealClassKind
  readonly amountUsd: number
  /** Dollars for each of its shares; null for a SAFE or note. */
  readonly perShareUsd: number | null
  /** Whether it converts to common; null for a class that has no choice. */
  readonly converts: boolean | null
}

/** What a holder gets at an exit, over everything that was paid. */
export interface HolderPayout {
  readonly holder: string
  /** By place of the class in the stage. */
  readonly byClassUsd: readonly number[]
  readonly amountUsd: number
  /** All that the holder ever paid. */
  readonly paidUsd: number
  /** All that the holder ever gets: this exit, and shares sold before. */
  readonly receivedUsd: number
  /** Received over paid; null for a holder who paid nothing. */
  readonly moic: number | null
}

/** One exit, paid out. */
export interface DealExit {
  readonly terms: ExitTerms
  /** A listing that does not qualify pays out as a sale, in which each series chooses. */
  readonly paidAs: 'sale' | 'listing'
  /** How a listing goes; null for a sale. One that is vetoed would not take place. */
  readonly listing: ListingKind | null
  readonly split: ExitSplit
  readonly classes: readonly ClassPayout[]
  readonly holders: readonly HolderPayout[]
}

/** A deal played through: the company at the start and after each round, and each exit that was asked for. */
export interface DealHistory {
  /** The start, then one stage a round; never empty. */
  readonly stages: readonly DealStage[]
  /** The company on the day of the exit, interest and dividends run to it. */
  readonly atExit: DealStage
  readonly flows: readonly HolderFlow[]
  readonly exits: readonly DealExit[]
}
