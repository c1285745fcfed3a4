import { sampleCategorical } from '../../engine/random/index.ts'
import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'
import { fineTune } from './fine-tune.ts'
import { plannedComputeUsd } from './planned-compute.ts'
import { Status } from './startups.ts'

const quarter = 3
const smallestTrainingUsd = 150e3
const smallestReservationUsd = 60e3

/**
 * A quarterly plan: adopt the latest open weights, train, commit to compute, or pivot when no fit was found for long
 * (as the book's AIInsight did, 8.3).
 *
 * Draws: two uniforms from the startup's `training` stream (a categorical more at a pivot).
 */
export function plan(world: World, row: number, time: number): void {
  const { startups, calendar } = world
  if (startups.status[row] === Status.ended) return
  fineTune(world, row)
  if (startups.status[row] === Status.funded) {
    const stream = startups.trainings(row)
    const reserveDraw = stream.next32()
    const pivotDraw = stream.next32()
    considerTraining(world, row, time)
    considerReservation(world, row, reserveDraw, time)
    considerPivot(world, row, pivotDraw, time)
  }
  calendar.schedule(time + quarter, EventKind.plan, row)
}

/** Plans begin with the first money or the first customers. */
export function startPlanning(world: World, row: number, time: number): void {
  const { startups, calendar } = world
  if (startups.planning[row] === 1) return
  startups.planning[row] = 1
  calendar.schedule(time + quarter, EventKind.plan, row)
}

function considerTraining(world: World, row: number, time: number): void {
  const { startups, compute, calendar } = world
  const enough = Math.max(smallestTrainingUsd, quarter * plannedComputeUsd(world, row))
  if (startups.training[row] !== 0 || startups.trainingFundUsd[row] < enough) return
  startups.training[row] = 1
  calendar.schedule(time + compute.leadMonths, EventKind.startTraining, row)
}

/** A year of compute at a discount, to be paid whatever happens. */
function considerReservation(world: World, row: number, draw: number, time: number): void {
  const { startups, compute, parameters } = world
  const p = parameters.compute
  // Providers commit to nothing that they cannot serve.
  if (compute.served < 0.9) return
  const monthlyUsd = 0.6 * plannedComputeUsd(world, row)
  if (monthlyUsd < smallestReservationUsd || time < startups.reservedUntil[row] || draw >= p.reservedChance)
    return
  startups.reservedUsd[row] = monthlyUsd
  startups.reservedUntil[row] = time + 12
  startups.reservedHours[row] = monthlyUsd / (compute.priceUsd * (1 - p.reservedDiscount))
}

function considerPivot(world: World, row: number, draw: number, time: number): void {
  const { startups, parameters } = world
  const p = parameters.startups
  if (startups.fitMonth[row] === startups.fitMonth[row]) return
  const since =
    time - Math.max(startups.founded[row] + p.pivotAge * startups.pivots[row], startups.founded[row])
  const chance = p.pivotChance * Math.exp(0.3 * startups.insight[row])
  if (since < p.pivotAge || draw >= chance) return
  startups.pivots[row] = Math.min(100, startups.pivots[row] + 1)
  startups.industry[row] = sampleCategorical(startups.trainings(row), world.customers.promise())
}
