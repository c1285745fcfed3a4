import {
  outcomeKeys,
  type Curve,
  type OutcomeKey,
  type OutcomesByMonth,
  type Summary,
} from '../summarise/summary.ts'
import type { DataTable } from './data-table.ts'
import { drawLeftOut, drawNote } from './draw-block.ts'
import { layOutTable, type DrawnColumn } from './lay-out-table.ts'
import { say } from './messages.ts'
import { halfWidthOf, noNumber, renderShareEstimate } from './render-estimate.ts'
import { renderNumber } from './render-number.ts'
import { percentDecimals, renderPercent } from './render-share.ts'
import { shortId } from './short-id.ts'
import { renderSparkline, thinOut } from './draw.ts'
import { makeStyle, type Style, type TextOptions } from './style.ts'

/** Survival and outcomes of what a study follows: its company by month, or all startups by age. */
const followed = (summary: Summary): { readonly curve: Curve; readonly outcomes: OutcomesByMonth } =>
  summary.company === undefined
    ? { curve: summary.survival, outcomes: summary.outcomesByAge }
    : { curve: summary.company.survival, outcomes: summary.company.outcomesByMonth }

/** The order in which outcomes stand in the table; the last ones leave a narrow window first. */
const shown: readonly OutcomeKey[] = ['private', 'acquired', 'listed', 'acquiHired', 'closed']
const snakeCase: Readonly<Record<OutcomeKey, string>> = {
  closed: 'closed',
  acquiHired: 'acqui_hired',
  acquired: 'acquired',
  listed: 'listed',
  private: 'private',
}

/** Every month of the survival table as numbers; shares 0-1. */
export const survivalData = (summary: Summary): DataTable => {
  const { curve, outcomes } = followed(summary)
  return {
    columns: [
      summary.company === undefined ? 'age_months' : 'month',
      'standing',
      'standing_low',
      'standing_high',
      ...outcomeKeys.map((key) => snakeCase[key]),
    ],
    rows: curve.months.map((month, i) => [
      month,
      curve.estimate[i],
      curve.low[i],
      curve.high[i],
      ...outcomeKeys.map((key) => outcomes[key][i] ?? null),
    ]),
  }
}

const columnsFor = (isCompany: boolean, { lang }: Style): readonly DrawnColumn[] => [
  {
    title: say(lang, isCompany ? 'column.month' : 'column.age'),
    align: 'right',
    gap: 0,
    leavesFirst: 0,
    leastWidth: 5,
  },
  { title: say(lang, 'column.standing'), align: 'right', gap: 2, leavesFirst: 0 },
  { title: say(lang, 'column.interval'), align: 'left', gap: 2, leavesFirst: 1, colour: 'dim' },
  ...shown.map((key, i): DrawnColumn => ({
    title: say(lang, `outcome.${key}`),
    align: 'right',
    gap: 2,
    leavesFirst: key === 'closed' ? 2 : 3 + i,
  })),
]

/** The rows of a drawn table: every year, and the horizon. */
const yearly = (months: readonly number[]): readonly number[] =>
  months.filter((month) => month > 0 && (month % 12 === 0 || month === months.length - 1))

const drawCurve = ({ estimate, months }: Curve, style: Style): string => {
  const room = style.width - 36
  if (room < 10) return ''
  const line = renderSparkline(thinOut(estimate, room), 0, 1, style.ascii)
  return `${line}  ${say(style.lang, 'table.sparkline', { last: String(months.length - 1) })}`
}

const drawTitle = (summary: Summary, name: string, style: Style): readonly string[] => {
  const { lang, paint } = style
  const what = summary.company?.name ?? summary.scenario.name
  const runs = say(lang, 'done.runs', { runs: renderNumber(summary.runs - summary.failedRuns) })
  return drawNote(`${paint('bold', name)}   ${what} ${shortId(summary.id)}   ${runs}`, style)
}

const drawRows = (summary: Summary): readonly (readonly string[])[] => {
  const { curve, outcomes } = followed(summary)
  return yearly(curve.months).map((month) => {
    const point = { estimate: curve.estimate[month], low: curve.low[month], high: curve.high[month] }
    const { estimate, interval } = renderShareEstimate(point)
    const decimals = percentDecimals(point.estimate ?? 0, halfWidthOf(point))
    const shares = shown.map((key) => outcomes[key][month] ?? null)
    return [
      String(month),
      estimate,
      interval,
      ...shares.map((share) => (share === null ? noNumber : renderPercent(share, decimals))),
    ]
  })
}

/** The survival table as people read it: a row a year, with what became of the others. */
export const renderSurvival = (summary: Summary, options: TextOptions): string => {
  const style = makeStyle(options)
  const isCompany = summary.company !== undefined
  const table = layOutTable(columnsFor(isCompany, style), drawRows(summary), style.width, style.paint)
  const note = say(style.lang, isCompany ? 'table.survival.companyNote' : 'table.survival.note')
  const lines = [
    ...drawTitle(summary, say(style.lang, 'table.survival'), style),
    '',
    ...table.lines,
    ...drawLeftOut(table.leftOut, style),
    '',
    drawCurve(followed(summary).curve, style),
    '',
    ...drawNote(note, style),
  ]
  return `${lines.join('\n').replace(/\n{3,}/gu, '\n\n')}\n`
}
