export { makeModel } from './model.ts'
export type { ModelOptions } from './model.ts'
export { eventNames } from './market/events.ts'
export type { World } from './market/world.ts'
export type {
  CompanyClassRecord,
  CompanyRecord,
  EventTable,
  FundTable,
  MarketTable,
  PanelTable,
  RoundTable,
  RunRecord,
  RunTotals,
  StartupTable,
} from './records.ts'
