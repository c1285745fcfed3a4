import type { Files } from '../files/index.ts'
import type { StudyIdentity, StudyReporter, TableName } from './study-program.ts'

/** A study whose shards are all there. */
export interface JoinOrder<Input, Summary> {
  readonly files: Files
  readonly directory: string
  readonly reporter: StudyReporter<Input, Summary>
  readonly scenario: Input
  readonly scenarioText: string
  readonly identity: StudyIdentity
  readonly tables: readonly TableName[]
  readonly shardCount: number
  /** All partial summaries merged in the order of their shards. */
  mergePartials(): unknown
}
