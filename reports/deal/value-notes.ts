import type { Deal, DealStage } from '../../engine/finance/index.ts'
import { renderNumber } from '../text/render-number.ts'
import type { Language } from '../text/language.ts'
import { isOwed } from './company-value.ts'
import { methodNames, sayDeal, type DealMessageKey } from './deal-messages.ts'
import type { DealReport, ValueMethod } from './deal-report.ts'

const notes = {
  option_pricing: 'optionPricingNote',
  contract_based: 'contractBasedNote',
  scenarios: 'scenariosNote',
} as const satisfies Readonly<Record<ValueMethod, DealMessageKey>>

/** A number without useless zeros. */
const plain = (value: number): string => String(Number(renderNumber(value, 4).replaceAll(',', '')))
const percent = (share: number): string => `${plain(100 * share)}%`

const methodNote = ({ valuation }: Deal, method: ValueMethod, lang: Language): string =>
  sayDeal(lang, notes[method], {
    volatility: percent(valuation.volatility),
    years: plain(valuation.years),
    rate: percent(valuation.riskFreeRate),
    exitRate: percent(valuation.exitRate),
    discount: percent(valuation.discountRate),
  })

/** True if what is owed to some class grows with time. */
const owesMore = ({ convertibles }: Deal, { table, classes }: DealStage): boolean =>
  table.series.some(({ dividendKind, dividendRate }) => dividendKind !== 'none' && dividendRate > 0) ||
  convertibles.some(({ name, interestRate }) => interestRate > 0 && classes.some((one) => one.name === name))

/** What the fair values assume, by which conventions they can be compared, and which method has no answer and why. */
export const valueNotes = (report: DealReport, lang: Language): readonly string[] => {
  const { deal, history, values, valueFailures } = report
  const stage = history.stages[history.stages.length - 1]
  const round = stage.name
  const conventions: readonly (readonly [applies: boolean, key: DealMessageKey])[] = [
    [true, 'equityNote'],
    [stage.classes.some(isOwed), 'sharesNote'],
    [owesMore(deal, stage), 'dividendsNote'],
    [stage.table.availableShares > 0, 'poolNote'],
    [round !== null && history.atExit.joined.length > 0, 'laterNote'],
  ]
  return [
    ...values.map(({ method }) => methodNote(deal, method, lang)),
    ...conventions.flatMap(([applies, key]) => (applies ? [sayDeal(lang, key, { round: round ?? '' })] : [])),
    ...valueFailures.map(({ method, reason }) =>
      sayDeal(lang, 'notValued', { method: methodNames[method][lang], reason }),
    ),
  ]
}
