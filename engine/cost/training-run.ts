import { requirePositive } from './require-positive.ts'

/** How fast one accelerator really computes: its data-sheet peak and the share of it that training reaches. */
export interface TrainingSpeed {
  /** Dense peak of one accelerator in the training's number format, FLOP a second. */
  readonly peakFlopPerSecond: number
  /** Model FLOP utilisation: useful over peak FLOP, above 0 and at most 1; 0.3 to 0.45 is usual. */
  readonly utilisation: number
}

/** What an hour of one accelerator costs, all in. */
export interface GpuHourPrice {
  readonly usdPerGpuHour: number
  /** Storage, network, idle time and support, on top, as a share of the accelerators' bill: 0 for none. */
  readonly overheadShare: number
}

/** A training run to be priced. */
export interface TrainingRun extends TrainingSpeed, GpuHourPrice {
  /** Work to be done, FLOP; see `trainingFlop`. */
  readonly flop: number
  /** Accelerators that work side by side; it sets the duration, not the bill. */
  readonly gpuCount: number
}

/** What a training run takes. */
export interface TrainingRunPrice {
  readonly gpuHours: number
  readonly wallClockHours: number
  readonly costUsd: number
}

/**
 * Accelerator-hours that a training takes at a given speed.
 *
 * Throws: RangeError for arguments that are not positive and finite, or a utilisation above 1.
 * @example trainingGpuHours(3.6e18, { peakFlopPerSecond: 1e15, utilisation: 0.5 }) // => 2
 */
export function trainingGpuHours(flop: number, speed: TrainingSpeed): number {
  requirePositive('trainingGpuHours', 'flop', flop)
  return flop / flopPerGpuHour('trainingGpuHours', speed)
}

/**
 * Prices one clean training run: no failures, no repeats.
 *
 * Throws: RangeError for an argument out of its range (price and overhead may be 0).
 * @example priceTrainingRun({ flop: 3.6e18, peakFlopPerSecond: 1e15, utilisation: 0.5, gpuCount: 4, usdPerGpuHour: 3, overheadShare: 0.5 }) // => { gpuHours: 2, wallClockHours: 0.5, costUsd: 9 }
 */
export function priceTrainingRun(run: TrainingRun): TrainingRunPrice {
  requirePositive('priceTrainingRun', 'flop', run.flop)
  requirePositive('priceTrainingRun', 'gpuCount', run.gpuCount)
  requirePrice('priceTrainingRun', run)
  const gpuHours = run.flop / flopPerGpuHour('priceTrainingRun', run)
  return {
    gpuHours,
    wallClockHours: gpuHours / run.gpuCount,
    costUsd: gpuHours * run.usdPerGpuHour * (1 + run.overheadShare),
  }
}

/**
 * The FLOP that a sum of money buys: `priceTrainingRun` read backwards.
 *
 * Throws: RangeError for an argument out of its range; the price must be above 0, the budget at least 0.
 * @example affordableFlop(9, { peakFlopPerSecond: 1e15, utilisation: 0.5, usdPerGpuHour: 3, overheadShare: 0.5 }) // => 3.6e18
 */
export function affordableFlop(budgetUsd: number, price: TrainingSpeed & GpuHourPrice): number {
  if (!(budgetUsd >= 0 && budgetUsd < Infinity))
    throw new RangeError(`affordableFlop: budgetUsd must be at least 0 and finite, got ${budgetUsd}`)
  requirePositive('affordableFlop', 'usdPerGpuHour', price.usdPerGpuHour)
  requirePrice('affordableFlop', price)
  const gpuHours = budgetUsd / (price.usdPerGpuHour * (1 + price.overheadShare))
  return gpuHours * flopPerGpuHour('affordableFlop', price)
}

function flopPerGpuHour(caller: string, speed: TrainingSpeed): number {
  requirePositive(caller, 'peakFlopPerSecond', speed.peakFlopPerSecond)
  if (!(speed.utilisation > 0 && speed.utilisation <= 1))
    throw new RangeError(`${caller}: utilisation must be above 0 and at most 1, got ${speed.utilisation}`)
  return speed.peakFlopPerSecond * speed.utilisation * 3600
}

function requirePrice(caller: string, price: GpuHourPrice): void {
  for (const name of ['usdPerGpuHour', 'overheadShare'] as const)
    if (!(price[name] >= 0 && price[name] < Infinity))
      throw new RangeError(`${caller}: ${name} must be at least 0 and finite, got ${price[name]}`)
}
