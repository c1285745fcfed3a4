import { sampleLogNormal } from '../../engine/random/index.ts'
import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'
import { refreshPull } from './appeal.ts'
import { fineTune } from './fine-tune.ts'
import { startPlanning } from './plan.ts'
import { wake } from './silence.ts'
import { Practice, Status } from './startups.ts'

/**
 * A product iteration (book 5.1): before fit, a chance to find it; after it, ability is won back while time wears it
 * down. More engineers iterate better; a founder far stronger in technology than in market insight looks longer.
 *
 * Draws: one uniform from the startup's `life` stream; first revenue from its `sales` stream.
 */
export function iterate(world: World, row: number, time: number): void {
  const { startups, parameters, calendar } = world
  if (startups.status[row] === Status.ended) return
  const p = parameters.startups
  const draw = startups.lifeStreams[row].next32()
  if (startups.fitMonth[row] === startups.fitMonth[row]) {
    const gained = startups.status[row] === Status.funded ? p.iterationGain * teamSpeed(world, row) : 0
    startups.ability[row] += gained * p.iterationLength - p.abilityFade * p.iterationLength
    refreshPull(world, row)
  } else if (draw < 1 - Math.exp(-fitHazard(world, row) * p.iterationLength)) findFit(world, row, time)
  calendar.schedule(time + p.iterationLength, EventKind.iterate, row)
}

function fitHazard(world: World, row: number): number {
  const { startups, parameters, customers } = world
  const p = parameters.startups
  const funded = startups.status[row] === Status.funded
  const neglect = Math.max(0, Math.min(1, 0.5 * (startups.technology[row] - startups.insight[row] - 1)))
  const market = (startups.practices[row] & Practice.market) !== 0 ? 1 + p.practiceEffect : 1
  return (
    p.fitRate *
    startups.fitAppeal[row] *
    (0.35 + 0.9 * customers.conversion[startups.industry[row]]) *
    (funded ? p.fitFunded * teamSpeed(world, row) : p.fitUnfunded) *
    p.fitDirection[startups.direction[row]] *
    p.fitModel[startups.businessModel[row]] *
    market *
    (1 - 0.4 * neglect)
  )
}

/** Speed of a team against the usual half dozen engineers. */
function teamSpeed(world: World, row: number): number {
  const { startups } = world
  const builders = startups.engineers[row] + 0.5 * startups.researchers[row]
  return Math.max(0.6, Math.min(1.4, Math.sqrt(Math.sqrt((builders + 1) / 7))))
}

function findFit(world: World, row: number, time: number): void {
  const { startups, customers, parameters } = world
  startups.fitMonth[row] = time
  if (customers.potentialUsd[startups.industry[row]] <= 0) return
  startups.firstRevenueMonth[row] = time
  const revenueUsd = sampleLogNormal(startups.sales(row), Math.log(parameters.startups.firstRevenue), 0.5)
  startups.arrUsd[row] = revenueUsd
  startups.logSize[row] = Math.log1p(revenueUsd * 1e-6)
  fineTune(world, row)
  refreshPull(world, row)
  startPlanning(world, row, time)
  wake(world, row, time)
  startups.peakArrUsd[row] = Math.max(startups.peakArrUsd[row], revenueUsd)
  startups.growth[row] = 0.7
  customers.vendors[startups.industry[row]].push(row)
}
