import type { Gate } from '../../scenarios/index.ts'
import { unknownEstimate } from './interval.ts'
import type { Estimate, GateResult, Summary, VerdictKey } from './summary.ts'

const verdictKeyOf: Readonly<Record<string, VerdictKey>> = {
  gold_mine: 'goldMine',
  productive_bubble: 'productiveBubble',
  barren_bubble: 'barrenBubble',
  dud: 'dud',
}

/** The share of runs with a verdict, under the name that scenario files use. */
export const verdictShare = (
  verdict: Readonly<Record<VerdictKey, Estimate>>,
  name: Extract<Gate['metric'], { kind: 'verdict' }>['verdict'],
): Estimate => verdict[verdictKeyOf[name]]

const holds: Readonly<Record<Gate['comparison'], (value: number, threshold: number) => boolean>> = {
  '<': (value, threshold) => value < threshold,
  '<=': (value, threshold) => value <= threshold,
  '>': (value, threshold) => value > threshold,
  '>=': (value, threshold) => value >= threshold,
}

const unitOf = ({ metric }: Gate): GateResult['unit'] => (metric.kind === 'value' ? 'usd' : 'share')

/** Judges a gate by the estimate itself; the interval is shown beside it. */
export const judgeGate = (gate: Gate, measured: Estimate): GateResult => ({
  text: gate.text,
  pass: measured.estimate === null ? null : holds[gate.comparison](measured.estimate, gate.threshold),
  estimate: measured.estimate,
  low: measured.low,
  high: measured.high,
  unit: unitOf(gate),
})

/**
 * The verdicts on a list of gates, as the summary holds them. A gate that the study was not run with, and so did not
 * measure, has `pass` null.
 */
export const evaluateGates = (gates: readonly Gate[], summary: Summary): readonly GateResult[] =>
  gates.map(
    (gate) => summary.gates.find((result) => result.text === gate.text) ?? judgeGate(gate, unknownEstimate),
  )
