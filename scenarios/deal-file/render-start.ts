import type {
  DealConvertible,
  DealRight,
  DealSeries,
  DealStart,
  Holding,
  PreferredTerms,
} from '../../engine/finance/index.ts'
import { renderQuantity, renderShifted } from '../units/render-quantity.ts'
import { renderDay } from './day.ts'

/** Fields of one entry in the order they are written; null for what is left out. */
type Fields = Readonly<Record<string, string | null>>

/** One field of a start as text; a list has a line for each entry. */
export interface RenderedField {
  readonly path: string
  readonly text: string | readonly string[]
}

const quote = (text: string): string => JSON.stringify(text)
const shares = (value: number): string => renderShifted(value, 0)
const dollars = (value: number): string => renderQuantity(value, 'usd')
const orNone = (value: number | null, render: (value: number) => string): string | null =>
  value === null ? null : render(value)
const unless = (value: number, usual: number, render: (value: number) => string): string | null =>
  value === usual ? null : render(value)

const braces = (fields: Fields): string => {
  const shown = Object.entries(fields).flatMap(([name, text]) => (text === null ? [] : [`${name}: ${text}`]))
  return shown.length === 0 ? '{}' : `{ ${shown.join(', ')} }`
}

const byHolder = (holders: readonly Holding[], render: (holding: Holding) => string): string =>
  braces(Object.fromEntries(holders.map((holding) => [quote(holding.holder), render(holding)])))

const renderCommon = (common: DealStart['common']): string => {
  const paid = new Map(common.map(({ holder, paidUsd }) => [holder, paidUsd]))
  return byHolder(common, (one) => {
    const paidUsd = paid.get(one.holder) ?? 0
    return paidUsd === 0 ? shares(one.shares) : braces({ shares: shares(one.shares), paid: dollars(paidUsd) })
  })
}

const renderRight = (right: DealRight): string =>
  braces({
    name: quote(right.name),
    holder: quote(right.holder),
    shares: shares(right.shares),
    strike: dollars(right.strikeUsd),
  })

const renderTerms = (terms: PreferredTerms): Fields => ({
  liquidation_multiple: renderQuantity(terms.liquidationMultiple, 'multiple'),
  participation:
    terms.participation === 'capped'
      ? renderQuantity(terms.participationCapMultiple, 'multiple')
      : terms.participation,
  rank: String(terms.rank),
  anti_dilution: terms.antiDilution,
  dividend:
    terms.dividendRate === 0
      ? null
      : braces({ rate: renderQuantity(terms.dividendRate, 'rate/year'), kind: terms.dividendKind }),
  pay_to_play: terms.paysToPlay ? 'true' : null,
  listing_ratchet: unless(terms.listingMultiple, 0, (value) => renderQuantity(value, 'multiple')),
  vetoes_down_listing: terms.vetoesDownListing ? 'true' : null,
})

const renderSeries = (series: DealSeries): string =>
  braces({
    name: quote(series.name),
    date: orNone(series.day, renderDay),
    shares: shares(series.shares),
    price: dollars(series.issuePriceUsd),
    holders: byHolder(series.holders, (one) => shares(one.shares)),
    conversion_price: dollars(series.conversionPriceUsd),
    accrued_dividend: unless(series.accruedDividendUsd, 0, dollars),
    ...renderTerms(series.terms),
  })

const renderConvertible = (one: DealConvertible): string => {
  const isSafe = one.kind === 'safe'
  return braces({
    name: quote(one.name),
    holder: quote(one.holder),
    [isSafe ? 'amount' : 'principal']: dollars(one.amountUsd),
    date: orNone(one.day, renderDay),
    cap: unless(one.capUsd, Infinity, dollars),
    [isSafe ? 'type' : 'cap_type']: one.capBasis,
    discount: unless(one.discount, 0, (value) => renderQuantity(value, 'share')),
    mfn: one.isMostFavoured ? `[${one.favours.map(quote).join(', ')}]` : null,
    interest: unless(one.interestRate, 0, (value) => renderQuantity(value, 'rate/year')),
    interest_kind: one.interestCompounds ? 'compounding' : null,
    maturity: orNone(one.maturityDay, renderDay),
    pro_rata: one.hasProRata ? 'true' : null,
  })
}

/**
 * Writes a start so that reading it gives the very same start: every rank, name and term in full.
 *
 * Shape: fields of `options` first, each path below it; then the others.
 */
export const renderStart = (start: DealStart): readonly RenderedField[] => {
  const options = start.rights.filter(({ kind }) => kind === 'option')
  const warrants = start.rights.filter(({ kind }) => kind === 'warrant')
  const lists: readonly RenderedField[] = [
    { path: 'warrants', text: warrants.map(renderRight) },
    { path: 'series', text: start.series.map(renderSeries) },
    { path: 'safes', text: start.convertibles.filter(({ kind }) => kind === 'safe').map(renderConvertible) },
    { path: 'notes', text: start.convertibles.filter(({ kind }) => kind === 'note').map(renderConvertible) },
  ]
  return [
    { path: 'options.granted', text: options.map(renderRight) },
    { path: 'options.promised', text: shares(start.pool.promisedShares) },
    { path: 'options.available', text: shares(start.pool.availableShares) },
    { path: 'common', text: renderCommon(start.common) },
    ...lists.filter(({ text }) => text.length > 0),
  ]
}
