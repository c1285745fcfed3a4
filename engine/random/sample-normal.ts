import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

const LAYERS = 256
/** Where the tail starts when the density is cut in 256 layers of equal area. */
const TAIL = 3.6541528853610088
const AREA = 0.004928673233974655
const EDGES = makeEdges()
const HEIGHTS = EDGES.map((x) => Math.exp(-0.5 * x * x))
const TWO_TO_MINUS_32 = 2.3283064365386963e-10

/**
 * A value from the standard normal distribution, by the ziggurat method with 256 layers: exact, and faster
 * than a logarithm. The layer comes from other bits than the position (the original method shares them, which
 * shows in tests).
 *
 * Draws: 2 of `next32` in 98.8 % of calls, more in the rest; the count never depends on a parameter.
 * Source: Marsaglia and Tsang, J. Stat. Software 5(8), 2000; bits kept apart after Doornik, "ZIGNOR", 2005.
 */
export function sampleStandardNormal(stream: Stream): number {
  for (;;) {
    const high = stream.next32()
    const low = stream.next32() * LAYERS
    const layer = low | 0
    const u = 2 * (high + (low - layer) * TWO_TO_MINUS_32) - 1
    const x = u * EDGES[layer]
    if (Math.abs(x) < EDGES[layer + 1]) return x
    if (layer === 0) return sampleTail(stream, u)
    const bottom = HEIGHTS[layer]
    if (bottom + stream.next() * (HEIGHTS[layer + 1] - bottom) < Math.exp(-0.5 * x * x)) return x
  }
}

/**
 * A value from the normal distribution with the given mean and standard deviation.
 *
 * Draws: as `sampleStandardNormal`. Throws: RangeError unless mean is finite and 0 <= sd < Infinity.
 */
export function sampleNormal(stream: Stream, mean: number, sd: number): number {
  if (!(sd >= 0 && sd < Infinity)) throw outOfRange('sampleNormal', 'sd must be finite and >= 0', sd)
  if (!(Math.abs(mean) < Infinity)) throw outOfRange('sampleNormal', 'mean must be finite', mean)
  return mean + sd * sampleStandardNormal(stream)
}

/** Marsaglia's tail method: exact beyond TAIL, with the sign of u. */
function sampleTail(stream: Stream, u: number): number {
  for (;;) {
    const x = -Math.log(1 - stream.next()) / TAIL
    const y = -Math.log(1 - stream.next())
    if (2 * y >= x * x) return u < 0 ? -(TAIL + x) : TAIL + x
  }
}

/** Right edges of the layers, widest first: [0] is the base rectangle that also stands for the tail, [LAYERS] is 0. */
function makeEdges(): Float64Array {
  const edges = new Float64Array(LAYERS + 1)
  edges[0] = AREA / Math.exp(-0.5 * TAIL * TAIL)
  edges[1] = TAIL
  for (let i = 2; i < LAYERS; i++) {
    const x = edges[i - 1]
    edges[i] = Math.sqrt(-2 * Math.log(AREA / x + Math.exp(-0.5 * x * x)))
  }
  return edges
}
