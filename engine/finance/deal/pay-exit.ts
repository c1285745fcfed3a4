import { listingKind, type ListingKind } from '../exit/listing-kind.ts'
import type { ExitSplit, ExitTerms } from '../exit/exit-terms.ts'
import { makeExitSplit } from '../exit/make-exit-split.ts'
import { splitExit } from '../exit/split-exit.ts'
import type { HolderFlow, QualifiedListing } from './deal.ts'
import type { ClassPayout, DealClass, DealExit, DealStage, HolderPayout } from './deal-history.ts'

/** What an exit pays a class, before it is shared out to its holders. */
function classUsd(stage: DealStage, split: ExitSplit, { kind, place }: DealClass): number {
  const { commonShares, promisedShares } = stage.table
  switch (kind) {
    case 'common':
      return (split.commonUsd * commonShares) / (commonShares + promisedShares)
    case 'promised':
      return (split.commonUsd * promisedShares) / (commonShares + promisedShares)
    case 'available':
      return 0
    case 'option':
    case 'warrant':
      return split.rightsUsd[place]
    case 'series':
    case 'shadow_series':
      return split.seriesUsd[place]
    case 'safe':
    case 'note':
      return split.convertiblesUsd[place]
  }
}

function convertsOf(split: ExitSplit, { kind, place }: DealClass): boolean | null {
  if (kind === 'series' || kind === 'shadow_series') return split.seriesConverts[place]
  return kind === 'safe' || kind === 'note' ? split.convertibleConverts[place] : null
}

function payClass(stage: DealStage, split: ExitSplit, one: DealClass): ClassPayout {
  const amountUsd = classUsd(stage, split, one)
  return {
    name: one.name,
    kind: one.kind,
    amountUsd,
    perShareUsd: one.shares > 0 ? amountUsd / one.shares : null,
    converts: convertsOf(split, one),
  }
}

/** Part of a class that a holder has. */
function partOf({ holders }: DealClass, holder: string): number {
  let total = 0
  let own = 0
  for (const holding of holders) {
    total += holding.shares
    if (holding.holder === holder) own += holding.shares
  }
  return total > 0 ? own / total : 0
}

/** Everybody who holds something or ever paid or got something, in the order of appearance; not the unissued pool. */
export function holdersOf(stage: DealStage, flows: readonly HolderFlow[]): readonly string[] {
  const holding = stage.classes
    .filter(({ kind }) => kind !== 'available')
    .flatMap(({ holders }) => holders.map(({ holder }) => holder))
  return [...new Set([...holding, ...flows.map(({ holder }) => holder)])]
}

function payHolder(
  stage: DealStage,
  classes: readonly ClassPayout[],
  flows: readonly HolderFlow[],
  holder: string,
): HolderPayout {
  const byClassUsd = classes.map(({ amountUsd }, place) => amountUsd * partOf(stage.classes[place], holder))
  const amountUsd = byClassUsd.reduce((sum, part) => sum + part, 0)
  let paidUsd = 0
  let receivedUsd = amountUsd
  for (const flow of flows) {
    if (flow.holder !== holder) continue
    if (flow.amountUsd < 0) paidUsd -= flow.amountUsd
    else receivedUsd += flow.amountUsd
  }
  return {
    holder,
    byClassUsd,
    amountUsd,
    paidUsd,
    receivedUsd,
    moic: paidUsd > 0 ? receivedUsd / paidUsd : null,
  }
}

/** Pays an exit out: to the classes, and from each class to its holders by what they hold of it. */
export function payExit(
  stage: DealStage,
  flows: readonly HolderFlow[],
  terms: ExitTerms,
  qualified: QualifiedListing,
): DealExit {
  const { table } = stage
  const split = makeExitSplit()
  const listing: ListingKind | null =
    terms.kind === 'sale' ? null : listingKind(table, qualified, terms, split)
  const paidAs = listing === 'qualified' ? 'listing' : 'sale'
  splitExit(table, { ...terms, kind: paidAs }, split)
  const classes = stage.classes.map((one) => payClass(stage, split, one))
  const holders = holdersOf(stage, flows).map((holder) => payHolder(stage, classes, flows, holder))
  return { terms, paidAs, listing, split, classes, holders }
}
