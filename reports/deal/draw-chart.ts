import { cellWidth } from '../../scenarios/index.ts'
import { cutToWidth, padRight } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import { chartPoints, type ChartAxis } from './chart-points.ts'
import { classText } from './class-text.ts'
import { sayDeal } from './deal-messages.ts'
import { usdText } from './deal-numbers.ts'
import type { ChartPoint, DealReport } from './deal-report.ts'

const fills = { unicode: '█▓▒░ox+=%&$@', ascii: '#+:xo=%&$@wz' } as const
/** Common, which is on top and often most of all. */
const commonFill = '.'
const rowCount = 10
const axisWidth = 5
const widestChart = 72

/** A band of the chart: classes that are drawn as one, from the bottom up. */
interface Band {
  readonly name: string
  readonly places: readonly number[]
  readonly isCommon: boolean
}

/** From the bottom: what is paid before the owners, the newest series, the older ones, options, common on top. */
const bandsOf = ({ history }: DealReport, style: Style): readonly Band[] => {
  const { classes } = history.atExit
  const placed = classes.map((one, place) => ({ one, place, name: classText(one, style.lang) }))
  const owed = placed.filter(({ one }) => one.kind === 'safe' || one.kind === 'note')
  const series = placed
    .filter(({ one }) => one.kind === 'series' || one.kind === 'shadow_series')
    .toReversed()
  const options = placed.filter(({ one }) => one.kind === 'option' || one.kind === 'warrant')
  const common = placed.filter(({ one }) => one.kind === 'common' || one.kind === 'promised')
  const single = ({ name, place }: { name: string; place: number }): Band => ({
    name,
    places: [place],
    isCommon: false,
  })
  return [
    { name: sayDeal(style.lang, 'paidBefore'), places: [classes.length], isCommon: false },
    ...owed.map(single),
    ...series.map(single),
    ...options.map(single),
    { name: common[0].name, places: common.map(({ place }) => place), isCommon: true },
  ]
}

const bandUsd = ({ amountsUsd }: ChartPoint, { places }: Band): number =>
  places.reduce((sum, place) => sum + amountsUsd[place], 0)

/** The mark in each row of a column, bottom first: the band whose part of the price covers the row's middle. */
const columnMarks = (
  point: ChartPoint,
  bands: readonly Band[],
  marks: readonly string[],
): readonly string[] => {
  const tops: number[] = []
  for (const band of bands) tops.push((tops.at(-1) ?? 0) + bandUsd(point, band) / point.priceUsd)
  return Array.from({ length: rowCount }, (_, row) => {
    const at = tops.findIndex((top) => top > (row + 0.5) / rowCount)
    return marks[at < 0 ? bands.length - 1 : at]
  })
}

const axisLabel = (row: number): string => {
  const label = row === rowCount - 1 ? '100%' : row === rowCount / 2 - 1 ? ' 50%' : row === 0 ? '  0%' : ''
  return padRight(label, axisWidth)
}

/** Prices under the columns: as many as have room. */
const priceLine = (points: readonly ChartPoint[], { lang }: Style): string => {
  let line = ''
  for (const [at, { priceUsd }] of points.entries()) {
    const text = usdText(priceUsd, lang)
    const isLast = at + cellWidth(text) > points.length
    const hasRoom = line === '' || at >= cellWidth(line) + 6
    if (hasRoom && !isLast) line = padRight(line, at) + text
  }
  return ' '.repeat(axisWidth) + line
}

/** A mark for each band; the last is common. */
const marksOf = (bands: readonly Band[], ascii: boolean): readonly string[] => {
  const set = ascii ? fills.ascii : fills.unicode
  return bands.map(({ isCommon }, at) => (isCommon ? commonFill : set[at % set.length]))
}

/** The marks with their names, none torn from its name. */
const legend = (bands: readonly Band[], marks: readonly string[], width: number): readonly string[] => {
  const lines: string[] = []
  for (const [at, { name }] of bands.entries()) {
    const entry = cutToWidth(`${marks[at]} ${name}`, width)
    const longer = `${lines.at(-1) ?? ''}   ${entry}`
    if (lines.length > 0 && cellWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(entry)
  }
  return lines
}

/**
 * A chart of who gets what part of the exit price, over all prices at which something happens: one column a price,
 * stacked to 100 %.
 */
export const drawChart = (report: DealReport, axis: ChartAxis, style: Style): readonly string[] => {
  const { lang, width, ascii, paint } = style
  const count = Math.max(10, Math.min(widestChart, width - axisWidth))
  const points = chartPoints(report, count, axis)
  const bands = bandsOf(report, style).filter((band) => points.some((point) => bandUsd(point, band) > 0))
  const marks = marksOf(bands, ascii)
  const columns = points.map((point) => columnMarks(point, bands, marks))
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const at = rowCount - 1 - row
    return axisLabel(at) + columns.map((column) => column[at]).join('')
  })
  const axisTitle = sayDeal(lang, axis === 'log' ? 'logAxis' : 'linearAxis')
  return [
    paint('bold', sayDeal(lang, 'chart')),
    ...rows,
    priceLine(points, style),
    ' '.repeat(axisWidth) + axisTitle,
    ...legend(bands, marks, width - axisWidth).map((line) => ' '.repeat(axisWidth) + line),
  ]
}
