import type { GateResult } from '../summarise/summary.ts'
import { cellWidth } from '../../scenarios/index.ts'
import { cutToWidth, padRight } from './pad-text.ts'
import { say } from './messages.ts'
import type { Colour } from './paint.ts'
import { renderShareEstimate, renderUsdEstimate } from './render-estimate.ts'
import type { Style } from './style.ts'

const marks = {
  pass: { unicode: '✓', ascii: 'ok  ', colour: 'green' },
  fail: { unicode: '✗', ascii: 'FAIL', colour: 'red' },
  open: { unicode: '?', ascii: '?   ', colour: 'yellow' },
} as const satisfies Readonly<Record<string, { unicode: string; ascii: string; colour: Colour }>>

const stateOf = ({ pass }: GateResult): keyof typeof marks => {
  if (pass === null) return 'open'
  return pass ? 'pass' : 'fail'
}

const measuredText = (gate: GateResult, style: Style): string => {
  if (gate.pass === null) return say(style.lang, 'gates.unknown')
  const { estimate, interval } =
    gate.unit === 'usd' ? renderUsdEstimate(gate, style.lang) : renderShareEstimate(gate)
  return `${estimate}  (${interval})`
}

const claimWidth = 36

/** One gate: mark, claim and what was measured, on two lines where one is too short. */
const drawGate = (gate: GateResult, style: Style): readonly string[] => {
  const { unicode, ascii, colour } = marks[stateOf(gate)]
  const mark = `  ${style.paint(colour, style.ascii ? ascii : unicode)} `
  const claim = gate.text.replaceAll('≤', '<=').replaceAll('≥', '>=')
  const measured = measuredText(gate, style)
  const line = `${mark}${padRight(claim, claimWidth)} ${measured}`
  if (cellWidth(line) <= style.width) return [line]
  return [mark + cutToWidth(claim, style.width - cellWidth(mark)), `      ${measured}`]
}

/** The scenario's claims, judged. Nothing if there are none. */
export const drawGates = (gates: readonly GateResult[], style: Style): readonly string[] =>
  gates.length === 0
    ? []
    : [style.paint('bold', say(style.lang, 'gates.title')), ...gates.flatMap((gate) => drawGate(gate, style))]
