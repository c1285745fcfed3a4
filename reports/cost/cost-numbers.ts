import type { Spread } from '../../engine/cost/index.ts'
import type { Language } from '../text/language.ts'
import { percentDecimals, renderPercent } from '../text/render-share.ts'
import { renderNumber } from '../text/render-number.ts'
import { renderUsdTo } from '../text/render-usd.ts'
import { renderScaled } from '../text/scaled-number.ts'
import { supportedDecimals } from '../text/supported-decimals.ts'

const halfWidth = ({ p10, p90 }: Spread): number => (p90 - p10) / 2

/** A spread's three numbers as text. */
export interface SpreadText {
  readonly p10: string
  readonly p50: string
  readonly p90: string
  /** `low - high`; the number alone where it is certain. */
  readonly range: string
}

/** A number that is known needs no zeros to say how well. */
const withoutZeros = (text: string): string =>
  text.replace(/\.(\d*?)0+(?!\d)/u, '.$1').replace(/\.(?!\d)/u, '')

const textOf = (spread: Spread, render: (value: number) => string): SpreadText => {
  const isCertain = spread.p10 === spread.p90
  const write = (value: number): string => (isCertain ? withoutZeros(render(value)) : render(value))
  const [p10, p50, p90] = [write(spread.p10), write(spread.p50), write(spread.p90)]
  return { p10, p50, p90, range: p10 === p90 ? p50 : `${p10} - ${p90}` }
}

/** Two significant digits at least, three where the spread supports them: the ends are read beside the middle. */
const decimalsOf = (value: number, spread: Spread): number =>
  Math.max(supportedDecimals(value, null), supportedDecimals(value, halfWidth(spread)))

/** Dollars known to a spread. */
export const usdText = (spread: Spread, lang: Language): SpreadText =>
  textOf(spread, (value) => renderUsdTo(value, lang, decimalsOf(value, spread)))

/** A number of any size known to a spread, in thousands or millions where it is large. */
export const numberText = (spread: Spread, lang: Language): SpreadText =>
  textOf(spread, (value) => renderScaled(value, lang, decimalsOf(value, spread)))

/** A number known to a spread, written out. */
export const plainText = (spread: Spread): SpreadText =>
  textOf(spread, (value) => renderNumber(value, decimalsOf(value, spread)))

/** A share known to a spread, as a percentage. */
export const shareText = (spread: Spread): SpreadText => {
  const decimals = spread.p50 < 0.01 ? 6 : percentDecimals(spread.p50, halfWidth(spread))
  const render = (value: number): string =>
    spread.p50 < 0.01 ? `${Number((100 * value).toPrecision(2))}%` : renderPercent(value, decimals)
  return textOf(spread, render)
}

/** Spans of time from the longest; the first of which the span is two or more is taken. */
const spans = [
  { days: 1, name: { en: 'd', zh: '天' } },
  { days: 1 / 24, name: { en: 'h', zh: '小时' } },
  { days: 1 / 1440, name: { en: 'min', zh: '分' } },
  { days: 1 / 86_400, name: { en: 's', zh: '秒' } },
] as const

/** A time known to a spread of days, in days, hours, minutes or seconds. */
export const durationText = (days: Spread, lang: Language): SpreadText => {
  const span = spans.find((candidate) => days.p50 >= 2 * candidate.days) ?? spans[3]
  const scaled: Spread = { p10: days.p10 / span.days, p50: days.p50 / span.days, p90: days.p90 / span.days }
  const text = plainText(scaled)
  const unit = ` ${span.name[lang]}`
  return { p10: text.p10 + unit, p50: text.p50 + unit, p90: text.p90 + unit, range: text.range + unit }
}

/**
 * A count of any size as people say it, at most three digits, none of them a useless zero.
 *
 * @example countText(70.04e9, 'en') // => '70B'
 */
export const countText = (value: number, lang: Language): string =>
  withoutZeros(renderScaled(value, lang, supportedDecimals(value, 0)))

/**
 * Work, as a power of ten.
 *
 * @example flopText(8.44e23) // => '8.4e23'
 */
export const flopText = (flop: number): string => flop.toExponential(1).replace('e+', 'e')

/** Units from the largest; the first of which a number is a tenth or more is taken. */
type Units = readonly (readonly [size: number, name: string])[]
const byteUnits: Units = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
]
const energyUnits: Units = [
  [1, 'MWh'],
  [1e-3, 'kWh'],
  [1e-6, 'Wh'],
]
const carbonUnits: Units = [
  [1, 't'],
  [1e-3, 'kg'],
  [1e-6, 'g'],
]

const unitFor = (value: number, units: Units): readonly [number, string] =>
  units.find(([size]) => value >= size / 10) ?? units[units.length - 1]

/**
 * Bytes in the unit that suits them, of 1000.
 *
 * @example bytesText(61.25e9) // => '61 GB'
 */
export const bytesText = (bytes: number): string => {
  const [size, name] = unitFor(bytes, byteUnits)
  const value = bytes / size
  return `${renderNumber(value, value > 0 && value < 10 ? 1 : 0)} ${name}`
}

const inUnits = (spread: Spread, units: Units): SpreadText & { readonly unit: string } => {
  const [size, unit] = unitFor(spread.p50, units)
  const text = plainText({ p10: spread.p10 / size, p50: spread.p50 / size, p90: spread.p90 / size })
  return { ...text, unit }
}

/** Energy, given in MWh, in the unit that suits it. */
export const energyText = (mwh: Spread): SpreadText & { readonly unit: string } => inUnits(mwh, energyUnits)

/** Carbon, given in tonnes, in the unit that suits it. */
export const carbonText = (tonnes: Spread): SpreadText & { readonly unit: string } =>
  inUnits(tonnes, carbonUnits)
