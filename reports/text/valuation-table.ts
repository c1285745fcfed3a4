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
import { renderBar } from './draw.ts'
import { drawLeftOut, drawNote } from './draw-block.ts'
import { layOutTable, type DrawnColumn } from './lay-out-table.ts'
import { shareBelowOf } from './market-blocks.ts'
import { say } from './messages.ts'
import { padLeft, padRight } from './cell-width.ts'
import {
  noNumber,
  renderMultipleEstimate,
  renderShareEstimate,
  renderUsdEstimate,
} from './render-estimate.ts'
import { renderNumber } from './render-number.ts'
import { renderPercent } from './render-share.ts'
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

/** Bounds of the bars of money multiples; nothing at all is counted below 0.01. */
const bounds = [0, 0.01, 1, 3, 10, Number.POSITIVE_INFINITY] as const

const bucketLabel = (i: number): string => {
  if (i === 0) return '0x'
  if (i === bounds.length - 2) return `${bounds[i]}x+`
  return `${i === 1 ? 0 : bounds[i]}-${bounds[i + 1]}x`
}

const drawBuckets = (returns: Returns, style: Style): readonly string[] => {
  if (returns.lossShare.estimate === null) return []
  const below = bounds.map((bound) =>
    bound === Number.POSITIVE_INFINITY ? 1 : (shareBelowOf(returns, bound).estimate ?? 0),
  )
  const shares = bounds.slice(0, -1).map((_, i) => below[i + 1] - below[i])
  const largest = Math.max(...shares)
  const room = Math.max(4, Math.min(40, style.width - 40))
  const loss = renderShareEstimate(returns.lossShare).estimate
  const three = renderPercent(1 - (shareBelowOf(returns, 3).estimate ?? 1))
  const notes = [
    '',
    say(style.lang, 'table.loseMoney', { share: loss }),
    '',
    say(style.lang, 'table.threeOrMore', { share: three }),
    '',
  ]
  return shares.map((share, i) => {
    const bar = padRight(renderBar(share / largest, room, style.ascii), room)
    return `  ${padRight(bucketLabel(i), 6)}${bar} ${padLeft(renderPercent(share), 6)}    ${notes[i]}`.trimEnd()
  })
}

const drawConcentration = ({ all }: Followed, style: Style): readonly string[] => {
  const share = renderShareEstimate(all.topOnePercentShare).estimate
  if (share === noNumber) return []
  const median = all.p50.estimate ?? 0
  if (median <= 0) return drawNote(say(style.lang, 'table.meanOnly', { share }), style)
  const times = renderNumber((all.mean.estimate ?? 0) / median, 1)
  return drawNote(say(style.lang, 'table.meanMedian', { times, share }), style)
}

/** The valuation table as people read it: percentiles of value and of money multiples, the zeros never hidden. */
export const renderValuation = (summary: Summary, options: TextOptions): string => {
  const style = makeStyle(options)
  const subject = followed(summary)
  const rows = [drawCounts(subject, style), ...rowNames.map((name) => drawRow(subject, name, style))]
  const table = layOutTable(columnsFor(summary, style), rows, style.width, style.paint)
  const month = String(summary.horizonMonths)
  const title = style.paint('bold', say(style.lang, 'table.valuation', { month }))
  const runs = say(style.lang, 'done.runs', { runs: renderNumber(summary.runs - summary.failedRuns) })
  const lines = [
    `${title}   ${summary.company?.name ?? summary.scenario.name}   ${runs}   ${say(style.lang, 'done.seed', { seed: String(summary.seed) })}`,
    '',
    ...table.lines,
    ...drawLeftOut(table.leftOut, style),
    '',
    ...drawBuckets(subject.returns, style),
    '',
    ...drawConcentration(subject, style),
    ...(summary.company === undefined ? [] : askSentence(summary.company, style)),
    ...drawNote(say(style.lang, 'table.valuation.note'), style),
  ]
  return `${lines.join('\n').replace(/\n{3,}/gu, '\n\n')}\n`
}
