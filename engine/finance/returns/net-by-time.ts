/** Share of what cancels that may be left by rounding. */
const leftover = 8 * Number.EPSILON

/** Amounts at different times, in their order. */
export interface Netted {
  readonly years: number[]
  readonly amounts: number[]
}

/** One amount for each time, rising; what cancels to rounding is nothing. */
export function netByTime(years: readonly number[], amounts: readonly number[]): Netted {
  const order = years.map((_, i) => i).toSorted((left, right) => years[left] - years[right])
  const netted: Netted = { years: [], amounts: [] }
  const sizes: number[] = []
  for (const i of order) {
    const last = netted.years.length - 1
    if (last >= 0 && netted.years[last] === years[i]) {
      netted.amounts[last] += amounts[i]
      sizes[last] += Math.abs(amounts[i])
    } else {
      netted.years.push(years[i])
      netted.amounts.push(amounts[i])
      sizes.push(Math.abs(amounts[i]))
    }
  }
  const clean = netted.amounts.map((amount, i) => (Math.abs(amount) <= leftover * sizes[i] ? 0 : amount))
  return { years: netted.years, amounts: clean }
}
