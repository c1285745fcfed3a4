import type { Stream } from '../../../../engine/random/index.ts'

/** A job that saves its state now and then and fails now and then. */
export interface FailingJob {
  readonly interval: number
  readonly stall: number
  readonly restart: number
  /** Draws the time from one failure to the next. */
  readonly drawLife: (stream: Stream) => number
}

/** Works through segments until the work is done, event by event; the time that it took and the failures met. */
export function simulateFailures(
  stream: Stream,
  job: FailingJob,
  segments: number,
): { time: number; failures: number } {
  let time = 0
  let failures = 0
  let life = job.drawLife(stream)
  /** Lives through a stretch; true if it ends without a failure. */
  const survive = (stretch: number): boolean => {
    if (life >= stretch) {
      life -= stretch
      time += stretch
      return true
    }
    time += life
    life = job.drawLife(stream)
    failures++
    return false
  }
  for (let done = 0; done < segments;)
    if (survive(job.interval + job.stall)) done++
    else while (!survive(job.restart));
  return { time, failures }
}
