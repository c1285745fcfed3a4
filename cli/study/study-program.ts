import type { Writable } from 'node:stream'
import type { Files } from '../files/index.ts'

/** The files that a study can leave, one row a thing, in this order. */
export const tableNames = ['runs', 'startups', 'rounds', 'market', 'funds', 'panel', 'events'] as const
export type TableName = (typeof tableNames)[number]

/** What one run says to its shard. */
export interface RunOutput {
  readonly status: 'ok' | 'failed'
  /** Why it broke off; empty if it did not. */
  readonly message: string
  readonly events: number
  /** Startup-months lived through, 0 where the word has no meaning. */
  readonly startupMonths: number
  /** Seconds spent in the model alone, without rendering. */
  readonly simulationSeconds: number
}

/** What is kept of all runs of a shard together. */
export interface ShardOutput {
  /** The partial summary: plain JSON data. */
  readonly partial: unknown
  readonly rowCounts: ReadonlyMap<TableName, number>
}

/** One shard under way: its runs in order, whose rows go into the shard's sinks, then the end. */
export interface ShardBench {
  run(run: number): Promise<RunOutput>
  finish(): Promise<ShardOutput>
}

/** Where the rows of a shard go: for each table asked for a stream that takes CSV lines, without header. */
export type TableSinks = ReadonlyMap<TableName, Writable>

/** What a worker is told about the study before its first shard. */
export interface BenchSetup<Input> {
  readonly scenario: Input
  readonly seed: number
  readonly tables: readonly TableName[]
}

/**
 * The computing half of a study, loaded by each worker from its own module (export `program`): a run must be a
 * pure function of (scenario, seed, run).
 */
export interface StudyProgram<Input> {
  openBench(setup: BenchSetup<Input>): { startShard(sinks: TableSinks): ShardBench }
  /** Where shards are written; the real file system unless a test says otherwise. */
  readonly files?: Files
}

/** Names a study inside its summary. */
export interface StudyIdentity {
  readonly id: string
  readonly scenarioSha256: string
  readonly seed: number
  readonly runs: number
}

/** Merges the partial summaries of shards, in the order in which they are given. */
export interface SummaryMerger<Summary> {
  merge(partial: unknown): void
  /** Everything merged so far as one partial summary. */
  toPartial(): unknown
  summarise(identity: StudyIdentity): Summary
}

/** A finished table: its file, digest and size. */
export interface TableFile {
  readonly table: TableName
  readonly path: string
  readonly rowCount: number
  readonly bytes: number
  readonly sha256: string
}

/** The reporting half of a study, on the main thread. */
export interface StudyReporter<Input, Summary> {
  startSummary(scenario: Input): SummaryMerger<Summary>
  /** First line of a table, ended. */
  renderHeader(table: TableName): string
  /** The text of `summary.json`. */
  renderSummary(summary: Summary): string
  /** The text of `datapackage.json`: what each column of each table means. */
  renderDataPackage(tables: readonly TableFile[], identity: StudyIdentity): string
}
