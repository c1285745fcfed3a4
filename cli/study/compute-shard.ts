import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Shard } from '../../engine/study/index.ts'
import { digestOf } from '../files/index.ts'
import type { Files } from '../files/index.ts'
import { PartSink } from './part-sink.ts'
import { keptFailures, partialName, shardName, unfinishedShardName, writeShardLabel } from './shard-folder.ts'
import type { ShardFile, ShardLabel } from './shard-folder.ts'
import type { RunOutput, ShardBench, TableName, TableSinks } from './study-program.ts'
import type { RunFailure } from './run-failure.ts'

/** Where a shard goes, and how its worker is watched. */
export interface ShardDesk {
  readonly files: Files
  readonly shardsFolder: string
  readonly study: string
  readonly tables: readonly TableName[]
  /** Tells this writer's unfinished folders from another's. */
  readonly writer: string
  /** Asked between runs. */
  readonly isStopped: () => boolean
  /** Told before each run, and after the last with run 0. */
  readonly note: (run: number, done: number, failed: number) => void
}

/** A finished shard. */
export interface FinishedShard {
  readonly label: ShardLabel
  readonly partial: unknown
}

/**
 * Computes the runs of a shard in order and stores them: everything goes into a folder with a temporary name,
 * which gets its final name last. Nothing is flushed to the disk: a shard that a power cut tears is found by its
 * checksums and computed again, which costs less than flushing each.
 *
 * Returns null if it was stopped in between; nothing is left of it then.
 *
 * Fails: `FileError`; whatever the bench throws.
 */
export async function computeShard(
  desk: ShardDesk,
  bench: Bench,
  shard: Shard,
): Promise<FinishedShard | null> {
  const folder = join(desk.shardsFolder, unfinishedShardName(shard.index, desk.writer))
  await desk.files.remove(folder)
  await desk.files.makeFolder(folder)
  const startedAt = performance.now()
  const computed = await computeRuns(desk, bench, shard, folder)
  if (computed === null) {
    await desk.files.remove(folder)
    return null
  }
  const { partial, files, tally } = computed
  files[partialName] = await writePartial(desk.files, folder, partial)
  const seconds = (performance.now() - startedAt) / 1000
  const label = await writeShardLabel(desk.files, folder, {
    study: desk.study,
    ...shard,
    ...tally,
    seconds,
    files,
  })
  await desk.files.rename(folder, join(desk.shardsFolder, shardName(shard.index)))
  return { label, partial }
}

interface Bench {
  startShard(sinks: TableSinks): ShardBench
}

interface Tally {
  failedRuns: number
  failures: RunFailure[]
  events: number
  startupMonths: number
  simulationSeconds: number
}

interface Computed {
  readonly tally: Tally
  readonly partial: unknown
  readonly files: Record<string, ShardFile>
}

async function computeRuns(
  desk: ShardDesk,
  bench: Bench,
  shard: Shard,
  folder: string,
): Promise<Computed | null> {
  const sinks = new Map<TableName, PartSink>()
  try {
    for (const table of desk.tables) {
      sinks.set(table, await PartSink.open(desk.files, join(folder, `${table}.csv`)))
    }
    const shardBench = bench.startShard(sinks)
    const tally = await runAll(desk, shardBench, shard, sinks)
    if (tally === null) return null
    const { partial, rowCounts } = await shardBench.finish()
    const files: Record<string, ShardFile> = {}
    for (const [table, sink] of sinks) {
      files[`${table}.csv`] = { ...(await sink.finish()), rows: rowCounts.get(table) ?? 0 }
    }
    return { tally, partial, files }
  } finally {
    for (const sink of sinks.values()) sink.destroy()
  }
}

async function runAll(
  desk: ShardDesk,
  bench: ShardBench,
  shard: Shard,
  sinks: ReadonlyMap<TableName, PartSink>,
): Promise<Tally | null> {
  const tally: Tally = { failedRuns: 0, failures: [], events: 0, startupMonths: 0, simulationSeconds: 0 }
  for (let done = 0; done < shard.runCount; done += 1) {
    if (desk.isStopped()) return null
    const run = shard.firstRun + done
    desk.note(run, done, tally.failedRuns)
    count(tally, run, await bench.run(run))
    for (const sink of sinks.values()) if (sink.errored !== null) throw sink.errored
  }
  desk.note(0, shard.runCount, tally.failedRuns)
  return tally
}

function count(tally: Tally, run: number, output: RunOutput): void {
  tally.events += output.events
  tally.startupMonths += output.startupMonths
  tally.simulationSeconds += output.simulationSeconds
  if (output.status === 'ok') return
  tally.failedRuns += 1
  if (tally.failures.length < keptFailures) tally.failures.push({ run, message: output.message })
}

async function writePartial(files: Files, folder: string, partial: unknown): Promise<ShardFile> {
  const text = JSON.stringify(partial)
  await files.write(join(folder, partialName), text)
  return { ...digestOf(text), rows: 0 }
}
