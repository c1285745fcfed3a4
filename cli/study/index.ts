export { runStudy } from './run-study.ts'
export type {
  RunFailure,
  StudyEnvironment,
  StudyHooks,
  StudyOutcome,
  StudyProgress,
  StudyRequest,
} from './study-request.ts'
export { tableNames } from './study-program.ts'
export type {
  BenchSetup,
  RunOutput,
  ShardBench,
  ShardOutput,
  StudyIdentity,
  StudyProgram,
  StudyReporter,
  SummaryMerger,
  TableFile,
  TableName,
  TableSinks,
} from './study-program.ts'
export type { Manifest, ResultFile, ShardRow, StudyTiming } from './manifest.ts'
export {
  AmbiguousResult,
  DamagedResult,
  NotAResultFolder,
  RefusedError,
  ResultNotFound,
  WorkerCrashed,
} from './study-error.ts'
export type { IdentityDifference, ResultError, StudyError } from './study-error.ts'
export { measureBuild } from './built-code.ts'
export { slugName } from './slug-name.ts'
export { listResults } from './list-results.ts'
export type { StoredResult } from './list-results.ts'
export { findResult, openResult } from './open-result.ts'
export type { OpenedResult, OpenOrder } from './open-result.ts'
