import type { Files } from '../files/index.ts'
import type { Manifest } from './manifest.ts'
import type { RunFailure } from './run-failure.ts'
import type { StudyReporter, TableName } from './study-program.ts'

/** A study to be run, everything decided. */
export interface StudyRequest<Input> {
  /** Plain data: it is handed to worker threads. */
  readonly scenario: Input
  readonly name: string
  /** The resolved scenario file. */
  readonly scenarioText: string
  readonly scenarioSha256: string
  /** Names the study: a prefix of it is enough to open its result. */
  readonly id: string
  readonly seed: number
  readonly runs: number
  /** Worker threads. */
  readonly jobs: number
  readonly outDirectory: string
  /** Replaces a result that is in the folder already. */
  readonly fresh: boolean
  readonly tables: readonly TableName[]
  /** As typed, for the manifest. */
  readonly commandLine: string
  readonly packageVersion: string
  /** Digest of the built code (`measureBuild`). */
  readonly build: string
}

/** How far a study is. */
export interface StudyProgress<Summary> {
  readonly doneRuns: number
  readonly totalRuns: number
  readonly failedRuns: number
  readonly doneShards: number
  readonly totalShards: number
  /** Runs that an earlier session had finished. */
  readonly resumedRuns: number
  readonly elapsedSeconds: number
  readonly stage: 'computing' | 'stopping' | 'joining'
  /** Summary of the finished shards so far, in order of arrival: for display only. Null before the first. */
  readonly summary: () => Summary | null
}

/** How the outside watches and stops a study. */
export interface StudyHooks<Summary> {
  /** Called about ten times a second and after each shard. */
  readonly onProgress?: (progress: StudyProgress<Summary>) => void
  /** Things worth a line: a lock taken over, a damaged shard computed again, a worker replaced. */
  readonly onNotice?: (notice: string) => void
  /** Aborted: end after the runs in flight; unfinished shards are dropped, finished ones kept. */
  readonly stopSignal?: AbortSignal
  /** Aborted: end at once. */
  readonly dropSignal?: AbortSignal
}

/** What a study stands on: tests put another file system or a toy program here. */
export interface StudyEnvironment<Input, Summary> {
  readonly files: Files
  /** Module of built JavaScript that exports `program`, a `StudyProgram`. */
  readonly programUrl: URL
  readonly reporter: StudyReporter<Input, Summary>
}

/** How a study ended. */
export interface StudyOutcome<Summary> {
  /** `reopened`: it was finished already, and nothing was computed. */
  readonly status: 'complete' | 'stopped' | 'reopened'
  readonly directory: string
  readonly manifest: Manifest
  /** Of the finished shards; null if there is none yet. */
  readonly summary: Summary | null
  readonly doneRuns: number
  readonly totalRuns: number
  readonly failedRuns: number
  /** The first failed runs, in order. */
  readonly failures: readonly RunFailure[]
  /** Runs that an earlier session had finished. */
  readonly resumedRuns: number
  readonly elapsedSeconds: number
  readonly notices: readonly string[]
}
