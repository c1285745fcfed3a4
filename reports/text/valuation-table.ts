import {
  percentileNames,
  type Estimate,
  type Percentiles,
  type Returns,
  type Summary,
  type ValuePercentiles,
} from '../summarise/summary.ts'
import { askSentence } from './company-block.ts'
import type { DataTable } from './data-table.ts'
import { drawMultiples } from './draw-multiples.ts'
import { drawLeftOut, drawNote } from './draw-block.ts'
import { layOutTable, type DrawnColumn } from './lay-out-table.ts'
import { say } from './messages.ts'
import {
  noNumber,
  renderMultipleEstimate,
  renderShareEstimate,
  renderUsdEstimate,
} from './render-estimate.ts'
import { renderNumber } from './render-number.ts'
import { makeStyle, type Style, type TextOptions } from './style.ts'

interface Followed {
  readonly all: ValuePercentiles
  readonly survivors: ValuePercentiles
  readonly returns: Returns
}

/** Values and returns of what a study follows: its company, or all startups and rounds. */
const followed = ({ company, valuation, returns }: Summary): Followed =>
  company === undefined
    ? { ...valuation.postMoneyUsd, returns }
    : { ...company.valueUsd, returns: company.returns }

const rowNames = [...percentileNames, 'mean'] as const
type RowName = (typeof rowNames)[number]

const numbersOf = ({ estimate, low, high }: Estimate): readonly (number | null)[] => [estimate, low, high]

const dataOf = (percentiles: Percentiles, name: RowName): readonly (number | null)[] =>
  numbersOf(percentiles[name])

/** The valuation table as numbers: US dollars, and multiples of money. */
export const valuationData = (summary: Summary): DataTable => {
  const { all, survivors, returns } = followed(summary)
  const withInterval = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`]
  return {
    columns: [
      'percentile',
      ...withInterval('value_usd'),
      ...withInterval('survivors_value_usd'),
      ...withInterval('moic'),
    ],
    rows: rowNames.map((name) => [
      name,
      ...dataOf(all, name),
      ...dataOf(survivors, name),
      ...dataOf(returns.moic, name),
    ]),
  }
}

const columnsFor = (summary: Summary, { lang }: Style): readonly DrawnColumn[] => {
  const everyone = say(lang, summary.company === undefined ? 'column.all' : 'column.allRuns')
  return [
    { title: '', align: 'left', gap: 2, leavesFirst: 0, leastWidth: 4 },
    { title: everyone, align: 'right', gap: 2, leavesFirst: 0 },
    { title: say(lang, 'column.interval'), align: 'left', gap: 2, leavesFirst: 1, colour: 'dim' },
    { title: say(lang, 'column.survivors'), align: 'right', gap: 2, leavesFirst: 3 },
    { title: say(lang, 'column.moic'), align: 'right', gap: 2, leavesFirst: 2 },
  ]
}

/** How many values each column rests on. */
const drawCounts = ({ all, survivors, returns }: Followed, { lang }: Style): readonly string[] => {
  const [everyone, alive, multiples] = [all, survivors, returns.moic].map(({ count }) =>
    say(lang, 'table.count', { count: renderNumber(count) }),
  )
  return ['', everyone, '', alive, multiples]
}

const drawRow = (followed: Followed, name: RowName, { lang }: Style): readonly string[] => {
  const value = renderUsdEstimate(followed.all[name], lang)
  return [
    name === 'mean' ? say(lang, 'value.mean') : name.toUpperCase(),
    value.estimate,
    value.interval,
    renderUsdEstimate(followed.survivors[name], lang).estimate,
    renderMultipleEstimate(followed.returns.moic[name], lang).estimate,
  ]
}

const drawConcentration = ({ all }: Followed, style: Style): readonly string[] => {
  const share = renderShareEstimate(all.topOnePercentShare).estimate
  if (share === noNumber) return []
  const median = all.p50.estimate ?? 0
  if (median <= 0) return drawNote(say(style.lang, 'table.meanOnly', { share }), style)
  const times = renderNumber((all.mean.estimate ?? 0) / median, 1)
  return drawNote(say(style.lang, 'table.meanMedian', { times, share }), style)
}

const drawTitle = (summary: Summary, style: Style): readonly string[] => {
  const { lang, paint } = style
  const words = [
    paint('bold', say(lang, 'table.valuation', { month: String(summary.horizonMonths) })),
    summary.company?.name ?? summary.scenario.name,
    say(lang, 'done.runs', { runs: renderNumber(summary.runs - summary.failedRuns) }),
    say(lang, 'done.seed', { seed: String(summary.seed) }),
  ]
  return drawNote(words.join('   '), style)
}

/** The valuation table as people read it: percentiles of value and of money multiples, the zeros never hidden. */
export const renderValuation = (summary: Summary, options: TextOptions): string => {
  const style = makeStyle(options)
  const subject = followed(summary)
  const rows = [drawCounts(subject, style), ...rowNames.map((name) => drawRow(subject, name, style))]
  const table = layOutTable(columnsFor(summary, style), rows, style.width, style.paint)
  const lines = [
    ...drawTitle(summary, style),
    '',
    ...table.lines,
    ...drawLeftOut(table.leftOut, style),
    '',
    ...drawMultiples(subject.returns, style),
    '',
    ...drawConcentration(subject, style),
    ...(summary.company === undefined ? [] : askSentence(summary.company, style)),
    ...drawNote(say(style.lang, 'table.valuation.note'), style),
  ]
  return `${lines.join('\n').replace(/\n{3,}/gu, '\n\n')}\n`
}
