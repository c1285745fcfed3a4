import { logNormalSpread } from './log-normal-spread.ts'
import type { Spread } from './spread.ts'

/** On what a step's time rests. */
export interface StepEvidence {
  /** True if the whole layout is given; otherwise part of it was searched or is typical. */
  readonly isLayoutGiven: boolean
  /** True if stages of a pipeline lie in different servers. */
  readonly hasStagesApart: boolean
  /** True if the fastest matrix product of the accelerator was measured. */
  readonly isMachineMeasured: boolean
  /** True if another accelerator stands for the one that is asked for. */
  readonly isRelative: boolean
  /** True if the program that ran the step is known; otherwise it is guessed from the layout and the year. */
  readonly isProgramKnown: boolean
}

/**
 * Standard deviations of the logarithm of measured over predicted step time, on the points of
 * `scenarios/data/throughput-benchmarks.jsonl`: such that eight points of ten lie within P10 and P90; that of
 * an unknown program such that as many do of `bigscience`, whose program is guessed worst, with `set` taken away (of all
 * points nine do; but the guesses were made on them: assumption, 0.05 to 0.2). The relative's is an assumption, 0.1 to
 * 0.3: few points have one.
 */
const deviations = {
  givenLayout: 0.08,
  searchedLayout: 0.13,
  stagesApart: 0.115,
  unmeasuredMachine: 0.06,
  relative: 0.2,
  unknownProgram: 0.1,
} as const

/** Standard deviation of the logarithm of a step's time, from what it rests on; independent causes add in squares. */
export function stepDeviation(evidence: StepEvidence): number {
  const { isLayoutGiven, hasStagesApart, isMachineMeasured, isRelative, isProgramKnown } = evidence
  const layout = isLayoutGiven ? deviations.givenLayout : deviations.searchedLayout
  const apart = hasStagesApart ? deviations.stagesApart : 0
  const machine = isMachineMeasured ? 0 : deviations.unmeasuredMachine
  const relative = isRelative ? deviations.relative : 0
  const program = isProgramKnown ? 0 : deviations.unknownProgram
  const sum = layout * layout + apart * apart + machine * machine + relative * relative
  return Math.sqrt(sum + program * program)
}

/**
 * The spread around an estimate of a step's time: its error is log-normal.
 *
 * Throws: RangeError unless `seconds` is positive and finite.
 * @example stepSpread(2, { isLayoutGiven: true, hasStagesApart: false, isMachineMeasured: true, isRelative: false, isProgramKnown: true }).p50 // => 2
 */
export function stepSpread(seconds: number, evidence: StepEvidence): Spread {
  if (!(seconds > 0 && seconds < Infinity))
    throw new RangeError(`stepSpread: seconds must be positive and finite, got ${seconds}`)
  return logNormalSpread(seconds, stepDeviation(evidence))
}
