/** Sizes are padded to a multiple of this; tiles of the result have the larger side (assumptions). */
const [paddedTo, tileSide] = [32, 64]
/** Tiles that fill an accelerator (assumption: about one for each of its processors). */
const tilesAtOnce = 100
/** Length of the sum after which a tile is split among processors (assumption). */
const splitLength = 512

const paddedShare = (size: number): number => size / (Math.ceil(size / paddedTo) * paddedTo)

/**
 * Share of an accelerator's arithmetic that a product of an m by k with a k by n matrix can use: edges are padded,
 * short sums are mostly start and end, and few tiles leave processors idle.
 *
 * Source: NVIDIA, Matrix Multiplication Background User's Guide (tile and wave quantisation); sizes are assumptions.
 * @example productFill(6400, 64, 64) // => 0.5
 */
export function productFill(m: number, n: number, k: number): number {
  const tiles = Math.ceil(m / tileSide) * Math.ceil(n / tileSide) * Math.max(1, k / splitLength)
  return paddedShare(m) * paddedShare(n) * (k / (k + tileSide)) * Math.min(1, tiles / tilesAtOnce)
}
