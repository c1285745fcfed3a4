import { escapeControl } from '../../scenarios/index.ts'
import type { Language } from '../text/language.ts'
import type { DrawnColumn } from '../text/lay-out-table.ts'
import { renderMultipleTo } from '../text/render-multiple.ts'
import { renderUsd } from '../text/render-usd.ts'
import { sayOf, type ReturnsWord } from './messages.ts'
import { rateCell } from './rate-text.ts'
import type { PositionReturns, ReturnsReport } from './returns-report.ts'

/** What stands where there is no number. */
const noNumber = '-'
const multipleDecimals = 2

/** A multiple of money to two decimals: amounts are known to the cent. */
const multiple = (value: number | null, lang: Language): string =>
  value === null ? noNumber : renderMultipleTo(value, lang, multipleDecimals)

type Figure = readonly [
  word: ReturnsWord,
  render: (position: PositionReturns, lang: Language) => string,
  leavesFirst: number,
]

const figures: readonly Figure[] = [
  ['paidIn', ({ paidInUsd }, lang) => renderUsd(paidInUsd, lang), 0],
  ['received', ({ receivedUsd }, lang) => renderUsd(receivedUsd, lang), 2],
  ['held', ({ heldUsd, isValued }, lang) => (isValued ? renderUsd(heldUsd, lang) : noNumber), 1],
  ['moic', ({ tvpi }, lang) => multiple(tvpi, lang), 0],
  ['dpi', ({ dpi }, lang) => multiple(dpi, lang), 5],
  ['rvpi', ({ rvpi, isValued }, lang) => multiple(isValued ? rvpi : null, lang), 6],
  ['irr', ({ irr }, lang) => rateCell(irr, lang), 0],
]
const indexFigures: readonly Figure[] = [
  ['ksPme', ({ ksPme }, lang) => multiple(ksPme, lang), 3],
  [
    'directAlpha',
    ({ directAlpha }, lang) => (directAlpha === null ? noNumber : rateCell(directAlpha, lang)),
    4,
  ],
]

const figuresOf = ({ hasIndex }: ReturnsReport): readonly Figure[] =>
  hasIndex ? [...figures, ...indexFigures] : figures

/** How a position is called; control characters made visible. */
export function positionName({ name }: PositionReturns, lang: Language): string {
  if (name === null) return sayOf(lang, 'all')
  return name === '' ? sayOf(lang, 'flows') : escapeControl(name)
}

/** The positions that are shown: all together comes last, unless there is one only. */
export const shownPositions = ({ positions, all }: ReturnsReport): readonly PositionReturns[] =>
  positions.length === 1 ? positions : [...positions, all]

/** The columns of the table of positions. */
export const positionColumns = (report: ReturnsReport, lang: Language): readonly DrawnColumn[] => [
  { title: sayOf(lang, 'name'), align: 'left', gap: 0, leavesFirst: 0, leastWidth: 10 },
  ...figuresOf(report).map(([word, , leavesFirst]): DrawnColumn => ({
    title: sayOf(lang, word),
    align: 'right',
    gap: 2,
    leavesFirst,
  })),
]

/** The cells of one position, its name first. */
export const positionCells = (
  position: PositionReturns,
  report: ReturnsReport,
  lang: Language,
): readonly string[] => [
  positionName(position, lang),
  ...figuresOf(report).map(([, render]) => render(position, lang)),
]
