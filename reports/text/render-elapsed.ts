/**
 * A length of time as minutes and seconds, or hours, minutes and seconds.
 *
 * @example renderElapsed(131.4) // => '2:11'
 */
export const renderElapsed = (seconds: number): string => {
  const whole = Math.round(seconds)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes}:${pad(whole % 60)}`
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`
}
