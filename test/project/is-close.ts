const plainArray = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value

/**
 * True if two values are the same data: numbers to one part in a thousand million, typed arrays as arrays,
 * NaN equal to NaN.
 */
export function isClose(actual: unknown, expected: unknown): boolean {
  const [left, right] = [plainArray(actual), plainArray(expected)]
  if (typeof left === 'number' && typeof right === 'number')
    return (
      Object.is(left, right) || Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right))
    )
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return Object.is(left, right)
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && isClose(left[key as keyof object], right[key as keyof object]))
  )
}
