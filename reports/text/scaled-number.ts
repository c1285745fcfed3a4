import type { Language } from './language.ts'
import { renderNumber, roundTo } from './render-number.ts'

interface Unit {
  readonly exponent: number
  readonly size: number
  readonly name: string
}

const units: Readonly<Record<Language, readonly Unit[]>> = {
  en: [
    { exponent: 12, size: 1e12, name: 'T' },
    { exponent: 9, size: 1e9, name: 'B' },
    { exponent: 6, size: 1e6, name: 'M' },
    { exponent: 3, size: 1e3, name: 'k' },
  ],
  zh: [
    { exponent: 12, size: 1e12, name: '万亿' },
    { exponent: 8, size: 1e8, name: '亿' },
    { exponent: 4, size: 1e4, name: '万' },
  ],
}
const one: Unit = { exponent: 0, size: 1, name: '' }

/**
 * A number >= 0 in the reader's own units (thousand, million, billion, or 万 and 亿), rounded to so many decimals
 * (negative for tens, hundreds and so on).
 *
 * @example renderScaled(268.4e6, 'en', -7) // => '270M'
 */
export const renderScaled = (value: number, lang: Language, decimals: number): string => {
  const rounded = roundTo(value, decimals)
  const unit = units[lang].find(({ size }) => rounded >= size) ?? one
  return renderNumber(rounded / unit.size, Math.max(0, decimals + unit.exponent)) + unit.name
}
