import type { Language } from './language.ts'
import { renderNumber } from './render-number.ts'
import { supportedDecimals } from './supported-decimals.ts'

const mostDecimals = 2

/**
 * A multiple of money, with the digits that its interval supports.
 *
 * @example renderMultiple(2.43, 'en', 0.4) // => '2.4x'
 */
export const renderMultiple = (value: number, lang: Language, halfWidth: number | null = 0): string => {
  const decimals = Math.min(mostDecimals, Math.max(0, value === 0 ? 1 : supportedDecimals(value, halfWidth)))
  return renderNumber(value, decimals) + (lang === 'zh' ? '倍' : 'x')
}
