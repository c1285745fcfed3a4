import type { Language } from './language.ts'
import { renderNumber, roundTo } from './render-number.ts'
import { supportedDecimals } from './supported-decimals.ts'

interface Unit {
  readonly size: number
  readonly name: string
}

const units: Readonly<Record<Language, readonly Unit[]>> = {
  en: [
    { size: 1e12, name: 'T' },
    { size: 1e9, name: 'B' },
    { size: 1e6, name: 'M' },
    { size: 1e3, name: 'k' },
  ],
  zh: [
    { size: 1e12, name: '万亿' },
    { size: 1e8, name: '亿' },
    { size: 1e4, name: '万' },
  ],
}
const currency: Readonly<Record<Language, string>> = { en: '$', zh: 'US$' }

/**
 * Dollars as people say them, in the reader's own units (million and billion, or 万 and 亿), with no more digits than
 * the half-width of the interval supports; 0 for a number that is exact, null for one without an interval.
 *
 * @example renderUsd(268.4e6, 'en', 21e6) // => '$270M'
 */
export const renderUsd = (value: number, lang: Language, halfWidth: number | null = 0): string => {
  const rounded = roundTo(value, supportedDecimals(value, halfWidth))
  const sign = rounded < 0 ? '-' : ''
  const unit = units[lang].find(({ size }) => Math.abs(rounded) >= size) ?? { size: 1, name: '' }
  const scaled = Math.abs(rounded) / unit.size
  const supported = supportedDecimals(scaled, halfWidth === null ? null : halfWidth / unit.size)
  return sign + currency[lang] + renderNumber(scaled, Math.max(0, supported)) + unit.name
}
