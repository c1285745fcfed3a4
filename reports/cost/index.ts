export { countText as renderCount } from './cost-numbers.ts'
export { costData } from './cost-data.ts'
export { costDocument, type CostDocument } from './cost-document.ts'
export type {
  CostAssumption,
  CostDriver,
  CostLine,
  CostOffer,
  CostReport,
  CostWarning,
} from './cost-report.ts'
export type { CostTables } from './cost-tables.ts'
export { makeCostReport } from './make-cost-report.ts'
export type { CostResult } from './priced-run.ts'
export { renderCostMarkdown } from './render-cost-markdown.ts'
export { renderCost, type CostTextOptions } from './render-cost.ts'
export { workloadNames } from './workload-offer.ts'
