import { normalQuantile } from '../../statistics/index.ts'
import { billedOverIdealOf, partsOfGoodput } from './goodput-parts.ts'
import type { GoodputRequest } from './goodput.ts'
import type { Reliability } from './reliability-of-year.ts'
import type { Spread } from './spread.ts'

/** Normal deviation that nine in ten stay below. */
const ninetieth = normalQuantile(0.9)

/** Factor either way that holds an era's figure in eight runs of ten: see the ranges of `reliabilityOfYear`. */
const eraFactor = 2

/**
 * Variance of the number of failures over its mean. Times between failures follow a Weibull law of shape 0.7-0.8, whose
 * squared coefficient of variation at 0.75 is this; failures without memory have 1.
 *
 * Source: Schroeder and Gibson 2010, IEEE Trans. Dependable and Secure Computing 7(4), section 5.
 */
const failureDispersion = 1.83

/** Logarithmic standard deviation of a rate seen over few failures; a count below 1 says no more than one of 1. */
const countDeviation = (expectedFailures: number): number =>
  Math.sqrt(failureDispersion / Math.max(1, expectedFailures))

/** Billed over ideal hours with its spread: failures, restarts and interventions varied one by one, then combined. */
export function spreadOfGoodput(
  request: GoodputRequest,
  reliability: Reliability,
  expectedFailures: number,
): Spread {
  const middle = billedOverIdealOf(partsOfGoodput(request, reliability))
  const era = Math.log(eraFactor)
  const count = ninetieth * countDeviation(expectedFailures)
  const failures = Math.sqrt(era * era + count * count)
  const far = (direction: 1 | -1): number => {
    const rate = Math.exp(direction * failures)
    const factor = Math.exp(direction * era)
    const { gpuHoursPerFailure, restartHours, interventionShare } = reliability
    const moved: readonly Partial<Reliability>[] = [
      { gpuHoursPerFailure: gpuHoursPerFailure / rate },
      { restartHours: restartHours * factor },
      { interventionShare: Math.min(0.5, interventionShare * factor) },
    ]
    let variance = 0
    for (const change of moved) {
      const shift = Math.log(
        billedOverIdealOf(partsOfGoodput(request, { ...reliability, ...change })) / middle,
      )
      variance += shift * shift
    }
    return Math.max(1, middle * Math.exp(direction * Math.sqrt(variance)))
  }
  return { p10: far(-1), p50: middle, p90: far(1) }
}
