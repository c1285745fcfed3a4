import { cellWidth } from '../../scenarios/index.ts'
import { drawLabelled } from '../cost/draw-labelled.ts'
import { cutToWidth, padLeft, padRight, wrapToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import { methodNames, sayDeal } from './deal-messages.ts'
import { usdText } from './deal-numbers.ts'
import type { DealReport, FieldBar, FootballField } from './deal-report.ts'
import { cellOf, makeFieldAxis, tickLine, type FieldAxis } from './field-axis.ts'
import { sayField } from './field-messages.ts'
import { barNumbers, failureTexts } from './field-table.ts'
import { assumptionText } from './field-text.ts'

const marks = {
  unicode: { range: '▒', base: '█', headline: '│', baseAtHeadline: '┿' },
  ascii: { range: '=', base: '#', headline: '|', baseAtHeadline: '+' },
} as const

/** Below so many cells names and numbers stand above their bar, not beside it. */
const wide = 72
const gap = 2
const widestAxis = 60

/** Widths of what stands beside the bars; nothing does in a narrow window. */
interface Layout {
  readonly nameWidth: number
  readonly numberWidth: number
  readonly axis: FieldAxis
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => cellWidth(text)))

const layOut = (field: FootballField, { lang, width }: Style): Layout => {
  if (width < wide) return { nameWidth: 0, numberWidth: 0, axis: makeFieldAxis(field, width) }
  const nameWidth = widest(field.bars.map(({ method }) => methodNames[method][lang])) + gap
  const numberWidth = widest(field.bars.flatMap((bar) => barNumbers(bar, lang))) + gap
  const room = Math.min(widestAxis, width - nameWidth - 3 * numberWidth)
  return { nameWidth, numberWidth, axis: makeFieldAxis(field, room) }
}

const drawBar = (
  { lowUsd, baseUsd, highUsd }: FieldBar,
  headlineUsd: number | null,
  axis: FieldAxis,
  { ascii }: Style,
): string => {
  const mark = ascii ? marks.ascii : marks.unicode
  const [low, base, high] = [lowUsd, baseUsd, highUsd].map((usd) => cellOf(axis, usd))
  const headline = headlineUsd === null ? -1 : cellOf(axis, headlineUsd)
  const markAt = (cell: number): string => {
    if (cell === base) return cell === headline ? mark.baseAtHeadline : mark.base
    if (cell === headline) return mark.headline
    return cell >= low && cell <= high ? mark.range : ' '
  }
  return Array.from({ length: axis.cells }, (_, cell) => markAt(cell)).join('')
}

/** The name of the vertical line, on the side of it that has room; on the left it may stand above the methods. */
const headlineLabel = (
  headlineUsd: number | null,
  { nameWidth, axis }: Layout,
  { lang, ascii }: Style,
): string => {
  const at = nameWidth + (headlineUsd === null ? 0 : cellOf(axis, headlineUsd))
  const end = nameWidth + axis.cells
  if (headlineUsd === null) return ' '.repeat(end)
  const line = (ascii ? marks.ascii : marks.unicode).headline
  const text = sayField(lang, 'headline', { value: usdText(headlineUsd, lang) })
  const isRight = at + 2 + cellWidth(text) <= end
  const drawn = isRight
    ? `${' '.repeat(at)}${line} ${text}`
    : `${padLeft(cutToWidth(text, at - 1), at - 1)} ${line}`
  return padRight(drawn, end)
}

const cellsOf = (texts: readonly string[], width: number): string =>
  texts.map((text) => padLeft(text, width)).join('')

/** A bar with its name, numbers and assumption. */
const drawMethod = (bar: FieldBar, report: DealReport, layout: Layout, style: Style): readonly string[] => {
  const { lang, width } = style
  const { nameWidth, numberWidth, axis } = layout
  const name = methodNames[bar.method][lang]
  const drawn = drawBar(bar, report.footballField?.headlineUsd ?? null, axis, style)
  const indent = nameWidth === 0 ? gap : nameWidth
  const assumed = wrapToWidth(assumptionText(bar, report, lang), width - indent).map(
    (line) => ' '.repeat(indent) + style.paint('dim', line),
  )
  const numbers = barNumbers(bar, lang)
  if (nameWidth > 0)
    return [`${padRight(name, nameWidth)}${drawn}${cellsOf(numbers, numberWidth)}`, ...assumed]
  const [low, base, high] = numbers
  const range = wrapToWidth(sayField(lang, 'range', { low, base, high }), width - gap)
  return [name, ...range.map((line) => ' '.repeat(gap) + line), drawn.trimEnd(), ...assumed]
}

/** The line above the bars: the headline, and titles of the numbers. */
const drawHead = (field: FootballField, layout: Layout, style: Style): readonly string[] => {
  const titles = (['low', 'base', 'high'] as const).map((key) => sayField(style.lang, key))
  const numbers = layout.nameWidth === 0 ? '' : cellsOf(titles, layout.numberWidth)
  const head = (headlineLabel(field.headlineUsd, layout, style) + numbers).trimEnd()
  return head === '' ? [] : [head]
}

/** The football field: one bar a method on one axis, the newest round as a vertical line. */
export const drawField = (report: DealReport, style: Style): readonly string[] => {
  const { footballField: field } = report
  if (field === null) return []
  const { lang, paint } = style
  const layout = layOut(field, style)
  const head = drawHead(field, layout, style)
  const foot = ' '.repeat(layout.nameWidth) + tickLine(layout.axis, lang)
  const bars = field.bars.flatMap((bar) => drawMethod(bar, report, layout, style))
  return [
    paint('bold', sayField(lang, 'title')),
    ...(field.bars.length === 0 ? [] : [...head, ...bars, foot]),
    ...failureTexts(field, lang).flatMap((line, index) =>
      drawLabelled(index === 0 ? sayDeal(lang, 'note') : '', line, style),
    ),
  ]
}
