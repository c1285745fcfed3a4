import type { Accelerator } from '../plan/accelerator.ts'

/** What a published run is known by, before anything is measured. */
export interface Practice {
  readonly accelerator: Accelerator
  readonly acceleratorCount: number
  readonly activeParameters: number
}

/**
 * What the model of whole runs was fitted to: three numbers for all runs there are. They stand for what no plan tells:
 * layouts that were not tuned, input that was late, jitter, failures, evaluations, steps done again.
 */
export interface PracticeCoefficients {
  /** Logarithm of published over planned hours, at 256 accelerators and 20 billion weights. */
  readonly common: number
  /** Added for each unit of the logarithm of accelerators over 256. */
  readonly perCount: number
  /** Added, on machines with 8-bit floats, for each unit of the logarithm of active weights over 20 billion. */
  readonly perSizeOnNewMachine: number
  /** Standard deviation of the logarithm of published over predicted hours, families left out of the fit. */
  readonly logDeviation: number
}

/** Fitted by `bench/cost/fit-practice.mjs` to tiers A and B of `scenarios/data/training-runs.json`. */
export const practiceCoefficients: PracticeCoefficients = {
  common: 0.35,
  perCount: 0.04,
  perSizeOnNewMachine: -0.14,
  logDeviation: 0.27,
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/**
 * Hours of a published run over those of the best layout's steps: 1.4 is usual, more for many accelerators and
 * for small models on machines that outrun the programs of their first years.
 *
 * Source: fitted, see `PracticeCoefficients`; ranges of `engine/cost/README.md`.
 */
export function practiceOf(
  { accelerator, acceleratorCount, activeParameters }: Practice,
  k: PracticeCoefficients = practiceCoefficients,
): number {
  const isNewMachine = accelerator.peakFlopPerSecond.fp8 > 0
  const size = Math.log(clamp(activeParameters, 5e8, 7e10) / 2e10)
  return Math.exp(
    k.common +
      k.perCount * Math.log(clamp(acceleratorCount, 1, 1e6) / 256) +
      (isNewMachine ? k.perSizeOnNewMachine * size : 0),
  )
}
