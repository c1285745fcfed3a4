import type { DealSeries, Holding, PreferredTerms } from '../../engine/finance/index.ts'
import type { StockClass } from './package-parts.ts'
import { readTerms } from './read-terms.ts'
import type { Security, SecurityBook } from './security.ts'

/** Ratio and price are printed with few digits: so far they may lie apart without contradicting each other. */
const printedPrecision = 1e-3
/** As close as the last bits of a quotient. */
const lastBits = 1e-9

/** Adds up holdings by holder, in the order in which holders first appear. */
export const byHolder = (securities: readonly Security[]): readonly Holding[] => {
  const shares = new Map<string, number>()
  for (const { holder, quantity } of securities) shares.set(holder, (shares.get(holder) ?? 0) + quantity)
  return [...shares].map(([holder, held]) => ({ holder, shares: held }))
}

const isApart = (value: number, from: number, precision: number): boolean =>
  Math.abs(value - from) > precision * from

const issuePriceOf = (stockClass: StockClass, held: readonly Security[]): number => {
  const { item, splits, name } = stockClass
  const stated = item.money('price_per_share')
  const paidUsd = held.reduce((sum, one) => sum + one.paidUsd, 0)
  const shares = held.reduce((sum, one) => sum + one.quantity, 0)
  const price = stated === null ? paidUsd / shares : stated / splits
  // What came in the place of something else cost what that did, whatever the price of its class.
  const sold = held.filter(({ isResult }) => !isResult)
  const soldShares = sold.reduce((sum, one) => sum + one.quantity, 0)
  const soldUsd = sold.reduce((sum, one) => sum + one.paidUsd, 0)
  if (!(price > 0)) item.fault('F285', [], { name })
  else if (soldShares > 0 && isApart(soldUsd / soldShares, price, printedPrecision))
    item.log.note('prices_differ', item, { name, price: String(price) })
  return price
}

/** Price at which money in a class turns into common stock. */
const conversionPriceOf = (stockClass: StockClass, issuePriceUsd: number): number => {
  const { conversion, item, name, splits, commonSplits } = stockClass
  const atStatement = conversion === null ? issuePriceUsd : (issuePriceUsd * splits) / conversion.splits
  const ratio = conversion?.item.ratio(...conversion.path, 'ratio') ?? null
  const stated = conversion?.item.money(...conversion.path, 'conversion_price') ?? null
  if (ratio === null && stated === null) item.log.note('conversion_assumed', item, { name })
  const byRatio = ratio === null ? (stated ?? issuePriceUsd) : atStatement / ratio
  if (stated !== null && isApart(stated, byRatio, printedPrecision))
    item.log.note('conversion_mismatch', conversion?.item ?? item, { name })
  const price = stated !== null && !isApart(stated, byRatio, lastBits) ? stated : byRatio
  return price / commonSplits
}

const firstDay = (issued: readonly Security[]): DealSeries['day'] => {
  const days = issued.flatMap(({ day }) => day ?? [])
  return days.length === 0 ? null : Math.min(...days)
}

/** When the first shares of a class were issued, to put classes in order; a day that froth does not know counts too. */
const orderOf = (issued: readonly Security[]): number =>
  Math.min(...issued.map(({ item }) => item.day('date') ?? 0))

const makeSeries = (stockClass: StockClass, issued: readonly Security[], rank: number): DealSeries | null => {
  const held = issued.filter(({ quantity }) => quantity > 0)
  if (held.length === 0) {
    stockClass.item.log.note('class_empty', stockClass.item, { name: stockClass.name })
    return null
  }
  const issuePriceUsd = issuePriceOf(stockClass, held)
  const holders = byHolder(held)
  const terms: PreferredTerms = { ...readTerms(stockClass), rank }
  return {
    name: stockClass.name,
    shares: holders.reduce((sum, { shares }) => sum + shares, 0),
    issuePriceUsd,
    conversionPriceUsd: conversionPriceOf(stockClass, issuePriceUsd),
    accruedDividendUsd: Number(stockClass.item.said.get('accrued_dividend_usd') ?? 0),
    terms,
    day: firstDay(issued),
    holders,
  }
}

/** Whole ranks that keep the order of the seniorities: these themselves if they are whole. */
const ranksOf = (classes: readonly StockClass[]): ReadonlyMap<string, number> => {
  const seniorities = classes.map(({ item, id }) => {
    if (!item.has('seniority')) item.missing('seniority')
    return [id, item.number('seniority') ?? 0] as const
  })
  if (seniorities.every(([, value]) => Number.isSafeInteger(value))) return new Map(seniorities)
  const steps = [...new Set(seniorities.map(([, value]) => value))].toSorted((a, b) => a - b)
  classes[0].item.log.note('seniority_ranked', classes[0].item)
  return new Map(seniorities.map(([id, value]) => [id, steps.indexOf(value) + 1]))
}

/** The preferred classes that have shares outstanding, oldest first. */
export const readSeries = ({ parts, securities }: SecurityBook): readonly DealSeries[] => {
  const classes = [...parts.classes.values()].filter(({ isPreferred }) => isPreferred)
  const ranks = ranksOf(classes)
  return classes
    .map((one) => ({
      one,
      issued: [...securities.values()].filter(
        ({ stockClass, kind }) => stockClass === one && kind === 'stock',
      ),
    }))
    .toSorted((a, b) => orderOf(a.issued) - orderOf(b.issued))
    .flatMap(({ one, issued }) => makeSeries(one, issued, ranks.get(one.id) ?? 0) ?? [])
}
