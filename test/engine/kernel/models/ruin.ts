import { drain } from '../../../../engine/kernel/index.ts'
import type { Calendar, Handle, Handler } from '../../../../engine/kernel/index.ts'
import { makeStream, sampleExponential } from '../../../../engine/random/index.ts'
import type { Stream } from '../../../../engine/random/index.ts'

/** Insurers whose reserves grow with the premium and fall by claims (exponential, mean 1) at a Poisson rate of 1. */
export interface RuinParameters {
  readonly insurerCount: number
  readonly premiumRate: number
  readonly initialReserve: number
  /** An insurer that reaches this is taken to be safe for good. */
  readonly safeReserve: number
}

interface Insurers extends RuinParameters {
  readonly calendar: Calendar
  readonly claims: Stream
  readonly reserves: Float64Array
  readonly updatedAt: Float64Array
  /** The pending event of each insurer's next claim, and of its reaching safety if no claim came before. */
  readonly safety: Float64Array
  ruinedCount: number
  safeCount: number
}

const claim = 0
const safe = 1

const takeClaim: Handler<Insurers> = (insurers, insurer, size, time) => {
  const { calendar, reserves, updatedAt, safety } = insurers
  calendar.cancel(safety[insurer])
  reserves[insurer] += insurers.premiumRate * (time - updatedAt[insurer]) - size
  updatedAt[insurer] = time
  if (reserves[insurer] < 0) insurers.ruinedCount++
  else scheduleBoth(insurers, insurer, time)
}

const reachSafety: Handler<Insurers> = (insurers) => {
  insurers.safeCount++
}

/** The next claim and the moment of safety: the earlier one makes the other void. */
function scheduleBoth(insurers: Insurers, insurer: number, time: number): void {
  const { calendar, claims, safeReserve, premiumRate, reserves } = insurers
  const claimAt = time + sampleExponential(claims, 1)
  const size = sampleExponential(claims, 1)
  const safeAt = time + (safeReserve - reserves[insurer]) / premiumRate
  const claimHandle: Handle = calendar.schedule(claimAt, claim, insurer, size)
  insurers.safety[insurer] = calendar.schedule(safeAt, safe, insurer)
  if (safeAt < claimAt) calendar.cancel(claimHandle)
}

/** Runs all insurers side by side to ruin or safety. */
export function runRuin(parameters: RuinParameters, calendar: Calendar): { ruined: number; safe: number } {
  calendar.clear(0)
  const { insurerCount, initialReserve } = parameters
  const insurers: Insurers = {
    ...parameters,
    calendar,
    claims: makeStream('ruin', parameters.initialReserve),
    reserves: new Float64Array(insurerCount).fill(initialReserve),
    updatedAt: new Float64Array(insurerCount),
    safety: new Float64Array(insurerCount),
    ruinedCount: 0,
    safeCount: 0,
  }
  for (let insurer = 0; insurer < insurerCount; insurer++) scheduleBoth(insurers, insurer, 0)
  drain(calendar, [takeClaim, reachSafety], insurers, Infinity)
  return { ruined: insurers.ruinedCount, safe: insurers.safeCount }
}
