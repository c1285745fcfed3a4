import type { Estimate } from '../summarise/summary.ts'
import type { Language } from './language.ts'
import { multipleDecimals, renderMultipleTo } from './render-multiple.ts'
import { renderNumber } from './render-number.ts'
import { percentDecimals, renderPercent } from './render-share.ts'
import { renderUsdTo } from './render-usd.ts'
import { renderScaled } from './scaled-number.ts'
import { supportedDecimals } from './supported-decimals.ts'

/** An estimate in words: the number, and its interval. */
export interface EstimateText {
  readonly estimate: string
  readonly interval: string
}

/** What stands where a number is not defined. */
export const noNumber = '-'

/** Half the width of the interval; null without one. */
export const halfWidthOf = ({ low, high }: Estimate): number | null =>
  low === null || high === null ? null : (high - low) / 2

const renderInterval = ({ low, high }: Estimate, render: (value: number) => string): string =>
  low === null || high === null ? noNumber : `${render(low)} - ${render(high)}`

/** A share, such as `76.6%` and `75.8 - 77.4`. */
export const renderShareEstimate = (share: Estimate): EstimateText => {
  if (share.estimate === null) return { estimate: noNumber, interval: noNumber }
  const decimals = percentDecimals(share.estimate, halfWidthOf(share))
  return {
    estimate: renderPercent(share.estimate, decimals),
    interval: renderInterval(share, (value) => renderNumber(100 * value, decimals)),
  }
}

/** An amount of money, such as `$270M` and `$250M - $290M`. */
export const renderUsdEstimate = (amount: Estimate, lang: Language): EstimateText => {
  if (amount.estimate === null) return { estimate: noNumber, interval: noNumber }
  const decimals = supportedDecimals(amount.estimate, halfWidthOf(amount))
  const render = (value: number): string => renderUsdTo(value, lang, decimals)
  return { estimate: render(amount.estimate), interval: renderInterval(amount, render) }
}

/** A multiple of money, such as `2.4x` and `2.2x - 2.7x`. */
export const renderMultipleEstimate = (multiple: Estimate, lang: Language): EstimateText => {
  if (multiple.estimate === null) return { estimate: noNumber, interval: noNumber }
  const decimals = multipleDecimals(multiple.estimate, halfWidthOf(multiple))
  const render = (value: number): string => renderMultipleTo(value, lang, decimals)
  return { estimate: render(multiple.estimate), interval: renderInterval(multiple, render) }
}

const mostDecimals = 2

/** A count or plain number of any size, such as `510k` and `480k - 540k`. */
export const renderNumberEstimate = (number: Estimate, lang: Language): EstimateText => {
  if (number.estimate === null) return { estimate: noNumber, interval: noNumber }
  const halfWidth = halfWidthOf(number)
  const isExactCount = halfWidth === 0 && Number.isInteger(number.estimate)
  const supported = supportedDecimals(number.estimate, halfWidth)
  const decimals = Math.min(isExactCount ? 0 : mostDecimals, supported)
  const render = (value: number): string =>
    (value < 0 ? '-' : '') + renderScaled(Math.abs(value), lang, decimals)
  return { estimate: render(number.estimate), interval: renderInterval(number, render) }
}
