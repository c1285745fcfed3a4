import { outOfRange } from '../random/index.ts'

/**
 * The value that a standard normal one stays below with probability p: -Infinity for 0 and Infinity for 1.
 * Relative error below 1e-14 for any p from 1e-300 up; for an upper tail pass the small probability and
 * change the sign.
 *
 * Throws: RangeError unless 0 <= p <= 1.
 * Source: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37(3), 1988.
 *
 * @example Math.round(normalQuantile(0.975) * 1e6) / 1e6 // => 1.959964
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw outOfRange('normalQuantile', 'p must be between 0 and 1', p)
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE_TOP, CENTRE_BOTTOM, 0.180625 - q * q)
  const tail = q < 0 ? p : 1 - p
  if (tail === 0) return q < 0 ? -Infinity : Infinity
  const r = Math.sqrt(-Math.log(tail))
  const size = r <= 5 ? ratio(NEAR_TOP, NEAR_BOTTOM, r - 1.6) : ratio(FAR_TOP, FAR_BOTTOM, r - 5)
  return q < 0 ? -size : size
}

/** The quotient of two polynomials in x, coefficients from the highest power down. */
function ratio(top: readonly number[], bottom: readonly number[], x: number): number {
  let numerator = 0
  let denominator = 0
  for (let i = 0; i < top.length; i++) {
    numerator = numerator * x + top[i]
    denominator = denominator * x + bottom[i]
  }
  return numerator / denominator
}

const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
]
const CENTRE_BOTTOM = [
  5226.495278852545, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
]
const NEAR_TOP = [
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
]
const NEAR_BOTTOM = [
  1.0507500716444169e-9, 5.475938084995345e-4, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
]
const FAR_TOP = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
]
const FAR_BOTTOM = [
  2.0442631033899397e-15, 1.4215117583164459e-7, 1.8463183175100548e-5, 7.868691311456133e-4,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
]
