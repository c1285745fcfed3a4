/** Number formats in which matrices are multiplied. */
export const precisions = ['fp32', 'tf32', 'fp16', 'bf16', 'fp8', 'fp4'] as const
export type Precision = (typeof precisions)[number]

/** A figure by number format; 0 for a format that the machine does not have. */
export type ByPrecision = Readonly<Record<Precision, number>>

/** Power of a busy machine, a share of its host included. */
export interface SystemWatts {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * One accelerator in its usual machine. Tables of these are handed in by the caller; the engine holds none.
 *
 * Units: FLOP a second (dense, without sparsity), bytes, bytes a second in one direction, watts.
 */
export interface Accelerator {
  /** As in `scenarios/data/accelerators.json`: `H100-SXM`. */
  readonly id: string
  /** Month of launch, `2022-09`. */
  readonly launch: string
  /** What the data sheet says. */
  readonly peakFlopPerSecond: ByPrecision
  /** The fastest matrix product that was measured, or, unmeasured, a typical share of the peak. */
  readonly matmulFlopPerSecond: ByPrecision
  readonly isMatmulMeasured: boolean
  readonly memoryBytes: number
  readonly memoryBytesPerSecond: number
  /** Accelerators that one fast fabric joins: 8 in a usual server, 72 in an NVL72 rack. */
  readonly scaleUpDomain: number
  readonly scaleUpBytesPerSecond: number
  /** Share of the network between servers that one accelerator has. */
  readonly scaleOutBytesPerSecond: number
  /** Thermal design power of the part alone. */
  readonly boardWatts: number
  /** Power at the wall of the server, before the building's overhead, while training. */
  readonly systemWatts: SystemWatts
}
