import type { EventTable, RunRecord } from '../../agents/index.ts'

/** A run that came to its end, with the number of events that it took. */
export interface FinishedRun {
  readonly status: 'ok'
  readonly run: number
  readonly events: number
  readonly record: RunRecord
  /** The event log, if it was asked for. */
  readonly log?: EventTable | null
}

/** A run that broke off, and why. */
export interface FailedRun {
  readonly status: 'failed'
  readonly run: number
  readonly events: number
  readonly message: string
}

/** What the tables are made from: a replication of the market model, with its event log if there is one. */
export type RunResult = FinishedRun | FailedRun
