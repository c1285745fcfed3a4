import type { ExitTerms } from '../exit/exit-terms.ts'
import { splitExit } from '../exit/split-exit.ts'
import type { CapTable } from '../table/cap-table.ts'
import { copyTerms, countClasses, fitLines, readSplit, type PayoutLines } from './payout-lines.ts'

/**
 * Draws the payouts of all classes of a table at exits on given terms, whatever their price. Each line is measured
 * inside its own stretch, so that a payout may jump at a breakpoint, as it can where SAFEs choose.
 *
 * Shape: `breakpointsUsd` rise strictly from 0; overwrites `into` and allocates only to grow it.
 * Throws: as `splitExit`.
 */
export function drawPayouts(
  table: CapTable,
  exit: ExitTerms,
  breakpointsUsd: readonly number[],
  into: PayoutLines,
): void {
  fitLines(into, countClasses(table), breakpointsUsd.length)
  copyTerms(exit, into.exit)
  for (let s = 0; s < breakpointsUsd.length; s++) {
    const from = breakpointsUsd[s]
    const width = s + 1 < breakpointsUsd.length ? breakpointsUsd[s + 1] - from : Math.max(from, 1)
    into.fromUsd[s] = from
    splitAt(table, from + 0.25 * width, into)
    readSplit(into, s, false)
    splitAt(table, from + 0.75 * width, into)
    readSplit(into, s, true)
    straighten(into, s, from + 0.25 * width, 0.5 * width)
  }
}

function splitAt(table: CapTable, priceUsd: number, into: PayoutLines): void {
  into.exit.priceUsd = priceUsd
  splitExit(table, into.exit, into.split)
}

/** Turns payouts at two prices into intercept and slope. */
function straighten(
  { classCount, capacity, intercepts, slopes }: PayoutLines,
  s: number,
  x: number,
  run: number,
): void {
  for (let c = 0; c < classCount; c++) {
    const at = c * capacity + s
    slopes[at] = (slopes[at] - intercepts[at]) / run
    intercepts[at] -= slopes[at] * x
  }
}
