import { verdictKeys, type Summary, type VerdictKey } from '../summarise/summary.ts'
import type { Language } from './language.ts'
import { say, type MessageKey } from './messages.ts'
import { renderUsd } from './render-usd.ts'
import { halfWidthOf } from './render-estimate.ts'

const inHundred = (share: number): string => String(Math.round(100 * share))

const nameOf = (key: VerdictKey, lang: Language): string => say(lang, `verdict.${key}`)

/** Which sentence fits: by how surely the likeliest answer leads. */
const sentenceFor = (low: number, secondHigh: number): MessageKey => {
  if (low > 0.9) return 'verdict.sure'
  if (low > 0.5) return 'verdict.likely'
  return low > secondHigh ? 'verdict.leading' : 'verdict.open'
}

/** The verdict in words, made from the numbers by rule; the interval decides how sure the words are. */
export const verdictWords = (summary: Summary, lang: Language): readonly string[] => {
  const ranked = verdictKeys
    .map((key) => ({ key, ...summary.verdict[key] }))
    .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0))
  const [first, second] = ranked
  if (first.estimate === null) return [say(lang, 'verdict.none')]
  const key = sentenceFor(first.low ?? 0, second.high ?? 1)
  const answer = say(lang, key, {
    verdict: nameOf(first.key, lang),
    runs: inHundred(first.estimate),
    second: nameOf(second.key, lang),
    secondRuns: inHundred(second.estimate ?? 0),
  })
  const { collapseShare, residualMultiple } = summary.market
  const collapse = say(lang, 'verdict.collapse', { runs: inHundred(collapseShare.estimate ?? 0) })
  if (residualMultiple.estimate === null) return [answer, collapse]
  const value = renderUsd(residualMultiple.estimate, lang, halfWidthOf(residualMultiple))
  return [answer, `${collapse}${lang === 'zh' ? '' : ' '}${say(lang, 'verdict.residual', { value })}`]
}
