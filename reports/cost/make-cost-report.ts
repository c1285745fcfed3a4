import { exactly, type Spread } from '../../engine/cost/index.ts'
import type { CostPlan } from '../../scenarios/index.ts'
import { assumptionsOf } from './cost-assumptions.ts'
import type { CostOffer, CostReport } from './cost-report.ts'
import { progressOf } from './later-progress.ts'
import type { CostTables } from './cost-tables.ts'
import type { CostResult, PricedRun } from './priced-run.ts'
import { longestStretch } from './spot-stretch.ts'
import { driversOf, linesOf, projectUsd, projectWork, totalOf } from './project-cost.ts'
import { surroundingsOf, type CostSurroundings } from './cost-surroundings.ts'
import { reportTraining } from './report-training.ts'
import { reportWorkload } from './report-workload.ts'

const cheapestOf = (offers: readonly CostOffer[]): number | null => {
  let best: number | null = null
  for (const [index, { fits, costUsd, spotStretch }] of offers.entries()) {
    if (!fits || spotStretch >= longestStretch) continue
    if (best === null || costUsd.p50 < offers[best].costUsd.p50) best = index
  }
  return best
}

const projectOf = (
  { offers, work }: PricedRun,
  cheapest: number | null,
  plan: CostPlan,
): Pick<CostReport, 'project' | 'lines' | 'drivers'> => {
  const isKnown = plan.model.workload === null || plan.run.repeats !== null || plan.overheads.lines.size > 0
  if (cheapest === null || !isKnown) return { project: null, lines: [], drivers: [] }
  const offer = offers[cheapest]
  const { repeats } =
    plan.model.workload !== null && plan.run.repeats === null
      ? { repeats: exactly(1) }
      : projectWork(plan.run)
  const computeUsd = projectUsd(offer, repeats)
  const clean: Spread = offer.gpuHours
  return {
    project: { gpu: offer.gpu, repeats, computeUsd, totalUsd: totalOf(computeUsd, plan.overheads) },
    lines: linesOf(computeUsd, plan.overheads),
    drivers: driversOf([
      ['repeats', repeats],
      ['price', offer.price.usdPerGpuHour],
      ['hours', withoutWork(clean, work.factor)],
      ['work', aboutOne(work.factor)],
    ]),
  }
}

const aboutOne = ({ p10, p50, p90 }: Spread): Spread => ({ p10: p10 / p50, p50: 1, p90: p90 / p50 })

/** The spread of hours less what the kind's work brings into it. */
const withoutWork = (hours: Spread, work: Spread): Spread => {
  const less = (all: number, part: number): number => Math.sqrt(Math.max(0, all * all - part * part))
  const below = less(Math.log(hours.p50 / hours.p10), Math.log(work.p50 / work.p10))
  const above = less(Math.log(hours.p90 / hours.p50), Math.log(work.p90 / work.p50))
  return { p10: hours.p50 * Math.exp(-below), p50: hours.p50, p90: hours.p50 * Math.exp(above) }
}

const finish = (run: PricedRun, plan: CostPlan, around: CostSurroundings): CostReport => {
  const cheapest = cheapestOf(run.offers)
  return {
    model: run.model,
    run: {
      name: plan.name,
      kind: plan.run.kind,
      tokens: run.tokens,
      epochs: run.epochs,
      date: around.date,
      grid: around.grid,
      gramsPerKwh: around.gramsPerKwh,
      pue: around.pue,
    },
    flops: run.flops,
    offers: run.offers,
    cheapest,
    ...projectOf(run, cheapest, plan),
    progress: progressOf(plan, around.date),
    assumptions: assumptionsOf(run, plan, around),
    warnings: run.warnings,
  }
}

/**
 * Works out a plan: what the run takes on each offer, which is the cheapest, what the project around it costs, what was
 * assumed, and what should be known before trusting it. Pure: the month of prices is the plan's, or the latest known.
 */
export const makeCostReport = (plan: CostPlan, tables: CostTables): CostResult => {
  const around = surroundingsOf(plan, tables)
  const priced =
    plan.model.workload === null ? reportTraining(plan, tables, around) : reportWorkload(plan, tables, around)
  return priced.ok ? { ok: true, report: finish(priced.run, plan, around) } : priced
}
