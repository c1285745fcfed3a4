import type { Shard } from '../../engine/study/index.ts'
import type { ShardRow } from './manifest.ts'
import { keptFailures } from './shard-folder.ts'
import type { ShardLabel } from './shard-folder.ts'
import type { RunFailure } from './run-failure.ts'

/** What the main thread keeps of finished shards: counts, and a row each; never a run. */
export class StudyLedger {
  readonly rows: ShardRow[]
  doneShards = 0
  doneRuns = 0
  failedRuns = 0
  resumedRuns = 0
  events = 0
  startupMonths = 0
  simulationSeconds = 0
  shardSeconds = 0
  failures: readonly RunFailure[] = []

  constructor(plan: readonly Shard[]) {
    this.rows = plan.map((shard) => ({ ...shard, failedRuns: null, events: null, seconds: null }))
  }

  get isComplete(): boolean {
    return this.doneShards === this.rows.length
  }

  /** Shards that are not finished, in order. */
  get missing(): readonly Shard[] {
    return this.rows
      .filter((row) => row.seconds === null)
      .map(({ index, firstRun, runCount }) => ({ index, firstRun, runCount }))
  }

  /** Indices of the finished shards, in order. */
  get finished(): readonly number[] {
    return this.rows.filter((row) => row.seconds !== null).map((row) => row.index)
  }

  /** Counts a finished shard. */
  add(label: ShardLabel, isResumed: boolean): void {
    const { index, firstRun, runCount, failedRuns, events, seconds } = label
    this.rows[index] = { index, firstRun, runCount, failedRuns, events, seconds }
    this.doneShards += 1
    this.doneRuns += runCount
    this.failedRuns += failedRuns
    if (isResumed) this.resumedRuns += runCount
    this.events += events
    this.startupMonths += label.startupMonths
    this.simulationSeconds += label.simulationSeconds
    this.shardSeconds += seconds
    this.#keepFailures(label.failures)
  }

  #keepFailures(failures: readonly RunFailure[]): void {
    if (failures.length === 0) return
    const all = [...this.failures, ...failures].toSorted((left, right) => left.run - right.run)
    this.failures = all.slice(0, keptFailures)
  }
}
