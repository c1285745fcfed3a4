import {
  dataPackage,
  StudyAccumulator,
  tableHeader,
  type ShardSummary,
  type Summary,
} from '../../reports/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import type { StudyReporter } from '../study/index.ts'

/** The text of `summary.json`, and so of `--json`. */
export const renderSummaryJson = (summary: Summary): string => `${JSON.stringify(summary, null, 2)}\n`

/** The reporting half of a market study. */
export const marketReporter: StudyReporter<Scenario, Summary> = {
  startSummary: (scenario) => {
    const accumulator = new StudyAccumulator(scenario)
    return {
      merge: (partial) => accumulator.merge(partial as ShardSummary),
      toPartial: () => accumulator.toShardSummary(),
      summarise: (identity) => accumulator.summarise(identity),
    }
  },
  renderHeader: (table) => `${tableHeader(table).join(',')}\n`,
  renderSummary: renderSummaryJson,
  renderDataPackage: (tables, { id, seed, runs, scenarioSha256 }) => {
    const names = tables.map(({ table }) => table)
    const described = dataPackage(names, {
      name: `froth-${id}`,
      title: `froth study ${id}`,
      description: `${runs} runs, seed ${seed}, scenario SHA-256 ${scenarioSha256}`,
    })
    return `${JSON.stringify(described, null, 2)}\n`
  },
}
