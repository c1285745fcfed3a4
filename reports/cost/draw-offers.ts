import { layOutTable, type DrawnColumn } from '../text/lay-out-table.ts'
import { noNumber } from '../text/render-estimate.ts'
import { renderNumber } from '../text/render-number.ts'
import type { Style } from '../text/style.ts'
import { sayCost } from './cost-messages.ts'
import { durationText, numberText, usdText } from './cost-numbers.ts'
import type { CostOffer, CostReport } from './cost-report.ts'
import { wrapToWidth } from '../text/pad-text.ts'

const columnsFor = ({ lang }: Style): readonly DrawnColumn[] => [
  { title: `  ${sayCost(lang, 'gpu')}`, align: 'left', gap: 0, leavesFirst: 0 },
  { title: sayCost(lang, 'count'), align: 'right', gap: 1, leavesFirst: 2 },
  { title: sayCost(lang, 'hours'), align: 'right', gap: 2, leavesFirst: 3 },
  { title: sayCost(lang, 'days'), align: 'right', gap: 2, leavesFirst: 1 },
  { title: sayCost(lang, 'low'), align: 'right', gap: 2, leavesFirst: 4, colour: 'dim' },
  { title: sayCost(lang, 'cost'), align: 'right', gap: 2, leavesFirst: 0 },
  { title: sayCost(lang, 'high'), align: 'right', gap: 2, leavesFirst: 4, colour: 'dim' },
  { title: sayCost(lang, 'perMillion'), align: 'right', gap: 2, leavesFirst: 5 },
]

/** The cells of an offer, without the mark: for a table on screen or in Markdown. */
export const offerCells = (offer: CostOffer, { lang }: Pick<Style, 'lang'>): readonly string[] => {
  const name = [offer.gpu, renderNumber(offer.gpus)]
  if (!offer.fits) return [...name, sayCost(lang, 'doesNotFit'), ...Array.from({ length: 5 }, () => noNumber)]
  const cost = usdText(offer.costUsd, lang)
  const perMillion = offer.costPerMillionTokensUsd
  return [
    ...name,
    numberText(offer.gpuHours, lang).p50,
    durationText(offer.wallDays, lang).range,
    cost.p10,
    cost.p50,
    cost.p90,
    perMillion === null ? noNumber : usdText(perMillion, lang).p50,
  ]
}

/** Titles of the offers' columns. */
export const offerTitles = (style: Style): readonly string[] =>
  columnsFor(style).map(({ title }) => title.trim())

/** The offers beside each other, the cheapest marked. */
export const drawOffers = ({ offers, cheapest }: CostReport, style: Style): readonly string[] => {
  const mark = style.ascii ? '> ' : '› '
  const rows = offers.map((offer, index) => {
    const [name, ...cells] = offerCells(offer, style)
    return [(index === cheapest && offers.length > 1 ? mark : '  ') + name, ...cells]
  })
  const { lines, leftOut } = layOutTable(columnsFor(style), rows, style.width, style.paint)
  if (leftOut.length === 0) return lines
  const columns = leftOut.map((title) => title.trim()).join(', ')
  return [...lines, ...wrapToWidth(sayCost(style.lang, 'leftOut', { columns }), style.width)]
}
