export { catalogue } from './fields/catalogue.ts'
export type { Parameters } from './fields/catalogue.ts'
export type { Company, Distribution, Gate, Scenario, Shock, Uncertain } from './scenario.ts'
export type * from './vocabulary.ts'
