import { describe, expect, test } from 'vitest'
import { makeModel } from '../../agents/index.ts'
import { referenceMachine } from '../../agents/compute/reference-machine.ts'
import { trainingTableOf } from '../../agents/compute/training-table-of.ts'
import { assembleWorld } from '../../agents/market/assemble-world.ts'
import { EventKind } from '../../agents/market/events.ts'
import { Account } from '../../agents/market/ledger.ts'
import type { World } from '../../agents/market/world.ts'
import { Status } from '../../agents/startup/startups.ts'
import { endTraining, startTraining } from '../../agents/startup/training.ts'
import { estimateTraining, typicalTransformer } from '../../engine/cost/index.ts'
import { Calendar } from '../../engine/kernel/index.ts'
import { makeStream, sampleStandardNormal } from '../../engine/random/index.ts'
import { replicate } from '../../engine/study/index.ts'
import type { Parameters } from '../../scenarios/index.ts'
import { defaultScenario, meanOf } from './default-scenario.ts'

type Compute = Partial<Parameters['compute']>
const defaults = defaultScenario().parameters.compute

/** A world at month 0 with nothing in it but GPUs. */
function emptyWorld(compute: Compute = {}): World {
  const { parameters } = defaultScenario({
    compute: { trainingFailure: 0, ...compute },
    world: { burnIn: 0 },
  })
  const inputs = { parameters, company: null, shocks: [], horizonMonths: 120, panel: false }
  const world = assembleWorld(inputs, 1, 1, new Calendar())
  world.calendar.clear(0)
  return world
}

/** A funded startup that spends a fund on one run; the run's work and months. */
function train(world: World, label: string, fundUsd: number, time = 0): { flop: number; months: number } {
  const { startups, ledger, calendar } = world
  const row = startups.add(label)
  ledger.reserve(startups.count)
  ledger.transfer(Account.outside, ledger.startupAccount(row), 3 * fundUsd)
  startups.status[row] = Status.funded
  startups.capability[row] = Number.NEGATIVE_INFINITY
  startups.trainingFundUsd[row] = fundUsd
  startTraining(world, row, time)
  expect(calendar.next()).toBe(true)
  expect(calendar.eventKind).toBe(EventKind.endTraining)
  const [flop, months] = [calendar.eventArgument, calendar.eventTime - time]
  calendar.clear(0)
  return { flop, months }
}

/** What the cost model says of a compute-optimal run on the machine of month 0. */
function estimate(flop: number) {
  const parameters = Math.sqrt(flop / 120)
  return estimateTraining({
    transformer: typicalTransformer({ parameters, sequenceLength: 4096, year: 2025 }),
    tokens: 20 * parameters,
    workFactor: 1,
    accelerator: referenceMachine(defaults),
    isRelative: false,
    precision: 'bf16',
    year: 2025,
  })
}

describe('a training run', () => {
  test('takes the GPU-hours of the cost model, within 3 % at the median and 12 % always', () => {
    const world = emptyWorld()
    const errors = Array.from({ length: 40 }, (_, i) => {
      const hours = 1000 * Math.exp(i / 4)
      const { flop } = train(world, `s${i}`, hours * world.compute.priceUsd)
      const stream = makeStream(1, 1, `ts${i}`)
      stream.next()
      const luck = Math.exp(world.training.logDeviation * sampleStandardNormal(stream))
      return Math.abs(estimate(flop).gpuHours.p50 / (hours * luck) - 1)
    }).toSorted((a, b) => a - b)
    expect(errors[19]).toBeLessThan(0.03)
    expect(errors[39]).toBeLessThan(0.12)
  })

  // 1,000 runs: the mean of the logarithm has a standard error of 0.3 / sqrt(1000) = 0.0095, six of which are 0.057;
  // its deviation has one of 2.2 %, six of which are 13 %.
  test('is as uncertain as the cost model says, in its work and not in its bill', () => {
    const world = emptyWorld()
    const logs = Array.from({ length: 1000 }, (_, i) =>
      Math.log(train(world, `s${i}`, 1e5 * world.compute.priceUsd).flop / world.training.flop(1e5)),
    )
    const mean = meanOf(logs)
    const deviation = Math.sqrt(meanOf(logs.map((log) => (log - mean) * (log - mean))))
    expect(Math.abs(mean)).toBeLessThan(0.057)
    expect(deviation / world.training.logDeviation).toBeGreaterThan(0.85)
    expect(deviation / world.training.logDeviation).toBeLessThan(1.15)
    const spentUsd = world.ledger.balanceUsd(Account.computeProviders)
    expect(spentUsd).toBeCloseTo(1000 * 1e5 * world.compute.priceUsd, 0)
    expect(world.compute.startupHours).toBeCloseTo(1e8, 0)
    expect(world.ledger.imbalanceUsd()).toBe(0)
  })

  test('lasts the days of the cost model, times or over 2.8', () => {
    const world = emptyWorld()
    const { gpuHours, wallDays } = estimate(1e23)
    const ratios = Array.from({ length: 200 }, (_, i) => {
      const { months } = train(world, `s${i}`, gpuHours.p50 * world.compute.priceUsd)
      return (months * 730) / 24 / wallDays.p50
    })
    expect(Math.min(...ratios)).toBeGreaterThan(0.99 / 2.8)
    expect(Math.min(...ratios)).toBeLessThan(0.5)
    expect(Math.max(...ratios)).toBeGreaterThan(2)
    expect(Math.max(...ratios)).toBeLessThan(1.01 * 2.8)
  })

  test('does twice the work for the same hours once hardware has doubled', () => {
    const [now, later] = [0, defaults.performanceDoubling].map((time) => train(emptyWorld(), 's', 1e6, time))
    const doubled = trainingTableOf(defaults)
    expect(doubled.gpuHours(later.flop) / doubled.gpuHours(now.flop)).toBeCloseTo(2, 9)
    expect(later.months).toBeCloseTo(now.months, 9)
  })

  test.each<readonly [string, Compute]>([
    ['a machine half as fast', { peakFlops: 494.7e12 }],
    ['slower matrix products', { matmulShare: 0.5 }],
    ['slower memory', { gpuMemoryBandwidth: 335e9 }],
    ['a slow network between servers', { scaleOutBandwidth: 1.5625e9 }],
    ['a slow fabric in the server', { scaleUpBandwidth: 25e9 }],
    ['GPUs without a fabric', { scaleUpDomain: 1 }],
    ['little memory', { gpuMemory: 16e9 }],
    ['programs of 2021', { softwareYear: 2021 }],
  ])('%s makes a less able model of the same money, with the same draws', (_what, compute) => {
    const [usual, slow] = [emptyWorld(), emptyWorld(compute)].map((world) => {
      const { flop } = train(world, 's', 2e6)
      endTraining(world, 0, flop, 0)
      return { able: world.startups.capability[0], next: world.startups.trainings(0).next() }
    })
    expect(slow.able).toBeLessThan(usual.able - 0.01)
    expect(slow.next).toBe(usual.next)
  })
})

test('markets with the same machine share a table, whatever else differs', () => {
  const table = trainingTableOf(defaults)
  expect(trainingTableOf({ ...defaults, startPrice: 9 })).toBe(table)
  expect(trainingTableOf({ ...defaults, peakFlops: 1e15 })).not.toBe(table)
  expect(trainingTableOf({ ...defaults, softwareYear: 2024 })).not.toBe(table)
  expect(emptyWorld().training).toBe(trainingTableOf(defaults))
})

// About 1,000 training runs a side, whose work scatters by a factor of 5: the mean of the logarithm is known to 0.1.
test('in a market whose machines are a tenth as fast, training runs do a tenth of the work', () => {
  const meanLogWork = (compute: Compute): number => {
    const works: number[] = []
    const model = makeModel(defaultScenario({ compute: { ...defaults, ...compute } }, { horizonMonths: 60 }))
    for (let run = 1; run <= 4; run++)
      replicate(model, 1, run, new Calendar(), (_time, kind, _agent, flop) => {
        if (kind === EventKind.endTraining) works.push(Math.log10(flop))
      })
    expect(works.length).toBeGreaterThan(500)
    return meanOf(works)
  }
  const slow = {
    peakFlops: 98.94e12,
    gpuMemoryBandwidth: 335e9,
    scaleUpBandwidth: 45e9,
    scaleOutBandwidth: 5e9,
  }
  expect(meanLogWork({}) - meanLogWork(slow)).toBeGreaterThan(0.7)
  expect(meanLogWork({}) - meanLogWork(slow)).toBeLessThan(1.3)
})
