import type { Problem } from '../units/problem.ts'

/** A mistake and the stretch of the file that it lies in. */
export interface PlacedFault {
  readonly problem: Problem
  /** Name of the column; empty for a row or the file. */
  readonly column: string
  readonly start: number
  readonly end: number
}
