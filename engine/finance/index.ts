export { accrueDividends } from './table/accrue-dividends.ts'
export { fullyDilutedShares, makeCapTable, type CapTable, type ShareRight } from './table/cap-table.ts'
export { convertToCommon } from './table/convert-to-common.ts'
export type { CapBasis, Convertible } from './table/convertible.ts'
export {
  PreferredSeries,
  participationCapUsd,
  preferenceUsd,
  usualTerms,
  type AntiDilution,
  type DividendKind,
  type Participation,
  type PreferredTerms,
} from './table/preferred-series.ts'
export { fullRatchetConversionPrice, weightedAverageConversionPrice } from './round/anti-dilution.ts'
export { closeRound, closeRoundAtPrice } from './round/close-round.ts'
export { owedOnNote } from './round/owed-on-note.ts'
export type { PricingTerms } from './round/pricing-terms.ts'
export { proRataAllocation, proRataUsd } from './round/pro-rata.ts'
export { makeRoundSolution, type RoundSolution } from './round/round-solution.ts'
export {
  samePool,
  type PoolTopUp,
  type RoundConvention,
  type RoundTerms,
  type ShareRounding,
} from './round/round-terms.ts'
export { preMoneyAtPrice, solveRound, solveRoundAtPrice } from './round/solve-round.ts'
export { conversionEquilibria, type ConversionEquilibrium } from './exit/conversion-equilibria.ts'
export { exitBreakpointsUsd } from './exit/exit-breakpoints.ts'
export type { ExitSplit, ExitTerms } from './exit/exit-terms.ts'
export { listingKind, type ListingKind } from './exit/listing-kind.ts'
export { makeExitSplit, plainSale } from './exit/make-exit-split.ts'
export { priceOfEquityUsd } from './exit/price-of-equity.ts'
export { splitExit } from './exit/split-exit.ts'
export { blackScholesCall, blackScholesPut, type OptionTerms } from './value/black-scholes.ts'
export { makeClassValues, type ClassValues } from './value/class-values.ts'
export { usualContractModel, type ContractModel, type ListingKnot } from './value/contract-model.ts'
export { contractClassValues, contractValue } from './value/contract-value.ts'
export { ContractWork, type ContractValue } from './value/contract-work.ts'
export { discountFactor } from './value/discount-factor.ts'
export {
  discountedCashFlow,
  type CashFlowValue,
  type FlowTiming,
  type TerminalTerms,
} from './value/discounted-cash-flow.ts'
export { firstChicago, type ScenarioValue, type ValueScenario } from './value/first-chicago.ts'
export { chaffeDiscount, finnertyDiscount } from './value/marketability-discount.ts'
export { backSolveCompanyUsd, optionPricingValue } from './value/option-pricing.ts'
export { probabilityWeightedValue, type ExitScenario } from './value/scenario-classes.ts'
export { comparablesValue, valueRange, type ValueRange } from './value/value-range.ts'
export {
  ownershipBeforeDilution,
  ventureCapitalMethod,
  type PlannedRound,
  type PlannedStake,
  type VentureCapitalValue,
} from './value/venture-capital-method.ts'
export { fundMetrics, type FundFlows, type FundMetrics } from './returns/fund-metrics.ts'
export {
  datedReturn,
  periodicReturn,
  returnRate,
  type Rate,
  type ReturnRate,
} from './returns/rate-of-return.ts'
export { soleRate } from './returns/sole-rate.ts'
export { plainCarry, type CarryTerms } from './fund/carry-terms.ts'
export { dealByDealWaterfall, type DealByDealTerms, type FundDeal } from './fund/deal-by-deal-waterfall.ts'
export { fullCatchUpUsd } from './fund/full-catch-up.ts'
export type { FundPlan } from './fund/fund-plan.ts'
export { managementFees, type FeeTerms } from './fund/management-fees.ts'
export { projectFund, type FundProjection } from './fund/project-fund.ts'
export { wholeFundWaterfall, type FundFlow, type FundWaterfall } from './fund/whole-fund-waterfall.ts'
export type * from './deal/deal-history.ts'
export type * from './deal/deal-past.ts'
export {
  DealProblemError,
  type DealClaim,
  type DealProblemFacts,
  type DealProblemKind,
} from './deal/deal-problem.ts'
export type * from './deal/deal.ts'
export type * from './deal/deal-methods.ts'
export type { BreakpointChange } from './deal/breakpoint-change.ts'
export {
  explainBreakpoints,
  type BreakpointEvent,
  type DealBreakpoint,
  type ListingStart,
} from './deal/explain-breakpoints.ts'
export { splitWhole } from './deal/largest-remainder.ts'
export { makeTable } from './deal/make-table.ts'
export { payExit } from './deal/pay-exit.ts'
export { playDeal } from './deal/play-deal.ts'
export { runStage } from './deal/run-stage.ts'
export { settleDeal } from './deal/settle-deal.ts'
export { newInvestors } from './deal/share-out-round.ts'
export { availableHolder, promisedHolder } from './deal/snapshot-stage.ts'
export { traceDeal } from './deal/trace-deal.ts'
