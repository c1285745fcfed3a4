import type { CashFlowPlan, Deal, DealMethods, ExitPlan, PeerPlan } from '../../engine/finance/index.ts'
import type { Language } from '../text/language.ts'
import { renderNumber } from '../text/render-number.ts'
import { renderPercent } from '../text/render-share.ts'
import { usdText } from './deal-numbers.ts'
import type { DealReport, FieldBar, FieldMethod } from './deal-report.ts'
import { metricNames, sayField } from './field-messages.ts'
import { retentionOf } from './prospect-bars.ts'

const noMethods: DealMethods = {
  ventureCapital: null,
  firstChicago: null,
  cashFlows: null,
  comparables: null,
}

/** A number without useless zeros. */
const digits = (value: number): string => {
  const text = renderNumber(value, 2)
  return text.includes('.') ? text.replace(/\.?0+$/u, '') : text
}
const percent = (share: number): string => `${digits(100 * share)}%`
const times = (multiple: number, lang: Language): string => digits(multiple) + (lang === 'zh' ? '倍' : 'x')

const debtParts = (netDebtUsd: number, lang: Language): readonly string[] =>
  netDebtUsd === 0
    ? []
    : [
        sayField(lang, netDebtUsd > 0 ? 'netDebt' : 'netCash', {
          amount: usdText(Math.abs(netDebtUsd), lang),
        }),
      ]

const exitParts = (plan: ExitPlan, lang: Language): readonly string[] => {
  const { basis, exitValueUsd, metricUsd, multiple, years, laterRounds } = plan
  const usd = usdText(exitValueUsd, lang)
  const value =
    basis === 'exit_value' || metricUsd === null || multiple === null
      ? usd
      : sayField(lang, 'exitOf', {
          value: usd,
          metric: metricNames[basis][lang],
          amount: usdText(metricUsd, lang),
          multiple: times(multiple, lang),
        })
  return [
    sayField(lang, 'exitAt', { value, years: digits(years) }),
    ...(laterRounds.length === 0
      ? []
      : [sayField(lang, 'kept', { share: renderPercent(retentionOf(plan)) })]),
  ]
}

const flowParts = ({ flowsUsd, discountRate, timing }: CashFlowPlan, lang: Language): readonly string[] => {
  const { length } = flowsUsd
  const words = { count: String(length), discount: percent(discountRate) }
  return [
    sayField(lang, length === 1 ? 'oneFlow' : 'flows', words),
    ...(timing === 'mid_year' ? [sayField(lang, 'midYear')] : []),
  ]
}

const peerParts = ({ multiples, isRange, netDebtUsd }: PeerPlan, lang: Language): readonly string[] => {
  const count = { count: String(multiples.length) }
  const source = isRange ? [] : [sayField(lang, multiples.length === 1 ? 'oneMultiple' : 'quartiles', count)]
  return [...source, ...debtParts(netDebtUsd, lang)]
}

const scenarioCount = (count: number, lang: Language): string =>
  sayField(lang, count === 1 ? 'oneScenario' : 'scenarioCount', { count: String(count) })

/** What a method takes as given. */
const givenParts = (method: FieldMethod, { valuation }: Deal, lang: Language): readonly string[] => {
  const { ventureCapital, firstChicago, cashFlows } = valuation.methods ?? noMethods
  switch (method) {
    case 'option_pricing':
      return [sayField(lang, 'solvedBack')]
    case 'contract_based':
      return [
        sayField(lang, 'solvedBack'),
        sayField(lang, 'contracts', { exitRate: percent(valuation.exitRate) }),
      ]
    case 'scenarios':
      return [scenarioCount(valuation.scenarios.length, lang)]
    case 'venture_capital':
      return ventureCapital === null ? [] : exitParts(ventureCapital, lang)
    case 'first_chicago':
      return [scenarioCount(firstChicago?.scenarios.length ?? 0, lang)]
    case 'discounted_cash_flow':
      return cashFlows === null ? [] : flowParts(cashFlows, lang)
    case 'comparables':
      return []
  }
}

/** What comes off, and where the numbers are from. */
const furtherParts = (method: FieldMethod, { valuation }: Deal, lang: Language): readonly string[] => {
  const { cashFlows, comparables } = valuation.methods ?? noMethods
  if (method === 'discounted_cash_flow') return debtParts(cashFlows?.netDebtUsd ?? 0, lang)
  return method === 'comparables' && comparables !== null ? peerParts(comparables, lang) : []
}

/** What a bar varies, from its least to its most. */
const variedText = ({ varies }: FieldBar, { valuation }: Deal, lang: Language): string => {
  const { assumption } = varies
  const { cashFlows, comparables } = valuation.methods ?? noMethods
  const show = assumption === 'multiple' || assumption === 'exit_multiple' ? times : percent
  const terminal = cashFlows?.terminal
  const metric = comparables?.metric ?? 'revenue'
  const metricUsd =
    assumption === 'multiple'
      ? (comparables?.metricUsd ?? 0)
      : terminal?.kind === 'multiple'
        ? terminal.metricUsd
        : 0
  return sayField(lang, assumption, {
    from: show(varies.from, lang),
    to: show(varies.to, lang),
    metric: metricNames[metric][lang],
    amount: usdText(metricUsd, lang),
  })
}

/** What a bar assumes, and what it varies between its ends. */
export const assumptionText = (bar: FieldBar, { deal }: DealReport, lang: Language): string =>
  [
    ...givenParts(bar.method, deal, lang),
    variedText(bar, deal, lang),
    ...furtherParts(bar.method, deal, lang),
  ].join(lang === 'zh' ? '；' : '; ')
