import type { Language } from '../text/language.ts'
import { exactUsdText } from './deal-numbers.ts'
import type { ReportedExit } from './deal-report.ts'

/** The exit prices as titles of columns. */
export const priceTitles = (exits: readonly ReportedExit[], lang: Language): readonly string[] =>
  exits.map(({ terms }) => exactUsdText(terms.priceUsd, lang))
