/**
 * The door of the room. What workers need (words, types, the catalogue) loads at once and is light; YAML and the
 * schema machinery load when the first scenario is read.
 */
export { builtInNames, isBuiltInName, type BuiltInName } from './built-in/names.ts'
export type { CostNames } from './cost-file/cost-shape.ts'
export type { KnownNames } from './cost-file/cost-leaves.ts'
export type { CompressionForm, CompressionWish } from './cost-file/compression-wish.ts'
export { billLines, runKinds } from './cost-file/cost-plan.ts'
export type {
  BillLine,
  CostPlan,
  HardwareWish,
  LayoutWish,
  ModelWish,
  OverheadWish,
  RunKind,
  RunWish,
  ShapeWish,
} from './cost-file/cost-plan.ts'
export type {
  CostEnvironment,
  CostLoadResult,
  CostRequest,
  LoadedCostPlan,
  PlanProblem,
  RefusedCostPlan,
} from './cost-file/load-cost-plan.ts'
export type { DealFlags } from './deal-file/deal-flags.ts'
export type {
  DealEnvironment,
  DealLoadResult,
  DealProblem,
  DealRequest,
  LoadedDeal,
  RefusedDeal,
} from './deal-file/load-deal.ts'
export { dayOf, renderDay } from './deal-file/day.ts'
export { usualValuation } from './deal-file/usual-valuation.ts'
export type { CashFlow, CashFlowList } from './cash-flows/cash-flow.ts'
export { readCashFlows, type CashFlowResult } from './cash-flows/read-cash-flows.ts'
export { listOcfLosses } from './ocf/list-losses.ts'
export type { OcfFile, OcfNote } from './ocf/ocf-file.ts'
export { readOcf, type OcfResult } from './ocf/read-ocf.ts'
export { writeOcf } from './ocf/write-ocf.ts'
export { cellWidth } from './diagnostics/cell-width.ts'
export type { Diagnostic } from './diagnostics/diagnostic.ts'
export { escapeControl } from './diagnostics/escape-control.ts'
export { explainCode } from './diagnostics/explain-code.ts'
export type { Language } from './diagnostics/language.ts'
export { renderDiagnostics, renderDiagnosticsSummary, type RenderOptions } from './diagnostics/render.ts'
export type { Position, Source } from './diagnostics/source.ts'
export { catalogue, type Parameters } from './fields/catalogue.ts'
export type { Dimension, Field, Section } from './fields/field.ts'
export type { Environment, LoadRequest, ReadResult } from './load/environment.ts'
export type { LoadedScenario, LoadResult, RefusedScenario } from './load/load-scenario.ts'
export type { Origin, Origins } from './load/origins.ts'
export { canonicalJson } from './resolved/canonical-json.ts'
export { renderResolved, type Resolved } from './resolved/render-resolved.ts'
export type { Company, Distribution, Gate, Scenario, Shock, Uncertain } from './scenario.ts'
export { studyDefaults } from './load/study-defaults.ts'
export { dealTemplateNames, templateNames, type TemplateName } from './templates/names.ts'
export { parseQuantity } from './units/parse-quantity.ts'
export { renderMagnitude, renderQuantity } from './units/render-quantity.ts'
export {
  businessModels,
  causes,
  directions,
  fundTypes,
  industries,
  jurisdictions,
  outcomes,
  roundKinds,
  shocks,
  stages,
  type BusinessModel,
  type Cause,
  type Direction,
  type FundType,
  type Industry,
  type Jurisdiction,
  type Outcome,
  type RoundKind,
  type ShockName,
  type Stage,
} from './vocabulary.ts'

import type { CostNames } from './cost-file/cost-shape.ts'
import type { CostEnvironment, CostLoadResult, CostRequest } from './cost-file/load-cost-plan.ts'
import type { DealEnvironment, DealLoadResult, DealRequest } from './deal-file/load-deal.ts'
import type { Environment, LoadRequest } from './load/environment.ts'
import type { LoadResult } from './load/load-scenario.ts'
import type { Catalogue } from './load/scenario-shape.ts'
import type { JsonSchema } from './load/shape.ts'

/**
 * Loads a scenario and checks it in one pass: a frozen scenario with the origin of every value, or diagnostics.
 * Never throws for what is in the files.
 */
export const loadScenario = async (request: LoadRequest, environment: Environment): Promise<LoadResult> => {
  const loader = await import('./load/load-scenario.ts')
  return loader.loadScenario(request, environment)
}

/** JSON Schema (draft 2020-12) of scenario files, for editors. */
export const toJsonSchema = async (catalogue: Catalogue): Promise<JsonSchema> => {
  const schema = await import('./resolved/json-schema.ts')
  return schema.toJsonSchema(catalogue)
}

export type { Architecture, ArchitectureTable, UnsupportedModel } from './architectures/architecture.ts'
export { findArchitecture, type FoundArchitecture } from './architectures/find-architecture.ts'
export { parseArchitectures } from './architectures/parse-architectures.ts'
export { findGrid, type FoundGrid } from './grids/find-grid.ts'
export { parseGrids, type Grid, type GridTable, type RangedDefault } from './grids/parse-grids.ts'
export { findAccelerator, type FoundMachine } from './machines/find-accelerator.ts'
export type { HourlyQuote, Machine, Quote, QuoteKind } from './machines/machine.ts'
export type { MachineTable, Network, StandIn } from './machines/machine-table.ts'
export { nearestRelative, type Relative } from './machines/nearest-relative.ts'
export { parseMachines } from './machines/parse-machines.ts'
export { findNetwork, withNetwork } from './machines/with-network.ts'
export {
  commitments,
  ownedTerms,
  spotTerms,
  type Assumption,
  type Commitment,
} from './price-book/commitment.ts'
export { costShares } from './price-book/cost-shares.ts'
export { DateError } from './price-book/month-number.ts'
export { priceAt, type PriceEstimate } from './price-book/price-at.ts'
export {
  makePriceBook,
  priceBookDate,
  type OwnedMachineCosts,
  type PriceBook,
  type PriceSources,
} from './price-book/price-book.ts'
export type { FileProblem } from './published/file-problem.ts'
export type {
  PublishedRow,
  Reported,
  RowIdentity,
  SkippedRow,
  Tier,
  Withheld,
} from './published/published-row.ts'
export type { PublishedTables } from './published/read-facts.ts'
export { readPublished, type PublishedFile } from './published/read-published.ts'
export type { SkipReason } from './published/skip-reason.ts'
export { TableError } from './tables/table-error.ts'

/**
 * Loads a training run from a cost file, from flags, or from a file with flags laid over it, and checks it in one pass.
 * Never throws for what is in the file.
 */
export const loadCostPlan = async (
  request: CostRequest,
  environment: CostEnvironment,
): Promise<CostLoadResult> => {
  const loader = await import('./cost-file/load-cost-plan.ts')
  return loader.loadCostPlan(request, environment)
}

/** JSON Schema (draft 2020-12) of cost files, for editors. */
export const costJsonSchema = async (names: CostNames): Promise<JsonSchema> => {
  const schema = await import('./cost-file/cost-json-schema.ts')
  return schema.costJsonSchema(names)
}

/**
 * Loads a cap table with its rounds and exits from a deal file with flags laid over it, and checks it in one pass.
 * Never throws for what is in the file.
 */
export const loadDeal = async (
  request: DealRequest,
  environment: DealEnvironment,
): Promise<DealLoadResult> => {
  const loader = await import('./deal-file/load-deal.ts')
  return loader.loadDeal(request, environment)
}

/** JSON Schema (draft 2020-12) of deal files, for editors. */
export const dealJsonSchema = async (): Promise<JsonSchema> => {
  const schema = await import('./deal-file/deal-json-schema.ts')
  return schema.dealJsonSchema()
}
