import type { Language } from './language.ts'
import { renderNumber } from './render-number.ts'
import { supportedDecimals } from './supported-decimals.ts'

const mostDecimals = 2

/** How many decimals of a multiple its interval supports: 0 to 2, and one for an exact zero. */
export const multipleDecimals = (value: number, halfWidth: number | null): number => {
  if (value === 0 && !(halfWidth !== null && halfWidth > 0)) return 1
  return Math.min(mostDecimals, Math.max(0, supportedDecimals(value, halfWidth)))
}

/** A multiple of money to so many decimals. */
export const renderMultipleTo = (value: number, lang: Language, decimals: number): string =>
  renderNumber(value, decimals) + (lang === 'zh' ? '倍' : 'x')

/**
 * A multiple of money, with the digits that its interval supports.
 *
 * @example renderMultiple(2.43, 'en', 0.4) // => '2.4x'
 */
export const renderMultiple = (value: number, lang: Language, halfWidth: number | null = 0): string =>
  renderMultipleTo(value, lang, multipleDecimals(value, halfWidth))
