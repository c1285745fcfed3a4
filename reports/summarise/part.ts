import type { RunRecord } from '../../agents/index.ts'

/** Anything that looks at runs. */
export interface TakesRuns {
  addRun(record: RunRecord): void
}

/**
 * One chapter of a summary: takes in runs, or the states that other workers reached, and gives its state as plain data.
 * Merging the same states in the same order gives the same bits.
 */
export interface Part<State> extends TakesRuns {
  merge(state: State): void
  toState(): State
}
