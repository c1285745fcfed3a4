import { requirePositive } from '../require-positive.ts'
import { billedOverIdealOf, partsOfGoodput } from './goodput-parts.ts'
import { spreadOfGoodput } from './goodput-spread.ts'
import type { Goodput, GoodputRequest } from './goodput.ts'
import { reliabilityOfYear } from './reliability-of-year.ts'

/**
 * What failures, checkpoints, stragglers and interventions make of a run's clean hours, by the habits of its year:
 * checkpoints at Daly's interval, failures without memory (their clustering widens the spread), restarts that people
 * or programs make.
 *
 * Units: hours. Shares are of billed hours.
 * Throws: RangeError for counts and hours that are not positive and finite.
 * Source: see `reliabilityOfYear`, `checkpointInterval` and `keptShare`.
 * @example Math.round(estimateGoodput({ acceleratorCount: 16384, parameters: 405e9, year: 2024, idealHours: 1200 }).mtbfHours * 100) / 100 // => 3.09
 */
export function estimateGoodput(request: GoodputRequest): Goodput {
  for (const name of ['acceleratorCount', 'parameters', 'idealHours'] as const)
    requirePositive('estimateGoodput', name, request[name])
  const reliability = { ...reliabilityOfYear(request.year), ...request.reliability }
  const parts = partsOfGoodput(request, reliability)
  const { kept, stallOverWork, straggler, intervention, mtbfHours, intervalHours } = parts
  const attended = 1 - intervention
  const billedOverIdeal = billedOverIdealOf(parts)
  const expectedFailures = (billedOverIdeal * request.idealHours) / mtbfHours
  return {
    goodput: 1 / billedOverIdeal,
    checkpointShare: attended * kept * stallOverWork,
    failureShare: attended * (1 - kept * (1 + stallOverWork)),
    stragglerShare: attended * kept * (1 - 1 / straggler),
    interventionShare: intervention,
    mtbfHours,
    checkpointIntervalHours: intervalHours,
    expectedFailures,
    billedOverIdeal,
    billedOverIdealSpread: spreadOfGoodput(request, reliability, expectedFailures),
    calendarOverBilled: (1 + parts.repairHours / mtbfHours) / (1 - reliability.maintenanceShare),
  }
}
