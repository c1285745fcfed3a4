const levels = { unicode: '▁▂▃▄▅▆▇█', ascii: '_.,-=+*#' } as const

/**
 * A bar of `width` cells for a share of 1; anything above 0 shows at least one block, where there is a cell.
 *
 * @example renderBar(0.5, 8, true) // => '####'
 */
export const renderBar = (share: number, width: number, ascii: boolean): string => {
  if (!(share > 0 && width >= 1)) return ''
  const length = Math.min(width, Math.max(1, Math.round(share * width)))
  return (ascii ? '#' : '█').repeat(length)
}

const levelOf = (value: number, low: number, high: number): number =>
  high > low ? Math.round((7 * (value - low)) / (high - low)) : 0

/**
 * A line of small columns, from the lowest level for `low` to the highest for `high`; gaps (null) are blank.
 *
 * @example renderSparkline([0, 0.5, 1], 0, 1, true) // => '_=#'
 */
export const renderSparkline = (
  values: readonly (number | null)[],
  low: number,
  high: number,
  ascii: boolean,
): string => {
  const marks = ascii ? levels.ascii : levels.unicode
  return values
    .map((value) => (value === null ? ' ' : marks[Math.min(7, Math.max(0, levelOf(value, low, high)))]))
    .join('')
}

/** Picks at most `width` values, evenly spaced, ends included. */
export const thinOut = <T>(values: readonly T[], width: number): readonly T[] => {
  if (values.length <= width) return values
  return Array.from({ length: width }, (_, i) => values[Math.round((i * (values.length - 1)) / (width - 1))])
}
