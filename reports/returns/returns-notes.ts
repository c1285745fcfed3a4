import { escapeControl } from '../../scenarios/index.ts'
import type { Language } from '../text/language.ts'
import { renderNumber } from '../text/render-number.ts'
import { sayOf } from './messages.ts'
import { positionName, shownPositions } from './position-cells.ts'
import { rateSentences } from './rate-text.ts'
import type { PositionReturns, ReturnsReport } from './returns-report.ts'

/** Sentences of positions that are shown of many. */
const shownSentences = 12

function sentencesOf(position: PositionReturns, lang: Language): readonly string[] {
  const { irr, directAlpha, indexGapCount } = position
  // Without a rate of return there is no alpha either, for the same reason.
  const isAlphaNews = directAlpha !== null && directAlpha.kind !== irr.kind
  return [
    ...rateSentences(irr, lang),
    ...(isAlphaNews ? rateSentences(directAlpha, lang).map((what) => sayOf(lang, 'sayAlpha', { what })) : []),
    ...(indexGapCount > 0 ? [sayOf(lang, 'sayIndexGaps', { count: renderNumber(indexGapCount) })] : []),
  ]
}

/** What has to be said of the positions, one sentence each. */
export function positionNotes(report: ReturnsReport, lang: Language): readonly string[] {
  const notes = shownPositions(report).flatMap((position) =>
    sentencesOf(position, lang).map((what) =>
      sayOf(lang, 'sayOf', { name: positionName(position, lang), what }),
    ),
  )
  const rest = notes.length - shownSentences
  if (rest <= 1) return notes
  return [...notes.slice(0, shownSentences), sayOf(lang, 'more', { count: renderNumber(rest) })]
}

/** What has to be said of the file, and how to read the figures. */
export function fileNotes(
  { unvalued, unusedColumns, hasIndex }: ReturnsReport,
  lang: Language,
): readonly string[] {
  const joint = lang === 'zh' ? '、' : ', '
  const list = (names: readonly string[]): string =>
    names.slice(0, shownSentences).map(escapeControl).join(joint)
  return [
    ...(unvalued.length === 0 ? [] : [sayOf(lang, 'unvalued', { names: list(unvalued) })]),
    ...(unusedColumns.length === 0 ? [] : [sayOf(lang, 'unused', { columns: list(unusedColumns) })]),
    sayOf(lang, 'legend'),
    ...(hasIndex ? [sayOf(lang, 'legendIndex')] : []),
  ]
}
