/** A fixed range of runs: the unit of work, storage and recovery. Runs are firstRun .. firstRun + runCount - 1. */
export interface Shard {
  readonly index: number
  readonly firstRun: number
  readonly runCount: number
}

const targetShards = 250
const fewestRuns = 4
const mostRuns = 64

/**
 * Cuts runs 1..runs into consecutive shards: about 250 of them, of 4 to 64 runs each, whose sizes differ by at
 * most one. The plan depends on the number of runs alone, so that a study is stored alike whoever computes it;
 * partial results are merged in the order of `index`. Fewer than 4 runs are one shard.
 * @throws RangeError if runs is not a whole number of at least 1
 * @example planShards(9) // => [{ index: 0, firstRun: 1, runCount: 5 }, { index: 1, firstRun: 6, runCount: 4 }]
 */
export function planShards(runs: number): readonly Shard[] {
  if (!Number.isSafeInteger(runs) || runs < 1) {
    throw new RangeError(`planShards: runs must be a whole number of at least 1, got ${runs}`)
  }
  const shardCount = countShards(runs)
  const size = Math.floor(runs / shardCount)
  const larger = runs % shardCount
  return Array.from({ length: shardCount }, (_, index) => ({
    index,
    firstRun: 1 + index * size + Math.min(index, larger),
    runCount: index < larger ? size + 1 : size,
  }))
}

function countShards(runs: number): number {
  const most = Math.max(1, Math.floor(runs / fewestRuns))
  return Math.max(Math.min(targetShards, most), Math.ceil(runs / mostRuns))
}
