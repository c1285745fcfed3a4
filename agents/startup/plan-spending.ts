import { sampleStandardNormal } from '../../engine/random/index.ts'
import type { World } from '../market/world.ts'
import { scheduleFirstAudit } from '../regulator/audit.ts'
import { startPlanning } from './plan.ts'
import { headcount } from './staff.ts'
import { Status } from './startups.ts'

/** After a round: spend so that the cash lasts a planned runway, shorter in a hot market and for spendthrifts. */
export function planSpending(world: World, row: number, time: number): void {
  const { startups, parameters, sentiment } = world
  const p = parameters.startups
  const luck = p.runwaySpread * sampleStandardNormal(startups.raises(row))
  const runway = p.runway * Math.exp(luck - p.runwaySentiment * sentiment.value + 0.08 * startups.thrift[row])
  if (startups.status[row] !== Status.funded) startFunded(world, row, time)
  startups.planUsd[row] = (p.burnShare * world.cashUsd(row)) / Math.max(3, runway)
}

/** First money, or money after dormancy: the founders are on the payroll now. */
function startFunded(world: World, row: number, time: number): void {
  const { startups, talent } = world
  scheduleFirstAudit(world, row, time)
  startPlanning(world, row, time)
  if (startups.status[row] === Status.dormant) {
    startups.researchers[row] = 1
    startups.engineers[row] = 2
    startups.sellers[row] = 1
  }
  talent.employed[0] += startups.researchers[row]
  talent.employed[1] += startups.engineers[row]
  talent.employed[2] += startups.sellers[row]
  world.recorder.addFlow('hires', time, headcount(world, row))
  startups.status[row] = Status.funded
}
