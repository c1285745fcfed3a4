import { checkpointCost } from './checkpoint-cost.ts'
import { checkpointInterval, keptShare } from './checkpoint-interval.ts'
import type { GoodputRequest } from './goodput.ts'
import type { Reliability } from './reliability-of-year.ts'
import { stragglerFactor } from './straggler-factor.ts'

/**
 * Where failures come many times a day, restarts are automated or the run is given up: no restart, and no
 * wait for a repair, takes more than this share of the time between failures. Assumption (0.1-0.5).
 */
const longestRestart = 0.25

/** Hours of work after which people have come between as often as they do in a long run. Assumption (50-500). */
const interventionHours = 168

/** The multiplicative structure of the billed hours: what each cause leaves over of them. */
export interface GoodputParts {
  readonly mtbfHours: number
  readonly intervalHours: number
  /** Share worked and kept of the time that people leave alone. */
  readonly kept: number
  /** Stall over work between two checkpoints. */
  readonly stallOverWork: number
  readonly straggler: number
  readonly intervention: number
  /** Unbilled wait after a failure. */
  readonly repairHours: number
}

/** Works out each cause of lost time for one reliability. */
export function partsOfGoodput(request: GoodputRequest, reliability: Reliability): GoodputParts {
  const { acceleratorCount, parameters, idealHours } = request
  const mtbfHours = reliability.gpuHoursPerFailure / acceleratorCount
  const { writeHours, stallHours } = checkpointCost(parameters, acceleratorCount, reliability)
  // A checkpoint starts after the last one is stored.
  const intervalHours = Math.max(checkpointInterval(stallHours, mtbfHours), writeHours - stallHours)
  const restartHours = Math.min(reliability.restartHours, longestRestart * mtbfHours)
  // What was worked while the last checkpoint was still being written is lost too.
  const lostHours = Math.min(writeHours - stallHours, mtbfHours)
  return {
    mtbfHours,
    intervalHours,
    kept: keptShare(intervalHours, stallHours, restartHours + lostHours, mtbfHours),
    stallOverWork: stallHours / intervalHours,
    straggler: stragglerFactor(acceleratorCount, reliability.speedSpread),
    intervention: reliability.interventionShare * (1 - Math.exp(-idealHours / interventionHours)),
    repairHours: Math.min(reliability.repairHours, longestRestart * mtbfHours),
  }
}

/** Billed over ideal hours. */
export const billedOverIdealOf = ({ kept, straggler, intervention }: GoodputParts): number =>
  straggler / (kept * (1 - intervention))
