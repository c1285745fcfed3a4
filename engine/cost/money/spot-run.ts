import { requirePositive } from '../require-positive.ts'
import { checkpointInterval } from '../run/checkpoint-interval.ts'

/** A job on capacity that may be taken away. */
export interface SpotJob {
  /** Hours on the clock that it takes undisturbed. */
  readonly workHours: number
  /** Servers that work together: one taken away stops them all. */
  readonly serverCount: number
  readonly preemptionsPerServerHour: number
  /** Hours that writing a checkpoint stalls the job. */
  readonly checkpointHours: number
  /** Hours from an interruption until training goes on: a new server, start, reading the checkpoint. */
  readonly restartHours: number
}

/** What becomes of a job under interruptions. */
export interface SpotRun {
  /** Expected hours on the clock, all billed; Infinity if the job would practically never end. */
  readonly hours: number
  /** `hours` over the hours undisturbed: 1 or more. */
  readonly stretch: number
  readonly preemptions: number
  /** Hours of work between two checkpoints; Infinity if nothing interrupts. */
  readonly intervalHours: number
}

/**
 * Expected hours of a job under interruptions that come by chance, with checkpoints at the best interval. Servers that
 * are left wait for the missing one and are billed.
 *
 * Throws: RangeError for a value out of its range.
 * Source: Daly 2006, A higher order estimate of the optimum checkpoint interval for restart dumps, Future Generation
 * Computer Systems 22, equations 20 (expected time) and 37 (interval).
 * @example spotRun({ workHours: 100, serverCount: 1, preemptionsPerServerHour: 0, checkpointHours: 0.1, restartHours: 0.2 }).hours // => 100
 */
export function spotRun(job: SpotJob): SpotRun {
  requireJob(job)
  const { workHours, checkpointHours, restartHours } = job
  const rate = job.serverCount * job.preemptionsPerServerHour
  if (rate === 0) return { hours: workHours, stretch: 1, preemptions: 0, intervalHours: Infinity }
  const mean = 1 / rate
  const intervalHours = Math.min(checkpointInterval(checkpointHours, mean), workHours)
  const segments = workHours / intervalHours
  const perSegment =
    mean * Math.exp(restartHours / mean) * Math.expm1((intervalHours + checkpointHours) / mean)
  const hours = perSegment * segments
  return { hours, stretch: hours / workHours, preemptions: hours * rate, intervalHours }
}

function requireJob(job: SpotJob): void {
  for (const name of ['workHours', 'serverCount', 'checkpointHours'] as const)
    requirePositive('spotRun', name, job[name])
  for (const name of ['preemptionsPerServerHour', 'restartHours'] as const)
    if (!(job[name] >= 0 && job[name] < Infinity))
      throw new RangeError(`spotRun: ${name} must be at least 0 and finite, got ${job[name]}`)
}
