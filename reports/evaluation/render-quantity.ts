import type { PublishedQuantity } from '../../engine/cost/index.ts'
import type { Language } from '../text/language.ts'
import { renderNumber } from '../text/render-number.ts'
import { renderScaled } from '../text/scaled-number.ts'

const digits = 3

/** Decimals with which a positive value has three digits; negative for large ones. */
const decimalsOf = (value: number): number => digits - 1 - Math.floor(Math.log(value) / Math.LN10 + 1e-12)

/** Three digits of a value, no more decimals than six. */
const plain = (value: number): string => renderNumber(value, Math.max(0, Math.min(6, decimalsOf(value))))

/**
 * A predicted or reported value with its unit, to three digits.
 *
 * @example renderQuantity('memoryBytes', 62.44e9, 'en') // => '62.4 GB'
 */
export function renderQuantity(quantity: PublishedQuantity, value: number, lang: Language): string {
  switch (quantity) {
    case 'gpuHours':
      return value < 1000 ? `${plain(value)} h` : `${renderScaled(value, lang, decimalsOf(value))} h`
    case 'stepSeconds':
      return `${plain(value)} s`
    case 'memoryBytes':
      return `${plain(value / 1e9)} GB`
    case 'mfu':
      return `${plain(100 * value)}%`
    case 'energyMwh':
      return `${plain(value)} MWh`
  }
}
