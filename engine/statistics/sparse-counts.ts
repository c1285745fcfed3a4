/** Counts by position as (gap to the previous position, count) pairs in one flat list; the first gap counts from 0. */
export type SparseCounts = readonly number[]

/**
 * The counts of an array without its zeros, short enough for a file.
 *
 * @example packCounts([0, 0, 5, 0, 7]) // => [2, 5, 2, 7]
 */
export function packCounts(counts: ArrayLike<number>): SparseCounts {
  const packed: number[] = []
  for (let i = 0, last = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue
    packed.push(i - last, counts[i])
    last = i
  }
  return packed
}

/** Visits the positions and counts of a packed list in its order. */
export function forEachCount(packed: SparseCounts, visit: (position: number, count: number) => void): void {
  for (let i = 0, position = 0; i < packed.length; i += 2) {
    position += packed[i]
    visit(position, packed[i + 1])
  }
}
