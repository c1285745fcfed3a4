/**
 * The middle of some numbers; of two middles, their mean. NaN for none.
 *
 * @example median([3, 1, 2, 10]) // => 2.5
 */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  const half = sorted.length / 2
  return ((sorted[Math.floor(half - 0.5)] ?? NaN) + (sorted[Math.ceil(half - 0.5)] ?? NaN)) / 2
}

/**
 * The value at which half of the weight is reached, between neighbours by their weights. NaN for none.
 *
 * Shape: a weight above 0 for each value.
 * @example weightedMedian([1, 2, 9], [1, 1, 1]) // => 2
 */
export const weightedMedian = (values: readonly number[], weights: readonly number[]): number => {
  const rows = values
    .map((value, index) => ({ value, weight: weights[index] ?? 0 }))
    .toSorted((left, right) => left.value - right.value)
  const half = rows.reduce((sum, { weight }) => sum + weight, 0) / 2
  let before = { at: 0, value: rows[0]?.value ?? NaN }
  let reached = 0
  for (const { value, weight } of rows) {
    const at = reached + weight / 2
    if (at >= half)
      return at === before.at
        ? value
        : before.value + ((value - before.value) * (half - before.at)) / (at - before.at)
    before = { at, value }
    reached += weight
  }
  return before.value
}
