import type { Spread } from './spread.ts'

/** On what a step's time rests. */
export interface StepEvidence {
  /** True if the whole layout is given; otherwise part of it was searched or is typical. */
  readonly isLayoutGiven: boolean
  /** True if the fastest matrix product of the accelerator was measured. */
  readonly isMachineMeasured: boolean
  /** True if another accelerator stands for the one that is asked for. */
  readonly isRelative: boolean
}

/** Normal deviation that nine in ten stay below. */
const ninetieth = 1.2815515655446004

/** Standard deviations of the logarithm of measured over predicted step time. */
const deviations = {
  givenLayout: 0.09,
  searchedLayout: 0.25,
  unmeasuredMachine: 0.1,
  relative: 0.2,
} as const

/** Standard deviation of the logarithm of a step's time, from what it rests on; independent causes add in squares. */
export function stepDeviation({ isLayoutGiven, isMachineMeasured, isRelative }: StepEvidence): number {
  const layout = isLayoutGiven ? deviations.givenLayout : deviations.searchedLayout
  const machine = isMachineMeasured ? 0 : deviations.unmeasuredMachine
  const relative = isRelative ? deviations.relative : 0
  return Math.sqrt(layout * layout + machine * machine + relative * relative)
}

/**
 * The spread around an estimate of a step's time: its error is log-normal.
 *
 * Throws: RangeError unless `seconds` is positive and finite.
 * @example stepSpread(2, { isLayoutGiven: true, isMachineMeasured: true, isRelative: false }).p50 // => 2
 */
export function stepSpread(seconds: number, evidence: StepEvidence): Spread {
  if (!(seconds > 0 && seconds < Infinity))
    throw new RangeError(`stepSpread: seconds must be positive and finite, got ${seconds}`)
  const factor = Math.exp(ninetieth * stepDeviation(evidence))
  return { p10: seconds / factor, p50: seconds, p90: seconds * factor }
}
