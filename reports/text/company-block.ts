import { curveAt } from '../summarise/curve-at.ts'
import type { CompanySummary, Estimate, Summary } from '../summarise/summary.ts'
import { complementOf } from './complement.ts'
import { drawBlock, drawNote, type BlockRow } from './draw-block.ts'
import { milestonesTo, shareBelowOf } from './market-blocks.ts'
import { say } from './messages.ts'
import {
  noNumber,
  renderMultipleEstimate,
  renderNumberEstimate,
  renderShareEstimate,
  renderUsdEstimate,
} from './render-estimate.ts'
import { renderMultiple } from './render-multiple.ts'
import { renderUsd } from './render-usd.ts'
import type { Style } from './style.ts'

type Draw = (company: CompanySummary, month: string, style: Style) => readonly BlockRow[]

const standingRows = (
  { survival }: CompanySummary,
  months: readonly number[],
  style: Style,
): readonly BlockRow[] =>
  months.map((month) => ({
    label: say(style.lang, 'company.standing', { month: String(month) }),
    ...renderShareEstimate(curveAt(survival, month)),
  }))

const valueRows: Draw = ({ valueUsd }, month, { lang }) => [
  ...(['p10', 'p50', 'p90'] as const).map((name) => ({
    label: say(lang, 'company.value', { month, percentile: name.toUpperCase() }),
    ...renderUsdEstimate(valueUsd.all[name], lang),
  })),
  { label: say(lang, 'company.valueMean', { month }), ...renderUsdEstimate(valueUsd.all.mean, lang) },
  {
    label: say(lang, 'company.top'),
    ...renderShareEstimate(valueUsd.all.topOnePercentShare),
  },
]

const renderMonths = (months: Estimate, style: Style) => {
  const { estimate, interval } = renderNumberEstimate(months, style.lang)
  const value = estimate === noNumber ? noNumber : say(style.lang, 'unit.months', { value: estimate })
  return { estimate: value, interval }
}

const moneyRows: Draw = ({ runwayMonthsAt12, nextRound, fundamentalValueUsd }, _, style) => [
  { label: say(style.lang, 'company.runway'), ...renderMonths(runwayMonthsAt12, style) },
  { label: say(style.lang, 'company.nextRound'), ...renderShareEstimate(nextRound.probability) },
  { label: say(style.lang, 'company.nextAmount'), ...renderUsdEstimate(nextRound.amountUsd, style.lang) },
  { label: say(style.lang, 'company.nextPost'), ...renderUsdEstimate(nextRound.postMoneyUsd, style.lang) },
  {
    label: say(style.lang, 'company.fundamental'),
    ...renderUsdEstimate(fundamentalValueUsd.p50, style.lang),
  },
]

const askRows: Draw = ({ askPostMoneyUsd, askRank, returns }, _, { lang }) =>
  askPostMoneyUsd === null
    ? []
    : [
        { label: say(lang, 'company.below'), ...renderShareEstimate(askRank.all) },
        { label: say(lang, 'returns.loss'), ...renderShareEstimate(returns.lossShare) },
        { label: say(lang, 'returns.three'), ...renderShareEstimate(complementOf(shareBelowOf(returns, 3))) },
        {
          label: say(lang, 'company.moic', { percentile: 'P50' }),
          ...renderMultipleEstimate(returns.moic.p50, lang),
        },
      ]

/** Where in a distribution the asked price sits, as a percentile. */
const percentileText = ({ estimate }: Estimate): string =>
  estimate === null ? noNumber : `P${Math.round(100 * estimate)}`

/** Where the asked price sits among what the company turns out to be worth; nothing without an ask. */
export const askSentence = (company: CompanySummary, style: Style): readonly string[] => {
  if (company.askPostMoneyUsd === null) return []
  const text = say(style.lang, 'company.ask', {
    ask: renderUsd(company.askPostMoneyUsd, style.lang),
    all: percentileText(company.askRank.all),
    survivors: percentileText(company.askRank.survivors),
  })
  return drawNote(text, style)
}

const askMultipleSentence = (company: CompanySummary, summary: Summary, style: Style): readonly string[] => {
  const { askPostMoneyUsd, arrUsd } = company
  const market = summary.market.publicMultipleAtStart
  if (askPostMoneyUsd === null || !(arrUsd > 0) || market.estimate === null) return []
  const text = say(style.lang, 'company.askMultiple', {
    ask: renderUsd(askPostMoneyUsd, style.lang),
    multiple: renderMultiple(askPostMoneyUsd / arrUsd, style.lang),
    market: renderMultipleEstimate(market, style.lang).estimate,
  })
  return drawNote(text, style)
}

/** The scenario's own company: survival, value, runway, next round, and its asking price against all that. */
export const drawCompany = (company: CompanySummary, summary: Summary, style: Style): readonly string[] => {
  const month = String(summary.horizonMonths)
  const rows = [
    ...standingRows(company, milestonesTo(summary.horizonMonths), style),
    ...valueRows(company, month, style),
    ...moneyRows(company, month, style),
    ...askRows(company, month, style),
  ]
  return [
    ...drawBlock(company.name, rows, style),
    ...askSentence(company, style),
    ...askMultipleSentence(company, summary, style),
  ]
}
