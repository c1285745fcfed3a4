import type { ExitSplit, ExitTerms } from '../exit/exit-terms.ts'
import { makeExitSplit, plainSale } from '../exit/make-exit-split.ts'
import type { CapTable } from '../table/cap-table.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * What each class gets at an exit as a function of its price: straight lines between breakpoints. Every method that
 * values classes by their payouts reads this.
 *
 * Shape: line `s` of class `c` holds from `fromUsd[s]` to the next breakpoint, and is intercept + slope × price with
 * both at `c * capacity + s`. Classes are common, the rights, the series, the convertibles, and last what goes to
 * lenders, costs and management. The owner makes it once; `drawPayouts` overwrites it and grows it when needed.
 */
export class PayoutLines {
  lineCount = 0
  classCount = 0
  capacity = 0
  fromUsd = new Float64Array(0)
  intercepts = new Float64Array(0)
  slopes = new Float64Array(0)
  /** Values of a common share at which a claim turns, while the lines are drawn. */
  turnsUsd = new Float64Array(0)
  readonly exit: Writable<ExitTerms> = { ...plainSale }
  readonly split: ExitSplit = makeExitSplit()

  /** What a class gets at an exit price that line `s` covers. */
  payoutUsd(ofClass: number, s: number, priceUsd: number): number {
    const at = ofClass * this.capacity + s
    return this.intercepts[at] + this.slopes[at] * priceUsd
  }
}

/** How many classes the lines of a table have. */
export function countClasses(table: CapTable): number {
  return 2 + table.rights.length + table.series.length + table.convertibles.length
}

/** Makes room for so many classes and lines, and sets `classCount` and `lineCount`. */
export function fitLines(into: PayoutLines, classCount: number, lineCount: number): void {
  const isLarge = lineCount <= into.capacity && classCount * into.capacity <= into.slopes.length
  into.lineCount = lineCount
  into.classCount = classCount
  if (isLarge) return
  into.capacity = Math.max(into.capacity, 2 * lineCount)
  into.fromUsd = new Float64Array(into.capacity)
  into.turnsUsd = new Float64Array(into.capacity)
  into.intercepts = new Float64Array(2 * classCount * into.capacity)
  into.slopes = new Float64Array(2 * classCount * into.capacity)
}

/** Takes over all terms but the price. */
export function copyTerms(from: ExitTerms, to: Writable<ExitTerms>): void {
  to.kind = from.kind
  to.debtUsd = from.debtUsd
  to.costsUsd = from.costsUsd
  to.costsShare = from.costsShare
  to.carveOutShare = from.carveOutShare
  to.carveOutMostUsd = from.carveOutMostUsd
}

/** Puts the split's payouts where the line's slopes (at its second point) or intercepts (at its first) will be. */
export function readSplit(
  { split, capacity, intercepts, slopes }: PayoutLines,
  s: number,
  isSecond: boolean,
): void {
  const column = isSecond ? slopes : intercepts
  const { rightsUsd, seriesUsd, convertiblesUsd } = split
  let at = s
  column[at] = split.commonUsd
  for (let i = 0; i < rightsUsd.length; i++) column[(at += capacity)] = rightsUsd[i]
  for (let i = 0; i < seriesUsd.length; i++) column[(at += capacity)] = seriesUsd[i]
  for (let i = 0; i < convertiblesUsd.length; i++) column[(at += capacity)] = convertiblesUsd[i]
  column[at + capacity] = split.debtUsd + split.costsUsd + split.carveOutUsd
}

/** The breakpoint at which a line ends; Infinity for the last. */
export function nextBreakpointUsd(lines: PayoutLines, s: number): number {
  return s + 1 < lines.lineCount ? lines.fromUsd[s + 1] : Infinity
}
