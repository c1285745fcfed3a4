import type { Dimension } from '../fields/field.ts'

/**
 * The shortest decimal that reads back as `value`, divided by 10^shift by moving its point: no rounding.
 * @example renderShifted(4350000, 6) // => "4.35"
 */
export const renderShifted = (value: number, shift: number): string => {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '')
  const point = Number(exponent) - shift + 1
  const sign = value < 0 ? '-' : ''
  if (value === 0) return '0'
  if (point > 21 || point < -5) return `${sign}${mantissa}e${point - 1}`
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (digits.length <= point) return `${sign}${digits}${'0'.repeat(point - digits.length)}`
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/**
 * The shortest text of a number >= 0 with its magnitude, `k M B T`: no rounding.
 * @example renderMagnitude(17.5e9) // => "17.5B"
 */
export const renderMagnitude = (size: number): string => {
  const [shift, suffix] =
    size >= 1e12
      ? [12, 'T']
      : size >= 1e9
        ? [9, 'B']
        : size >= 1e6
          ? [6, 'M']
          : size >= 1e3
            ? [3, 'k']
            : [0, '']
  return `${renderShifted(size, shift)}${suffix}`
}

const renderDollars = (value: number): string => `${value < 0 ? '-' : ''}$${renderMagnitude(Math.abs(value))}`

const renderPercent = (value: number): string => `${renderShifted(value, -2)}%`

/**
 * Renders a quantity given in its base unit so that `parseQuantity` gives back the very same number.
 * @example renderQuantity(4350000, 'usd/month') // => "$4.35M/month"
 */
export const renderQuantity = (value: number, dimension: Dimension): string => {
  switch (dimension) {
    case 'share':
      return renderPercent(value)
    case 'multiple':
      return `${renderShifted(value, 0)}x`
    case 'usd':
      return renderDollars(value)
    case 'usd/month':
      return `${renderDollars(value)}/month`
    case 'usd/year':
      return `${renderDollars(value)}/year`
    case 'usd/gpu-hour':
      return `$${renderShifted(value, 0)}/gpu-hour`
    case 'months':
      return `${renderShifted(value, 0)} ${value === 1 ? 'month' : 'months'}`
    case 'rate/month':
    case 'growth/month':
      return `${renderPercent(value)}/month`
    case 'rate/year':
      return `${renderPercent(value)}/year`
    default:
      return renderShifted(value, 0)
  }
}
