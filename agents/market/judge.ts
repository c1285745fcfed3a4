import type { RunTotals } from '../records.ts'
import type { World } from './world.ts'

const Verdict = { goldMine: 0, productiveBubble: 1, barrenBubble: 2, dud: 3 } as const

/** The part of a run's totals that judges it. */
export type Judgement = Pick<
  RunTotals,
  'peakSentiment' | 'peakMispricing' | 'drawdown' | 'collapseMonth' | 'verdict'
>

/**
 * Bubble or gold mine, on two axes: whether the market collapsed, and whether what was built pays back what was put in.
 * (collapse, residual >= threshold): gold mine (no, yes), productive bubble (yes, yes), barren bubble (yes, no), dud (no, no).
 */
export function judge(world: World, residualMultiple: number, mispricing: Float64Array): Judgement {
  const { market } = world.recorder
  const { verdict } = world.parameters
  const collapseMonth = findCollapse(world)
  const collapsed = collapseMonth === collapseMonth
  const pays = residualMultiple >= verdict.residualMultiple
  let peakMispricing = Number.NaN
  for (const b of mispricing) if (b === b && !(b <= peakMispricing)) peakMispricing = b
  let peakSentiment = Number.NEGATIVE_INFINITY
  for (const s of market.sentiment) if (s > peakSentiment) peakSentiment = s
  return {
    peakSentiment,
    peakMispricing,
    drawdown: largestFall(market.priceIndex),
    collapseMonth,
    verdict: collapsed
      ? pays
        ? Verdict.productiveBubble
        : Verdict.barrenBubble
      : pays
        ? Verdict.goldMine
        : Verdict.dud,
  }
}

/**
 * First month in which the price index is down by the collapse share from its highest value of the window before, if
 * twelve-month funding also falls by its share from its own peak, near the price peak; NaN if that never happens.
 */
function findCollapse(world: World): number {
  const { priceIndex, fundingUsd } = world.recorder.market
  const { collapseFall, collapseWindow, fundingFall, fundingWindow } = world.parameters.verdict
  let floor = 0
  for (let month = 1; month < priceIndex.length; month++) {
    let peak = month
    for (let back = Math.max(floor, month - Math.round(collapseWindow)); back < month; back++)
      if (priceIndex[back] > priceIndex[peak]) peak = back
    if (priceIndex[month] > (1 - collapseFall) * priceIndex[peak]) continue
    if (fundingFell(fundingUsd, peak, Math.round(fundingWindow), fundingFall)) return month
    floor = month
  }
  return Number.NaN
}

/** Whether twelve-month funding falls by `share` from its highest sum around the price peak within the window. */
function fundingFell(fundingUsd: Float64Array, peak: number, window: number, share: number): boolean {
  let highest = 0
  const last = Math.min(fundingUsd.length, peak + window)
  for (let month = Math.max(11, peak - 12); month < last; month++) {
    let sum = 0
    for (let back = 0; back < 12; back++) sum += fundingUsd[month - back]
    if (sum > highest) highest = sum
    else if (highest > 0 && sum <= (1 - share) * highest) return true
  }
  return false
}

/** Largest fall from a running peak, as a share of it. */
function largestFall(index: Float64Array): number {
  let peak = 0
  let fall = 0
  for (const level of index) {
    if (level > peak) peak = level
    if (peak > 0) fall = Math.max(fall, 1 - level / peak)
  }
  return fall
}
