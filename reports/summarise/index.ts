export { curveAt } from './curve-at.ts'
export { evaluateGates } from './gates.ts'
export type { Failure, ShardSummary } from './shard-summary.ts'
export { StudyAccumulator, type StudyIdentity } from './study-accumulator.ts'
export {
  outcomeKeys,
  percentileNames,
  verdictKeys,
  type CompanySummary,
  type Curve,
  type Estimate,
  type GateResult,
  type MarketSummary,
  type OutcomeKey,
  type OutcomeShares,
  type OutcomesByMonth,
  type PercentileName,
  type Percentiles,
  type Returns,
  type ShareBelow,
  type Summary,
  type ValuePercentiles,
  type VerdictKey,
} from './summary.ts'
