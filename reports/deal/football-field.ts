import type { Deal, DealStage } from '../../engine/finance/index.ts'
import { fromClasses } from './class-bars.ts'
import type { DealHeadline, FieldBar, FieldMethod, FootballField } from './deal-report.ts'
import { fromProspects } from './prospect-bars.ts'

/**
 * Values the company by every method that the deal gives numbers to, each as a range; null if it gives none to any but
 * those that need only its rounds. A method without an answer is named with its reason.
 */
export const makeFootballField = (
  deal: Deal,
  stage: DealStage,
  headline: DealHeadline | null,
): FootballField | null => {
  const prospects = fromProspects(deal)
  if (prospects.length === 0 && deal.valuation.scenarios.length === 0) return null
  const bars: FieldBar[] = []
  const failures: { method: FieldMethod; reason: string }[] = []
  for (const [method, make] of [...fromClasses(deal, stage, headline), ...prospects]) {
    try {
      bars.push(make())
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      failures.push({ method, reason: error.message })
    }
  }
  return { headlineUsd: headline?.postMoneyUsd ?? null, bars, failures }
}
