export { runStudy } from './run-study.ts'
export type {
  StudyEnvironment,
  StudyHooks,
  StudyOutcome,
  StudyProgress,
  StudyRequest,
} from './study-request.ts'
export type {
  BenchSetup,
  RunOutput,
  ShardBench,
  ShardOutput,
  StudyIdentity,
  StudyProgram,
  StudyReporter,
  TableName,
  TableSinks,
} from './study-program.ts'
export type { ResultError, StudyError } from './study-error.ts'
export { listResults } from './list-results.ts'
export { findResult, openResult } from './open-result.ts'
export type { OpenedResult } from './open-result.ts'
export { measureBuild } from './built-code.ts'
export { slugName } from './slug-name.ts'
