import { reliabilityOfYear, spotRun, type Spread } from '../../engine/cost/index.ts'
import { spotTerms } from '../../scenarios/index.ts'

/** Stretch beyond which a job on spot capacity is called endless: its hours are then those of this stretch. */
export const longestStretch = 10

/** Hours until a job that lost its capacity works again: assumption, 0.1 to 1. */
const restartHours = 0.25

/** A job on capacity that may be taken away. */
export interface SpotOccasion {
  readonly workHours: number
  readonly gpus: number
  /** Accelerators of a server, which go together. */
  readonly gpusPerServer: number
  readonly year: number
}

/** Billed hours over undisturbed ones on spot capacity, by how often it is taken away; at most `longestStretch`. */
export const spotStretch = ({ workHours, gpus, gpusPerServer, year }: SpotOccasion): Spread => {
  const { stallSeconds } = reliabilityOfYear(year)
  const serverCount = Math.ceil(gpus / gpusPerServer)
  const stretchAt = (preemptionsPerServerHour: number): number => {
    const job = { workHours, serverCount, checkpointHours: stallSeconds / 3600, restartHours }
    const { stretch } = spotRun({ ...job, preemptionsPerServerHour })
    return stretch < longestStretch ? Math.max(1, stretch) : longestStretch
  }
  const { low, mid, high } = spotTerms.preemptionsPerServerHour
  return { p10: stretchAt(low), p50: stretchAt(mid), p90: stretchAt(high) }
}
