import type { Estimate, Summary } from '../../../reports/index.ts'
import {
  reducePanel,
  startPanel,
  type PanelNumbers,
  type PanelState,
} from '../../../cli/screen/panel-state.ts'

const about = (estimate: number, half: number): Estimate => ({
  estimate,
  low: estimate - half,
  high: estimate + half,
})

const months = Array.from({ length: 121 }, (_, i) => i)
const curve = months.map((month) => Math.exp(-month / 100))

const money = (p10: number, p50: number, p90: number, mean: number) => {
  const estimates = { p1: 0, p5: 0, p10, p25: p10, p50, p75: p50, p90, p95: p90, p99: p90, mean }
  const named = Object.fromEntries(
    Object.entries(estimates).map(([name, value]) => [name, about(value, value / 10)]),
  )
  return { ...named, count: 1000, topOnePercentShare: about(0.29, 0.02) }
}

const values = { all: money(2.1e6, 12.4e6, 431e6, 85e6), survivors: money(4e6, 30e6, 900e6, 150e6) }

/** Numbers of the shape that a study gives, made up. */
export const madeUpNumbers = {
  survival: {
    months,
    estimate: curve,
    low: curve.map((share) => share - 0.004),
    high: curve.map((share) => share + 0.004),
  },
  valuation: { postMoneyUsd: values, fairValueUsd: values },
  verdict: {
    goldMine: about(0.12, 0.02),
    productiveBubble: about(0.4, 0.03),
    barrenBubble: about(0.3, 0.03),
    dud: about(0.18, 0.02),
  },
} as unknown as PanelNumbers

/** The same as far as a watcher looks into a summary. */
export const madeUpSummary = madeUpNumbers as Summary

export const study = { name: 'book', horizonMonths: 120, seed: 1, workers: 2, totalRuns: 1000 }

/** A study that is 742 runs far. */
export const runningPanel = (overrides: Partial<PanelState> = {}): PanelState => {
  const counts = { doneRuns: 742, failedRuns: 0, resumedRuns: 0, elapsedSeconds: 8.4 }
  const progressed = reducePanel(startPanel(study), { type: 'progressed', ...counts })
  return { ...reducePanel(progressed, { type: 'measured', numbers: madeUpNumbers }), ...overrides }
}
