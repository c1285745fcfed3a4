import type { Rate, ReturnRate } from '../../engine/finance/index.ts'
import type { Language } from '../text/language.ts'
import { renderPercent } from '../text/render-share.ts'
import { sayOf, type ReturnsWord } from './messages.ts'

/** Above this share a year, a rate is an accident of few days and not printed. */
const mostRate = 100
const mostDecimals = 8

/** A rate with one decimal; more where it would read as -100 % and is not. */
function renderRate({ rate }: Rate, lang: Language, decimals: number): string {
  if (rate > mostRate) return sayOf(lang, 'overMost')
  const readsAsLoss = (shown: number): boolean => Number((100 * rate).toFixed(shown)) <= -100
  let shown = decimals
  if (rate > -1) while (shown < mostDecimals && readsAsLoss(shown)) shown += 1
  return renderPercent(rate, shown)
}

/**
 * All rates, with as many decimals as it takes to tell them apart.
 *
 * @example renderRates([{ rate: 0.1, logRate: 0.0953, isMultiple: false }], 'en') // => ['10.0%']
 */
export function renderRates(rates: readonly Rate[], lang: Language): readonly string[] {
  let texts: readonly string[] = []
  for (let decimals = 1; decimals <= mostDecimals; decimals += 1) {
    texts = rates.map((rate) => renderRate(rate, lang, decimals))
    if (new Set(texts).size === texts.length) break
  }
  return texts
}

const wordOf: Readonly<Partial<Record<ReturnRate['kind'], ReturnsWord>>> = {
  none: 'noRate',
  onlyPaidIn: 'notValued',
  nothingInvested: 'notInvested',
  anyRate: 'anyRate',
}

/** A rate of return in the cell of a table: the rate, or in a word why there is not one. */
export function rateCell({ kind, rates }: ReturnRate, lang: Language): string {
  const word = wordOf[kind]
  if (word !== undefined) return sayOf(lang, word)
  if (kind === 'several') return sayOf(lang, 'severalRates', { count: String(rates.length) })
  return renderRates(rates, lang)[0]
}

const sentenceOf: Readonly<Partial<Record<ReturnRate['kind'], ReturnsWord>>> = {
  several: 'saySeveral',
  none: 'sayNone',
  totalLoss: 'sayTotalLoss',
  onlyPaidIn: 'sayOnlyPaidIn',
  nothingInvested: 'sayNothingInvested',
  anyRate: 'sayAnyRate',
}

/** What has to be said of a rate of return beside the number; nothing if it is plain. */
export function rateSentences(
  { kind, rates, startsWithReceipt }: ReturnRate,
  lang: Language,
): readonly string[] {
  const joint = lang === 'zh' ? '、' : ', '
  const sentence = sentenceOf[kind]
  const touching = rates.filter(({ isMultiple }) => isMultiple)
  return [
    ...(sentence === undefined
      ? []
      : [sayOf(lang, sentence, { rates: renderRates(rates, lang).join(joint) })]),
    ...(touching.length === 0
      ? []
      : [sayOf(lang, 'sayTouches', { rates: renderRates(touching, lang).join(joint) })]),
    ...(startsWithReceipt && kind !== 'nothingInvested' ? [sayOf(lang, 'sayLoan')] : []),
  ]
}
