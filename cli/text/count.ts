/**
 * A whole number with its thousands set apart. For texts that are loaded before any command: commands that load the
 * reports anyway use theirs.
 *
 * @example formatCount(1234567) // => "1,234,567"
 */
export const formatCount = (value: number): string =>
  Math.round(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',')

/**
 * A size on disk in the unit that suits it.
 *
 * Units: bytes.
 *
 * @example formatBytes(14_300_000) // => "14 MB"
 */
export const formatBytes = (bytes: number): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}
