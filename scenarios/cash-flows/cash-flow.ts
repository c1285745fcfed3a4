/** One row of a list of dated cash flows, understood. */
export interface CashFlow {
  /** Line of the file, from 1. */
  readonly line: number
  /** Whole days from 1970-01-01. */
  readonly day: number
  /** US dollars, or whatever the one currency of the list is: negative = paid in, positive = received. */
  readonly amountUsd: number
  /** The investment or fund; empty without a column `name`. */
  readonly name: string
  /** True for a value of what is held on that day, which is no flow. */
  readonly isNetAssetValue: boolean
  /** Level of the public index on that day; null where none is given. */
  readonly index: number | null
}

/** A list of cash flows, in the order of the calendar. */
export interface CashFlowList {
  readonly rows: readonly CashFlow[]
  readonly hasIndex: boolean
  /** Columns that are not used. */
  readonly unusedColumns: readonly string[]
}
