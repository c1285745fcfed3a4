import { outOfRange } from './out-of-range.ts'
import type { Stream } from './stream.ts'

const LAYERS = 256
/** Where the tail starts when the density is cut in 256 layers of equal area. */
const TAIL = 7.69711747013105
const AREA = 0.003949659822581557
const EDGES = makeEdges()
const HEIGHTS = EDGES.map((x) => Math.exp(-x))
const TWO_TO_MINUS_32 = 2.3283064365386963e-10

/**
 * A waiting time from the exponential distribution with the given rate (mean 1 / rate), by the ziggurat
 * method: exact. With the same stream another rate gives the same time rescaled.
 *
 * Draws: 2 of `next32` in 98.9 % of calls, more in the rest; the count never depends on the rate.
 * Throws: RangeError unless 0 < rate < Infinity.
 * Source: Marsaglia and Tsang, J. Stat. Software 5(8), 2000.
 */
export function sampleExponential(stream: Stream, rate: number): number {
  if (!(rate > 0 && rate < Infinity))
    throw outOfRange('sampleExponential', 'rate must be finite and > 0', rate)
  return sampleStandardExponential(stream) / rate
}

/** A value from the exponential distribution with mean 1. Draws: as `sampleExponential`. */
export function sampleStandardExponential(stream: Stream): number {
  let offset = 0
  for (;;) {
    const high = stream.next32()
    const low = stream.next32() * LAYERS
    const layer = low | 0
    const x = (high + (low - layer) * TWO_TO_MINUS_32) * EDGES[layer]
    if (x < EDGES[layer + 1]) return offset + x
    if (layer === 0) {
      // The distribution has no memory: beyond the tail's start it begins anew.
      offset += TAIL
      continue
    }
    const bottom = HEIGHTS[layer]
    if (bottom + stream.next() * (HEIGHTS[layer + 1] - bottom) < Math.exp(-x)) return offset + x
  }
}

/** Right edges of the layers, widest first: [0] is the base rectangle that also stands for the tail, [LAYERS] is 0. */
function makeEdges(): Float64Array {
  const edges = new Float64Array(LAYERS + 1)
  edges[0] = AREA / Math.exp(-TAIL)
  edges[1] = TAIL
  for (let i = 2; i < LAYERS; i++) {
    edges[i] = -Math.log(AREA / edges[i - 1] + Math.exp(-edges[i - 1]))
  }
  return edges
}
