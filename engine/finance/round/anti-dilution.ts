/**
 * Conversion price after an issue of cheaper shares, by weighted average: CP1 (A + B) / (A + C), where A is the
 * number of shares deemed outstanding before the issue, B the shares which its money would have bought at CP1 and C
 * the shares issued. An issue at CP1 or above changes nothing: the formula would raise the price.
 *
 * Units: US dollars a share, shares, US dollars.
 * Throws: RangeError unless the price and the shares issued are positive, the others not negative, all finite.
 * Source: National Venture Capital Association, model certificate of incorporation, 4.4.4.
 * @example weightedAverageConversionPrice(2.5, 12e6, 4e6, 5e6) // => 2.1875
 */
export function weightedAverageConversionPrice(
  conversionPriceUsd: number,
  sharesBefore: number,
  issuedShares: number,
  considerationUsd: number,
): number {
  requireIssue(conversionPriceUsd, sharesBefore, issuedShares, considerationUsd)
  if (considerationUsd >= conversionPriceUsd * issuedShares) return conversionPriceUsd
  return averagedPriceUsd(conversionPriceUsd, sharesBefore, issuedShares, considerationUsd)
}

/** The weighted average itself, for an issue known to be cheaper; short enough to be inlined in the solver. */
export function averagedPriceUsd(
  cp1: number,
  before: number,
  issued: number,
  considerationUsd: number,
): number {
  return (cp1 * before + considerationUsd) / (before + issued)
}

/**
 * Conversion price after an issue of cheaper shares, by full ratchet: the price of the issue, however small it is.
 *
 * Units: US dollars a share. Throws: RangeError unless both prices are positive and finite.
 * Source: National Venture Capital Association, model certificate of incorporation, alternative to 4.4.4.
 * @example fullRatchetConversionPrice(2.5, 1.25) // => 1.25
 */
export function fullRatchetConversionPrice(conversionPriceUsd: number, issuePriceUsd: number): number {
  if (!(
    conversionPriceUsd > 0 &&
    conversionPriceUsd < Infinity &&
    issuePriceUsd > 0 &&
    issuePriceUsd < Infinity
  ))
    throw new RangeError(
      `fullRatchetConversionPrice: prices must be positive and finite, got ${conversionPriceUsd} and ${issuePriceUsd}`,
    )
  return Math.min(conversionPriceUsd, issuePriceUsd)
}

function requireIssue(priceUsd: number, before: number, issued: number, considerationUsd: number): void {
  if (!(priceUsd > 0 && priceUsd < Infinity))
    throw new RangeError(
      `weightedAverageConversionPrice: conversionPriceUsd must be positive and finite, got ${priceUsd}`,
    )
  if (!(issued > 0 && issued < Infinity))
    throw new RangeError(
      `weightedAverageConversionPrice: issuedShares must be positive and finite, got ${issued}`,
    )
  if (!(before >= 0 && before < Infinity && considerationUsd >= 0 && considerationUsd < Infinity))
    throw new RangeError(
      'weightedAverageConversionPrice: sharesBefore and considerationUsd must be at least 0 and finite, ' +
        `got ${before} and ${considerationUsd}`,
    )
}
