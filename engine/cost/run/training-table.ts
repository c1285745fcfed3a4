import { normalQuantile } from '../../statistics/index.ts'
import type { Accelerator } from '../plan/accelerator.ts'
import { countParameters } from '../plan/parameter-count.ts'
import { typicalTransformer } from '../plan/typical-transformer.ts'
import { requirePositive } from '../require-positive.ts'
import { trainingFlop } from '../training-flop.ts'
import { estimateTraining } from './estimate-training.ts'
import type { TrainingEstimate } from './training-estimate.ts'

/** Tokens for each weight of a compute-optimal run. Source: Hoffmann et al. 2022, arXiv 2203.15556. */
const tokensPerParameter = 20

/** Tokens of a training sequence. Assumption, 2,048 to 8,192: what most published runs since 2023 have. */
const sequenceLength = 4096

/** Work of the runs in the table: from models of a billion weights to about the largest of 2024. */
const works = [1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26]

/** A tenth of the work takes a third of the hours at most, whatever odd layout was found for it. */
const leastGrowth = 0.5 * Math.log(10)

/** Logarithm of days for each unit of that of hours beyond the table: `typicalAccelerators` grows as their root. */
const dayGrowth = 0.5

/** The estimate of a compute-optimal run, whose model is dense and of usual shape, and its exact work. */
function estimateOptimal(flop: number, accelerator: Accelerator, year: number): [number, TrainingEstimate] {
  const transformer = typicalTransformer({
    parameters: Math.sqrt(flop / (6 * tokensPerParameter)),
    sequenceLength,
    year,
  })
  const parameters = countParameters(transformer)
  const tokens = tokensPerParameter * parameters
  const precision = accelerator.matmulFlopPerSecond.bf16 > 0 ? 'bf16' : 'fp16'
  const request = { transformer, tokens, workFactor: 1, accelerator, isRelative: false, year }
  return [trainingFlop(parameters, tokens), estimateTraining({ ...request, precision })]
}

/** Value at `x` of the line through points in ascending order, which goes on with a slope beyond them. */
function follow(xs: Float64Array, ys: Float64Array, slope: number, x: number): number {
  const last = xs.length - 1
  if (x <= xs[0]) return ys[0] + slope * (x - xs[0])
  if (x >= xs[last]) return ys[last] + slope * (x - xs[last])
  let above = 1
  while (xs[above] < x) above++
  const share = (x - xs[above - 1]) / (xs[above] - xs[above - 1])
  return ys[above - 1] + share * (ys[above] - ys[above - 1])
}

/**
 * What compute-optimal training runs of any size take on one machine, for a caller that prices thousands: seven
 * estimates of whole runs, and lines through their logarithms. Choose `estimateTraining` for a run that is known
 * better.
 *
 * Between the seven the estimate itself goes in steps, since batches and accelerator counts are powers of two; the
 * lines leave it by 2 % at the median and 9 % at most. Beyond them utilisation stays what it is at the end.
 *
 * Units: `flop` is 6 · weights · tokens, as published; hours are billed, days are calendar days.
 * Throws: RangeError for work and hours that are not positive and finite.
 */
export class TrainingTable {
  /** Standard deviation of the logarithm of a run's hours around the estimate. */
  readonly logDeviation: number
  readonly #flop = new Float64Array(works.length)
  readonly #hours = new Float64Array(works.length)
  readonly #days = new Float64Array(works.length)

  /** Units: `year` of the programs and of the machines' failures, with a fraction. */
  constructor(accelerator: Accelerator, year: number) {
    let highest = Infinity
    let deviation = 0
    for (let i = works.length - 1; i >= 0; i--) {
      const [flop, { gpuHours, wallDays }] = estimateOptimal(works[i], accelerator, year)
      this.#flop[i] = Math.log(flop)
      this.#hours[i] = Math.min(highest, Math.log(gpuHours.p50))
      this.#days[i] = Math.log(wallDays.p50)
      highest = this.#hours[i] - leastGrowth
      deviation = Math.log(gpuHours.p90 / gpuHours.p50) / normalQuantile(0.9)
    }
    this.logDeviation = deviation
  }

  /** Accelerator-hours that a run of some work is expected to be billed. */
  gpuHours(flop: number): number {
    requirePositive('TrainingTable.gpuHours', 'flop', flop)
    return Math.exp(follow(this.#flop, this.#hours, 1, Math.log(flop)))
  }

  /** Work that accelerator-hours are expected to do: `gpuHours` read backwards. */
  flop(gpuHours: number): number {
    requirePositive('TrainingTable.flop', 'gpuHours', gpuHours)
    return Math.exp(follow(this.#hours, this.#flop, 1, Math.log(gpuHours)))
  }

  /** Days that a run of so many hours takes on as many accelerators as are usual. */
  wallDays(gpuHours: number): number {
    requirePositive('TrainingTable.wallDays', 'gpuHours', gpuHours)
    return Math.exp(follow(this.#hours, this.#days, dayGrowth, Math.log(gpuHours)))
  }
}
