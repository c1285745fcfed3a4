/**
 * A whole number with its thousands set apart.
 *
 * @example formatCount(1234567) // => "1,234,567"
 */
export const formatCount = (value: number): string =>
  Math.round(value)
    .toString()
    .replaceAll(/\B(?=(\d{3})+$)/g, ',')

/**
 * A length of time as minutes and seconds, or hours, minutes and seconds.
 *
 * Units: seconds.
 *
 * @example formatDuration(3671) // => "1:01:11"
 */
export const formatDuration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60) % 60
  const hours = Math.floor(whole / 3600)
  const rest = twoDigits(whole % 60)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`
}

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
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]!}`
}
