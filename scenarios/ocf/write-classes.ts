import type { DealSeries, PreferredTerms } from '../../engine/finance/index.ts'
import type { JsonPath, JsonRecord } from './json-value.ts'
import { ocfId } from './ocf-id.ts'
import { WrittenItem } from './written-item.ts'

/** Identifier of the one class of common stock. */
export const commonClassId = ocfId('class', 'common')

/** Identifier of the class of a series. */
export const seriesClassId = (name: string): string => ocfId('class', 'series', name)

/** The price and ratio at which a series converts into common stock. */
export const ratioMechanism = (
  item: WrittenItem,
  path: JsonPath,
  { issuePriceUsd, conversionPriceUsd }: Pick<DealSeries, 'issuePriceUsd' | 'conversionPriceUsd'>,
): JsonRecord => ({
  type: 'RATIO_CONVERSION',
  conversion_price: item.money(conversionPriceUsd, ...path, 'conversion_price'),
  ratio: {
    numerator: item.number(issuePriceUsd, ...path, 'ratio', 'numerator'),
    denominator: item.number(conversionPriceUsd, ...path, 'ratio', 'denominator'),
  },
  rounding_type: 'NORMAL',
})

const conversionRight = (item: WrittenItem, series: DealSeries): JsonRecord => ({
  type: 'STOCK_CLASS_CONVERSION_RIGHT',
  conversion_mechanism: ratioMechanism(item, ['conversion_rights', 0, 'conversion_mechanism'], series),
  converts_to_stock_class_id: commonClassId,
})

/** What a series carries and OCF has no field for; `participation` is there only for those that share in the rest. */
const sayTerms = (item: WrittenItem, terms: PreferredTerms): void => {
  if (terms.participation === 'full') item.say('participation', 'full')
  item.say('anti_dilution', terms.antiDilution)
  if (terms.dividendKind !== 'none') item.say('dividend_kind', terms.dividendKind)
  item.sayUnless(0, 'dividend_rate', terms.dividendRate)
  item.sayUnless(false, 'pays_to_play', terms.paysToPlay)
  item.sayUnless(0, 'listing_multiple', terms.listingMultiple)
  item.sayUnless(false, 'vetoes_down_listing', terms.vetoesDownListing)
}

const preferredClass = (series: DealSeries): JsonRecord => {
  const item = new WrittenItem()
  const { terms } = series
  sayTerms(item, terms)
  item.sayUnless(0, 'accrued_dividend_usd', series.accruedDividendUsd)
  return item.finish({
    id: seriesClassId(series.name),
    object_type: 'STOCK_CLASS',
    name: series.name,
    class_type: 'PREFERRED',
    default_id_prefix: `${series.name}-`,
    initial_shares_authorized: 'NOT APPLICABLE',
    votes_per_share: '1',
    price_per_share: item.money(series.issuePriceUsd, 'price_per_share'),
    seniority: item.number(terms.rank, 'seniority'),
    conversion_rights: [conversionRight(item, series)],
    liquidation_preference_multiple: item.number(
      terms.liquidationMultiple,
      'liquidation_preference_multiple',
    ),
    participation_cap_multiple:
      terms.participation === 'capped'
        ? item.number(terms.participationCapMultiple, 'participation_cap_multiple')
        : undefined,
  })
}

/** The classes of stock: common, and one a series; common ranks below them all. */
export const writeClasses = (series: readonly DealSeries[]): readonly JsonRecord[] => {
  const lowest = Math.min(1, ...series.map(({ terms }) => terms.rank))
  const common: JsonRecord = {
    id: commonClassId,
    object_type: 'STOCK_CLASS',
    name: 'Common',
    class_type: 'COMMON',
    default_id_prefix: 'CS-',
    initial_shares_authorized: 'NOT APPLICABLE',
    votes_per_share: '1',
    seniority: String(lowest - 1),
  }
  return [common, ...series.map(preferredClass)]
}
