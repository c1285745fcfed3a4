import * as Data from 'effect/Data'
import type { FileError, LockHeld } from '../files/index.ts'

/** One thing in which the study in a folder is not the study that was asked for. */
export interface IdentityDifference {
  readonly item: 'scenario hash' | 'seed' | 'runs' | 'build' | 'tables'
  readonly found: string
  readonly asked: string
}

/** The folder holds another study. */
export class RefusedError extends Data.TaggedError('RefusedError')<{
  readonly path: string
  readonly differences: readonly IdentityDifference[]
  readonly message: string
}> {}

/** The folder holds something that is no result of ours; it was not touched. */
export class NotAResultFolder extends Data.TaggedError('NotAResultFolder')<{
  readonly path: string
  readonly message: string
}> {}

/** A finished result whose files are not what its manifest says. */
export class DamagedResult extends Data.TaggedError('DamagedResult')<{
  readonly path: string
  readonly file: string
  readonly message: string
}> {}

/** A worker thread ended in the middle of a shard, twice: a fault of this program. */
export class WorkerCrashed extends Data.TaggedError('WorkerCrashed')<{
  /** The run being computed, 0 if none had begun. */
  readonly run: number
  readonly seed: number
  readonly shard: number
  readonly reason: string
  readonly message: string
}> {}

/** No result goes by that name. */
export class ResultNotFound extends Data.TaggedError('ResultNotFound')<{
  readonly reference: string
  readonly message: string
}> {}

/** More than one result goes by that name. */
export class AmbiguousResult extends Data.TaggedError('AmbiguousResult')<{
  readonly reference: string
  readonly candidates: readonly string[]
  readonly message: string
}> {}

/** How a study can end early; whatever it is, finished shards stay in the folder. */
export type StudyError =
  RefusedError | NotAResultFolder | DamagedResult | LockHeld | WorkerCrashed | FileError

/** How a stored result can stay closed. */
export type ResultError = ResultNotFound | AmbiguousResult | NotAResultFolder | DamagedResult | FileError

/** Says in which items a folder's study differs from the one asked for, and what to do. */
export function refuse(path: string, differences: readonly IdentityDifference[]): RefusedError {
  const lines = differences.map(({ item, found, asked }) => `  ${item}: ${found} there, ${asked} asked for`)
  const message =
    `${path} holds a different study:\n${lines.join('\n')}\n` +
    'use --fresh to replace it, or -o to write into another folder'
  return new RefusedError({ path, differences, message })
}
