import { wrapToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import { classText, listText } from './class-text.ts'
import { sayDeal, type DealMessageKey } from './deal-messages.ts'
import { exactUsdText } from './deal-numbers.ts'
import type { DealEquilibrium, DealReport, ReportedExit } from './deal-report.ts'
import { drawBands, type BandTable } from './draw-bands.ts'
import { classPayouts, holderPayouts } from './payout-tables.ts'
import { multiples, ratesOfReturn } from './return-tables.ts'

const equilibriumText = ({ history }: DealReport, { converts }: DealEquilibrium, style: Style): string => {
  const { lang } = style
  if (converts.length === 0) return sayDeal(lang, 'nobodyConverts')
  const names = converts.map((place) => classText(history.atExit.classes[place], lang))
  return sayDeal(lang, 'convertOnly', { names: listText(names, lang) })
}

const noteSeveral = (
  report: DealReport,
  { terms, others }: ReportedExit,
  style: Style,
): readonly string[] => {
  if (others.length === 0) return []
  const texts = others.map((other) => equilibriumText(report, other, style))
  const values = { price: exactUsdText(terms.priceUsd, style.lang), others: texts.join('; ') }
  return wrapToWidth(sayDeal(style.lang, 'severalEquilibria', values), style.width)
}

const listingNotes = { qualified: 'paidAsListing', chosen: 'listingAsSale', vetoed: 'listingVetoed' } as const

/** How the listings among the exits go, one line a way. */
const noteListing = ({ exits }: DealReport, { lang, width }: Style): readonly string[] =>
  (['qualified', 'chosen', 'vetoed'] as const).flatMap((kind) => {
    const prices = exits
      .filter(({ listing }) => listing === kind)
      .map(({ terms }) => exactUsdText(terms.priceUsd, lang))
    if (prices.length === 0) return []
    return wrapToWidth(sayDeal(lang, listingNotes[kind], { prices: listText(prices, lang) }), width)
  })

const drawTitled = (title: DealMessageKey, table: BandTable, style: Style): readonly string[] =>
  table.rows.length === 0 ? [] : [style.paint('bold', sayDeal(style.lang, title)), ...drawBands(table, style)]

/** Payouts by class with who converts, and what is to be known of the conversion. */
export const drawClassPayouts = (report: DealReport, style: Style): readonly string[] => {
  const converts = report.exits.some(({ classes }) => classes.some((one) => one.converts === true))
  return [
    ...drawTitled('payoutsByClass', classPayouts(report, style.lang), style),
    ...(converts ? [sayDeal(style.lang, 'convertsMark')] : []),
    ...noteListing(report, style),
    ...report.exits.flatMap((exit) => noteSeveral(report, exit, style)),
  ]
}

/** Payouts by holder. */
export const drawHolderPayouts = (report: DealReport, style: Style): readonly string[] =>
  drawTitled('payoutsByHolder', holderPayouts(report, style.lang), style)

/** Money multiples by holder. */
export const drawMultiples = (report: DealReport, style: Style): readonly string[] =>
  drawTitled('moicByHolder', multiples(report, style.lang), style)

/** Rates of return by holder, where dates are known. */
export const drawRates = (report: DealReport, style: Style): readonly string[] =>
  drawTitled('returnByHolder', ratesOfReturn(report, style.lang), style)
