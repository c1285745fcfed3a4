import type { ContractModel } from './contract-model.ts'
import { nextBreakpointUsd, type PayoutLines } from './payout-lines.ts'

/**
 * Stretches of exit prices on which all payouts are straight and the probability of a listing is straight in the
 * logarithm of the price: base + perLog × ln(price).
 *
 * Shape: one entry a stretch in each column, prices rising from 0 (a logarithm of -Infinity) to Infinity. Overwritten
 * by `mergeSegments`, which grows it when needed.
 */
export class ContractSegments {
  count = 0
  /** Price where the stretch begins, and its logarithm. */
  fromLog = new Float64Array(0)
  fromUsd = new Float64Array(0)
  saleLine = new Int32Array(0)
  listingLine = new Int32Array(0)
  base = new Float64Array(0)
  perLog = new Float64Array(0)
}

/**
 * Cuts exit prices at the breakpoints of a sale and of a listing, at the knots of the listing's probability, and at the
 * price below which a series vetoes a listing.
 */
export function mergeSegments(
  sale: PayoutLines,
  listing: PayoutLines,
  model: ContractModel,
  vetoBelowUsd: number,
  into: ContractSegments,
): void {
  fit(into, sale.lineCount + listing.lineCount + model.listing.length + 2)
  let saleLine = 0
  let listingLine = 0
  let knot = 0
  let count = 0
  let fromUsd = 0
  while (fromUsd < Infinity) {
    while (saleLine + 1 < sale.lineCount && sale.fromUsd[saleLine + 1] <= fromUsd) saleLine++
    while (listingLine + 1 < listing.lineCount && listing.fromUsd[listingLine + 1] <= fromUsd) listingLine++
    while (knot < model.listing.length && model.listing[knot].priceUsd <= fromUsd) knot++
    into.fromUsd[count] = fromUsd
    into.fromLog[count] = Math.log(fromUsd)
    into.saleLine[count] = saleLine
    into.listingLine[count] = listingLine
    setProbability(model, knot, fromUsd < vetoBelowUsd, count, into)
    count++
    const nextKnotUsd = knot < model.listing.length ? model.listing[knot].priceUsd : Infinity
    const nextVetoUsd = fromUsd < vetoBelowUsd ? vetoBelowUsd : Infinity
    fromUsd = Math.min(
      nextBreakpointUsd(sale, saleLine),
      nextBreakpointUsd(listing, listingLine),
      nextKnotUsd,
      nextVetoUsd,
    )
  }
  into.count = count
}

/** The listing's probability between the knots `knot - 1` and `knot`; none where it is vetoed. */
function setProbability(
  { listing }: ContractModel,
  knot: number,
  isVetoed: boolean,
  s: number,
  into: ContractSegments,
): void {
  into.perLog[s] = 0
  into.base[s] = 0
  if (isVetoed || listing.length === 0) return
  const above = listing[Math.min(knot, listing.length - 1)]
  const below = listing[Math.max(knot - 1, 0)]
  if (above !== below && above.probability !== below.probability && knot < listing.length) {
    const belowLog = Math.log(below.priceUsd)
    into.perLog[s] = (above.probability - below.probability) / (Math.log(above.priceUsd) - belowLog)
    into.base[s] = below.probability - into.perLog[s] * belowLog
    return
  }
  into.base[s] = knot < listing.length ? above.probability : listing[listing.length - 1].probability
}

function fit(into: ContractSegments, most: number): void {
  if (into.saleLine.length >= most) return
  into.fromLog = new Float64Array(2 * most)
  into.fromUsd = new Float64Array(2 * most)
  into.saleLine = new Int32Array(2 * most)
  into.listingLine = new Int32Array(2 * most)
  into.base = new Float64Array(2 * most)
  into.perLog = new Float64Array(2 * most)
}
