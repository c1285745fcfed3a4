/**
 * What a convertible note owes after some years, principal and interest: what converts, or is paid back.
 *
 * Units: US dollars, rate a year (0-1), years. Compounding is once a year, between anniversaries at the same rate.
 * Throws: RangeError unless the principal is positive, rate and years not negative, all finite.
 * @example owedOnNote(100000, 0.08, 1.5, false) // => 112000
 * @example owedOnNote(100000, 0.08, 2, true) // => 116640
 */
export function owedOnNote(principalUsd: number, rate: number, years: number, compounds: boolean): number {
  if (!(principalUsd > 0 && principalUsd < Infinity))
    throw new RangeError(`owedOnNote: principalUsd must be positive and finite, got ${principalUsd}`)
  if (!(rate >= 0 && rate < Infinity))
    throw new RangeError(`owedOnNote: rate must be at least 0 and finite, got ${rate}`)
  if (!(years >= 0 && years < Infinity))
    throw new RangeError(`owedOnNote: years must be at least 0 and finite, got ${years}`)
  return principalUsd * (compounds ? Math.exp(years * Math.log(1 + rate)) : 1 + rate * years)
}
