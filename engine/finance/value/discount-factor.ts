/**
 * What a dollar in so many years is worth today, at a rate a year that compounds yearly.
 *
 * Units: years, which need not be whole; rate as a share (0.2 is 20 %).
 * @example discountFactor(0.25, 2) // => 0.64
 */
export function discountFactor(rate: number, years: number): number {
  const whole = Math.floor(years)
  if (!(whole >= 0 && whole <= 64)) return Math.exp(-years * Math.log1p(rate))
  // Whole years by multiplication: exact where the powers are.
  let growth = 1
  for (let i = 0; i < whole; i++) growth *= 1 + rate
  return Math.exp((whole - years) * Math.log1p(rate)) / growth
}
