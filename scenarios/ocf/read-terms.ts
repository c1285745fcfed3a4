import type { PreferredTerms } from '../../engine/finance/index.ts'
import { usualTerms } from '../deal-file/usual-terms.ts'
import type { OcfItem } from './ocf-item.ts'
import type { StockClass } from './package-parts.ts'

const antiDilutions = ['none', 'broad_based', 'narrow_based', 'full_ratchet'] as const
const dividendKinds = ['none', 'simple', 'compounding'] as const

const saidWord = <Word extends string>(item: OcfItem, key: string, words: readonly Word[]): Word | null =>
  words.find((word) => word === item.said.get(key)) ?? null

const saidNumber = (item: OcfItem, key: string): number => {
  const value = Number(item.said.get(key) ?? 0)
  return Number.isFinite(value) && value >= 0 ? value : 0
}

/** Terms for which OCF has no field: from froth's own comments, else the usual ones. */
const readOwnTerms = (item: OcfItem): Partial<PreferredTerms> => ({
  antiDilution: saidWord(item, 'anti_dilution', antiDilutions) ?? usualTerms.antiDilution,
  dividendKind: saidWord(item, 'dividend_kind', dividendKinds) ?? usualTerms.dividendKind,
  dividendRate: saidNumber(item, 'dividend_rate'),
  paysToPlay: item.said.get('pays_to_play') === 'true',
  listingMultiple: saidNumber(item, 'listing_multiple'),
  vetoesDownListing: item.said.get('vetoes_down_listing') === 'true',
})

/** The terms of a class but for its rank; what had to be assumed is noted. */
export const readTerms = ({ item, name }: StockClass): PreferredTerms => {
  const multiple = item.count('liquidation_preference_multiple')
  const cap = item.count('participation_cap_multiple')
  if (multiple === null) item.log.note('preference_assumed', item, { name })
  if (!item.said.has('anti_dilution'))
    item.log.note(cap === null ? 'terms_assumed' : 'protection_assumed', item, { name })
  const uncapped = item.said.get('participation') === 'full' ? 'full' : 'none'
  return {
    ...usualTerms,
    ...readOwnTerms(item),
    liquidationMultiple: multiple ?? usualTerms.liquidationMultiple,
    participation: cap === null ? uncapped : 'capped',
    participationCapMultiple: cap ?? usualTerms.participationCapMultiple,
  }
}
