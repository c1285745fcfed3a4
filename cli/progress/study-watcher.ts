import type { StudyProgress } from '../study/index.ts'
import type { Summary } from '../../reports/index.ts'

/** Follows a study for the person who waits for it. */
export interface StudyWatcher {
  progressed(progress: StudyProgress<Summary>): void
  /** Something worth a line: a damaged shard computed again, a worker replaced. */
  noticed(notice: string): void
  /** Ctrl-C, or the like. */
  stopRequested(): void
  /** Leaves the terminal as it was; `summary` is that of the runs that are done. */
  ended(how: 'done' | 'stopped', elapsedSeconds: number, summary: Summary | null): Promise<void>
}
