import type { ReturnRate } from '../../engine/finance/index.ts'
import { splitWhole } from '../../engine/finance/index.ts'
import type { Language } from '../text/language.ts'
import { noNumber } from '../text/render-estimate.ts'
import { renderMultiple } from '../text/render-multiple.ts'
import { renderNumber, roundTo } from '../text/render-number.ts'
import { renderPercent } from '../text/render-share.ts'
import { renderUsd, renderUsdTo } from '../text/render-usd.ts'
import { renderScaled } from '../text/scaled-number.ts'
import { supportedDecimals } from '../text/supported-decimals.ts'
import { sayDeal } from './deal-messages.ts'

const centsPerDollar = 100

/** Dollars below which an amount is rounding of the arithmetic. */
const dust = 1e-6

/** Splits whole cents in proportion to some amounts; nothing where no amount is anything. */
export const shareCents = (cents: number, amountsUsd: readonly number[]): readonly number[] => {
  const parts = amountsUsd.map((amount) => (amount > dust ? amount : 0))
  return parts.some((part) => part > 0) ? splitWhole(cents, parts) : parts
}

/**
 * Splits an amount over its parts in whole cents that add up to it.
 *
 * @example wholeCents(10, [1, 1, 1]) // => [334, 333, 333]
 */
export const wholeCents = (totalUsd: number, partsUsd: readonly number[]): readonly number[] =>
  shareCents(Math.round(totalUsd * centsPerDollar), partsUsd)

/** Cents written out as dollars; whole dollars where no cent is asked for. */
export const centsText = (cents: number, hasCents: boolean): string =>
  renderNumber(cents / centsPerDollar, hasCents ? 2 : 0)

/** True if an amount of these cents is no whole dollar. */
export const needCents = (cents: readonly number[]): boolean =>
  cents.some((amount) => amount % centsPerDollar !== 0)

/**
 * A price of a share: four decimals, more for a price below a cent.
 *
 * @example priceText(1.35, 'en') // => '$1.3500'
 */
export const priceText = (priceUsd: number, lang: Language): string => {
  const decimals = priceUsd > 0 && priceUsd < 0.01 ? Math.min(12, supportedDecimals(priceUsd, 0) + 1) : 4
  return `${lang === 'zh' ? 'US$' : '$'}${renderNumber(priceUsd, decimals)}`
}

/** A count of shares, whole. */
export const sharesText = (shares: number): string => (shares === 0 ? '' : renderNumber(shares))

/** A count of shares in thousands or millions, for a narrow column. */
export const shortSharesText = (shares: number, lang: Language): string =>
  shares === 0 ? '' : renderScaled(shares, lang, supportedDecimals(shares, 0))

const withoutZeros = (text: string): string =>
  text.replace(/\.(\d*?)0+(?!\d)/u, '.$1').replace(/\.(?!\d)/u, '')

/** Dollars as people say them, none of their digits a useless zero. */
export const usdText = (value: number, lang: Language): string => withoutZeros(renderUsd(value, lang))

/** Finest place of a price that is named: a cent. */
const finest = 2

/**
 * A price as people say it, with all its digits: two prices that differ never read alike.
 *
 * @example exactUsdText(250.5e6, 'en') // => '$250.5M'
 */
export const exactUsdText = (value: number, lang: Language): string => {
  let decimals = supportedDecimals(value, 0)
  while (decimals < finest && roundTo(value, decimals) !== value) decimals += 1
  return withoutZeros(renderUsdTo(value, lang, decimals))
}

/** A share of a whole as a percentage. */
export const shareText = (share: number): string => (share === 0 ? '' : renderPercent(share, 2))

/** A multiple of the money paid; a dash for who paid nothing. */
export const moicText = (moic: number | null, lang: Language): string =>
  moic === null ? noNumber : renderMultiple(moic, lang)

const many = 10

const percentText = (rate: number): string =>
  rate > many ? `>${renderPercent(many, 0)}` : renderPercent(rate)

/** A rate of return in words: one, all of several, none, or a total loss. */
export const returnText = (rate: ReturnRate | null, lang: Language): string => {
  if (rate === null || rate.kind === 'nothingInvested') return noNumber
  if (rate.kind === 'totalLoss') return renderPercent(-1, 0)
  if (rate.kind === 'one' || rate.kind === 'several')
    return rate.rates.map((one) => percentText(one.rate)).join(sayDeal(lang, 'or'))
  return sayDeal(lang, 'noRate')
}
