import type { Language } from '../text/language.ts'
import type { CostReport } from './cost-report.ts'
import { describeAssumption, describeSource, describeWarning } from './describe-assumption.ts'

/** The report as data for other programs: `froth.cost/1`, raw numbers. Fields are only added within a version. */
export type CostDocument = Readonly<Record<string, unknown>>

/**
 * Makes the document of a report. Numbers are raw, uncertain ones are `{ p10, p50, p90 }`; texts are in the language
 * asked for, names and keys are English. An offer with `fits` false has the hours and cost of a machine with enough
 * memory, and `waysToFit`.
 */
export const costDocument = (report: CostReport, lang: Language, next: readonly string[]): CostDocument => ({
  schema: 'froth.cost/1',
  model: report.model,
  run: report.run,
  flops: report.flops,
  offers: report.offers,
  cheapest: report.cheapest,
  project: report.project,
  lines: report.lines,
  drivers: report.drivers,
  progress: report.progress.map((later) => ({ ...later, source: describeSource(later.source, lang) })),
  assumptions: report.assumptions.map((assumption) => ({
    ...assumption,
    source: describeSource(assumption.source, lang),
    text: describeAssumption(assumption, lang),
  })),
  warnings: report.warnings.map((warning) => ({ ...warning, text: describeWarning(warning, lang) })),
  next,
})
