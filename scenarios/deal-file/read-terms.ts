import { usualTerms } from './usual-terms.ts'
import type { PreferredTerms } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'

const participationOf = (part: Part): Pick<PreferredTerms, 'participation' | 'participationCapMultiple'> => {
  const said = part.get('participation')
  if (typeof said === 'number') return { participation: 'capped', participationCapMultiple: said }
  const participation = said === 'full' ? 'full' : 'none'
  return { participation, participationCapMultiple: Infinity }
}

/** The terms of a series with its rank; what is not said is usual. */
export const readTerms = (part: Part, rank: number): PreferredTerms => {
  const dividend = part.group('dividend')
  const dividendRate = dividend.number('rate') ?? usualTerms.dividendRate
  return {
    liquidationMultiple: part.number('liquidation_multiple') ?? usualTerms.liquidationMultiple,
    ...participationOf(part),
    rank,
    antiDilution: part.word('anti_dilution', usualTerms.antiDilution),
    dividendKind: dividendRate === 0 ? 'none' : dividend.word('kind', 'simple'),
    dividendRate,
    paysToPlay: part.flag('pay_to_play'),
    listingMultiple: part.number('listing_ratchet') ?? usualTerms.listingMultiple,
    vetoesDownListing: part.flag('vetoes_down_listing'),
  }
}
