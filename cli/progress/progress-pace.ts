/** How often progress is worth a line. */
export interface Pace {
  /** A line at each of these shares; 1 for none. */
  readonly stepShare: number
  /** Seconds after which a line is due anyway. */
  readonly everySeconds: number
}

/** Lines for a log: every tenth of the way, or every 30 seconds if that is slower. */
export const logPace: Pace = { stepShare: 0.1, everySeconds: 30 }

/** Lines for a listener: at most one in 30 seconds. */
export const calmPace: Pace = { stepShare: 1, everySeconds: 30 }

/** Decides when the next line about progress is due. */
export class PaceKeeper {
  private readonly pace: Pace
  private step = 0
  private spokeAt = 0
  private hasStarted = false

  constructor(pace: Pace) {
    this.pace = pace
  }

  /** True if a line is due now. Runs that were done before the first call are no progress. */
  isDue(doneRuns: number, totalRuns: number, elapsedSeconds: number): boolean {
    const step = Math.floor(doneRuns / totalRuns / this.pace.stepShare + 1e-9)
    if (!this.hasStarted) this.step = step
    this.hasStarted = true
    const hasStepped = step > this.step && doneRuns < totalRuns
    const isOverdue = elapsedSeconds - this.spokeAt >= this.pace.everySeconds
    if (!hasStepped && !isOverdue) return false
    this.step = step
    this.spokeAt = elapsedSeconds
    return true
  }
}
