import type { GateResult } from '../summarise/summary.ts'
import { cutToWidth, padRight } from './cell-width.ts'
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

const claimWidth = 38

/** One line a gate: mark, claim, what was measured. Nothing if there are no gates. */
export const drawGates = (gates: readonly GateResult[], style: Style): readonly string[] => {
  if (gates.length === 0) return []
  const lines = gates.map((gate) => {
    const { unicode, ascii, colour } = marks[stateOf(gate)]
    const mark = style.ascii ? ascii : unicode
    const text = gate.text.replaceAll('≤', '<=').replaceAll('≥', '>=')
    const claim = padRight(cutToWidth(text, Math.max(10, style.width - 36)), claimWidth)
    return `  ${style.paint(colour, mark)} ${claim} ${measuredText(gate, style)}`
  })
  return [style.paint('bold', say(style.lang, 'gates.title')), ...lines]
}
