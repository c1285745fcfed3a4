import { curveAt } from '../summarise/curve-at.ts'
import { unknownEstimate } from '../summarise/interval.ts'
import { outcomeKeys, verdictKeys, type Estimate, type Returns, type Summary } from '../summarise/summary.ts'
import { complementOf } from './complement.ts'
import { drawBlock, drawNote, type BlockRow } from './draw-block.ts'
import { say } from './messages.ts'
import {
  renderMultipleEstimate,
  renderNumberEstimate,
  renderShareEstimate,
  renderUsdEstimate,
} from './render-estimate.ts'
import type { Style } from './style.ts'
import { verdictWords } from './verdict-words.ts'

/** The ages and months of which a summary speaks. */
const milestones = [12, 36, 60, 120] as const

/** The milestones within a horizon, and the horizon itself where none is near its end. */
export const milestonesTo = (horizonMonths: number): readonly number[] => {
  const within: number[] = milestones.filter((month) => month <= horizonMonths)
  return within.includes(horizonMonths) ? within : [...within, horizonMonths]
}

/** The share that gets back less than so many times its money; unknown off the ladder. */
export const shareBelowOf = ({ cumulative }: Returns, multiple: number): Estimate =>
  cumulative.find((step) => step.multiple === multiple)?.below ?? unknownEstimate

/** Bubble or gold mine: four answers with their probabilities, and the answer in words. */
export const drawVerdict = (summary: Summary, style: Style): readonly string[] => {
  const rows = verdictKeys.map((key) => ({
    label: say(style.lang, `verdict.${key}`),
    ...renderShareEstimate(summary.verdict[key]),
    note: say(style.lang, `verdict.${key}.meaning`),
  }))
  const words = verdictWords(summary, style.lang).flatMap((sentence) => drawNote(sentence, style))
  return [...drawBlock(say(style.lang, 'verdict.title'), rows, style), ...words]
}

/** Survival by age at the milestones. */
export const drawSurvival = (summary: Summary, style: Style): readonly string[] =>
  drawBlock(
    say(style.lang, 'survival.title'),
    milestonesTo(summary.horizonMonths).map((months) => ({
      label: say(style.lang, 'survival.at', { months: String(months) }),
      ...renderShareEstimate(curveAt(summary.survival, months)),
    })),
    style,
  )

/** Where all startups stand at the horizon. */
export const drawOutcomes = (summary: Summary, style: Style): readonly string[] =>
  drawBlock(
    say(style.lang, 'outcomes.title', { month: String(summary.horizonMonths) }),
    outcomeKeys.map((key) => ({
      label: say(style.lang, `outcome.${key}`),
      ...renderShareEstimate(summary.outcomes[key]),
    })),
    style,
  )

/** Values at headline prices: all startups first, survivors beside them. */
export const drawValues = (summary: Summary, style: Style): readonly string[] => {
  const { lang } = style
  const { postMoneyUsd, fairValueUsd } = summary.valuation
  const percentiles = (['p10', 'p50', 'p90'] as const).map((name) => ({
    label: name.toUpperCase(),
    ...renderUsdEstimate(postMoneyUsd.all[name], lang),
    note: renderUsdEstimate(postMoneyUsd.survivors[name], lang).estimate,
  }))
  const rows: BlockRow[] = [
    ...percentiles,
    {
      label: say(lang, 'value.mean'),
      ...renderUsdEstimate(postMoneyUsd.all.mean, lang),
      note: renderUsdEstimate(postMoneyUsd.survivors.mean, lang).estimate,
    },
    {
      label: say(lang, 'value.top'),
      ...renderShareEstimate(postMoneyUsd.all.topOnePercentShare),
      note: renderShareEstimate(postMoneyUsd.survivors.topOnePercentShare).estimate,
    },
    {
      label: say(lang, 'value.fair'),
      ...renderUsdEstimate(fairValueUsd.all.p50, lang),
      note: renderUsdEstimate(fairValueUsd.survivors.p50, lang).estimate,
    },
  ]
  const title = say(lang, 'value.title', { month: String(summary.horizonMonths) })
  return drawBlock(title, rows, style, say(lang, 'column.survivors'))
}

/** What rounds gave back. */
export const drawReturns = (summary: Summary, style: Style): readonly string[] => {
  const { lang } = style
  const { returns } = summary
  const multiple = (label: string, estimate: Estimate): BlockRow => ({
    label,
    ...renderMultipleEstimate(estimate, lang),
  })
  return drawBlock(
    say(lang, 'returns.title'),
    [
      { label: say(lang, 'returns.loss'), ...renderShareEstimate(returns.lossShare) },
      {
        label: say(lang, 'returns.three'),
        ...renderShareEstimate(complementOf(shareBelowOf(returns, 3))),
      },
      multiple(say(lang, 'returns.moic', { percentile: 'P50' }), returns.moic.p50),
      multiple(say(lang, 'returns.moic', { percentile: 'P90' }), returns.moic.p90),
      multiple(say(lang, 'returns.mean'), returns.moic.mean),
    ],
    style,
  )
}

/** How far prices rose and fell, and what was left. */
export const drawMarket = ({ market }: Summary, style: Style): readonly string[] => {
  const { lang } = style
  return drawBlock(
    say(lang, 'market.title'),
    [
      { label: say(lang, 'market.collapse'), ...renderShareEstimate(market.collapseShare) },
      { label: say(lang, 'market.drawdown'), ...renderShareEstimate(market.drawdown) },
      { label: say(lang, 'market.mispricing'), ...renderMultipleEstimate(market.peakPriceToValue, lang) },
      { label: say(lang, 'market.residual'), ...renderUsdEstimate(market.residualMultiple, lang) },
      { label: say(lang, 'market.invested'), ...renderUsdEstimate(market.investedUsd, lang) },
      { label: say(lang, 'market.startups'), ...renderNumberEstimate(market.startupsFounded, lang) },
    ],
    style,
  )
}

/** What was spent on GPUs. */
export const drawCompute = ({ compute }: Summary, style: Style): readonly string[] => {
  const { lang } = style
  return drawBlock(
    say(lang, 'compute.title'),
    [
      { label: say(lang, 'compute.hours'), ...renderNumberEstimate(compute.gpuHours, lang) },
      { label: say(lang, 'compute.spend'), ...renderUsdEstimate(compute.spendUsd, lang) },
      { label: say(lang, 'compute.share'), ...renderShareEstimate(compute.shareOfCosts) },
    ],
    style,
  )
}
