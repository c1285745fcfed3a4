import { cellWidth } from '../../scenarios/index.ts'
import type { Language } from '../text/language.ts'
import { padRight } from '../text/pad-text.ts'
import { usdText } from './deal-numbers.ts'
import type { FootballField } from './deal-report.ts'

/** The axis that all bars of a football field share: from 0 to the highest value, linear. */
export interface FieldAxis {
  readonly cells: number
  readonly mostUsd: number
}

/** Cells that a tick and its label take at least. */
const tickCells: Readonly<Record<Language, number>> = { en: 8, zh: 12 }

/** Makes an axis of so many cells that reaches to the highest value. */
export const makeFieldAxis = ({ bars, headlineUsd }: FootballField, cells: number): FieldAxis => {
  const mostUsd = Math.max(headlineUsd ?? 0, ...bars.map(({ highUsd }) => highUsd))
  return { cells, mostUsd: mostUsd > 0 ? mostUsd : 1 }
}

/** The cell in which a value lies; values below 0 in the first. */
export const cellOf = ({ cells, mostUsd }: FieldAxis, usd: number): number =>
  Math.min(cells - 1, Math.max(0, Math.round((usd / mostUsd) * (cells - 1))))

/** The least step of 1, 2 or 5 times a power of ten that leaves room for every label. */
const stepOf = ({ cells, mostUsd }: FieldAxis, lang: Language): number => {
  const least = mostUsd / Math.max(1, Math.floor(cells / tickCells[lang]))
  let power = 1
  while (power * 10 <= least) power *= 10
  while (power > least) power /= 10
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least) ?? least
}

/** Values under the axis, each label beginning at its place. */
export const tickLine = (axis: FieldAxis, lang: Language): string => {
  const step = stepOf(axis, lang)
  let line = ''
  for (let place = 0; place * step <= axis.mostUsd; place += 1) {
    const [at, text] = [cellOf(axis, place * step), usdText(place * step, lang)]
    const hasRoom = line === '' || at > cellWidth(line)
    if (hasRoom && at + cellWidth(text) <= axis.cells) line = padRight(line, at) + text
  }
  return line
}
