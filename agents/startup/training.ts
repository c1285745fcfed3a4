import { power, sampleStandardNormal } from '../../engine/random/index.ts'
import { hoursPerMonth } from '../compute/compute-market.ts'
import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { Practice, Status } from './startups.ts'

const log10e = 1 / Math.log(10)

/** Runs of the same work have up to so many times more or fewer GPUs than is usual: see `typicalAccelerators`. */
const logScatter = Math.log(2.8)

/** FLOP/s for a dollar against month 0: better hardware comes with time. */
function hardwareGain(world: World, time: number): number {
  return power(2, time / world.parameters.compute.performanceDoubling)
}

/**
 * A training run starts: the largest compute-optimal model that the training fund is expected to buy at today's price.
 * It is paid at the start, and what the cost model errs by makes the model larger or smaller, not the bill. It takes
 * the days that runs of so many GPU-hours usually take, or more or fewer with more or fewer GPUs.
 *
 * Draws: one uniform and one normal from the startup's `training` stream.
 */
export function startTraining(world: World, row: number, time: number): void {
  const { startups, compute, training, ledger, recorder } = world
  if (startups.status[row] !== Status.funded) {
    startups.training[row] = 0
    return
  }
  const account = ledger.startupAccount(row)
  const fundUsd = compute.served * Math.min(startups.trainingFundUsd[row], 0.4 * ledger.balanceUsd(account))
  if (!(fundUsd > 1000)) {
    startups.training[row] = 0
    return
  }
  const stream = startups.trainings(row)
  const patience = Math.exp(logScatter * (2 * stream.next() - 1))
  const error = training.logDeviation * sampleStandardNormal(stream)
  const gpuHours = fundUsd / compute.priceUsd
  const flop = training.flop(gpuHours * hardwareGain(world, time) * Math.exp(error))
  const lengthMonths = (patience * 24 * training.wallDays(gpuHours)) / hoursPerMonth
  ledger.transfer(account, Account.computeProviders, fundUsd)
  compute.use(gpuHours)
  if (time >= 0) startups.gpuHours[row] += gpuHours
  recorder.addCompute(time, gpuHours, fundUsd)
  recorder.addCosts(time, fundUsd)
  startups.trainingFundUsd[row] -= fundUsd
  world.calendar.schedule(time + lengthMonths, EventKind.endTraining, row, flop)
}

/** A run ends: with luck and skill the startup has a model of its own, as able as its effective compute. */
export function endTraining(world: World, row: number, flop: number, time: number): void {
  const { startups, parameters } = world
  startups.training[row] = 0
  const draw = startups.trainings(row).next()
  if (startups.status[row] === Status.ended) return
  const p = parameters.compute
  const careful =
    (startups.practices[row] & Practice.technical) !== 0
      ? Math.max(0, 1 - 3 * parameters.startups.practiceEffect)
      : 1
  const failure = Math.min(0.9, p.trainingFailure * careful * Math.exp(-0.5 * startups.technology[row]))
  if (draw < failure) {
    startups.failedTrainings[row] = Math.min(100, startups.failedTrainings[row] + 1)
    return
  }
  const physical = Math.log(flop / p.frontierFlop) * log10e
  const algorithms = (Math.log(2) * log10e * time) / p.algorithmDoubling
  startups.capability[row] = Math.max(startups.capability[row], physical + algorithms)
}
