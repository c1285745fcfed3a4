import type { Language } from './language.ts'
import { roundTo } from './render-number.ts'
import { renderScaled } from './scaled-number.ts'
import { supportedDecimals } from './supported-decimals.ts'

const currency: Readonly<Record<Language, string>> = { en: '$', zh: 'US$' }

/** Dollars rounded to so many decimals; negative for tens, hundreds and so on. */
export const renderUsdTo = (value: number, lang: Language, decimals: number): string => {
  const sign = roundTo(value, decimals) < 0 ? '-' : ''
  return sign + currency[lang] + renderScaled(Math.abs(value), lang, decimals)
}

/**
 * Dollars as people say them, in the reader's own units (million and billion, or 万 and 亿), with no more digits than
 * the half-width of the interval supports; 0 for a number that is exact, null for one without an interval.
 *
 * @example renderUsd(268.4e6, 'en', 21e6) // => '$270M'
 */
export const renderUsd = (value: number, lang: Language, halfWidth: number | null = 0): string =>
  renderUsdTo(value, lang, supportedDecimals(value, halfWidth))
