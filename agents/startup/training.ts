import { priceTrainingRun, trainingFlop } from '../../engine/cost/index.ts'
import { power } from '../../engine/random/index.ts'
import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { Practice, Status } from './startups.ts'

/** Tokens for each parameter of a compute-optimal run. Source: Hoffmann et al., Training Compute-Optimal Large Language Models (2022). */
const tokensPerParameter = 20
const log10e = 1 / Math.log(10)

/** FLOP/s for a dollar against month 0: better hardware comes with time. */
function hardwareGain(world: World, time: number): number {
  return power(2, time / world.parameters.compute.performanceDoubling)
}

/**
 * A training run starts: the largest compute-optimal model that the training fund buys at today's price. It is paid at
 * the start; GPUs are busy for about the training length.
 */
export function startTraining(world: World, row: number, time: number): void {
  const { startups, compute, ledger, parameters, recorder } = world
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
  const p = parameters.compute
  const peakFlops = p.peakFlops * hardwareGain(world, time)
  const flop = (fundUsd / compute.priceUsd) * 3600 * peakFlops * p.utilisation
  const modelParameters = Math.sqrt(flop / (6 * tokensPerParameter))
  const lengthMonths = p.trainingLength * (0.5 + startups.trainings(row).next())
  const bill = priceTrainingRun({
    flop: trainingFlop(modelParameters, tokensPerParameter * modelParameters),
    peakFlopPerSecond: peakFlops,
    utilisation: p.utilisation,
    gpuCount: Math.max(1, Math.round(fundUsd / compute.priceUsd / (730 * lengthMonths))),
    usdPerGpuHour: compute.priceUsd,
    overheadShare: 0,
  })
  ledger.transfer(account, Account.computeProviders, Math.min(bill.costUsd, ledger.balanceUsd(account)))
  compute.use(bill.gpuHours)
  if (time >= 0) startups.gpuHours[row] += bill.gpuHours
  recorder.addCompute(time, bill.gpuHours, bill.costUsd)
  recorder.addCosts(time, bill.costUsd)
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
