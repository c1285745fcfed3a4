/** The words of the market, in the order of their codes: a code is an index into its list. */
export const directions = [
  'technology_innovator',
  'industry_specialist',
  'platform_builder',
  'cross_border_integrator',
] as const
export const businessModels = ['product', 'service', 'platform', 'subscription'] as const
export const industries = [
  'healthcare',
  'finance',
  'retail',
  'education',
  'manufacturing',
  'media',
  'transport',
  'cities',
  'agriculture',
  'software',
] as const
export const jurisdictions = ['US', 'EU', 'CN', 'other'] as const
export const stages = ['pre_seed', 'seed', 'A', 'B', 'C', 'D', 'growth'] as const
export const outcomes = ['private', 'closed', 'acqui_hired', 'acquired', 'listed'] as const
export const roundKinds = ['first', 'up', 'flat', 'down', 'bridge'] as const
export const causes = [
  'no_market_need',
  'unclear_business_model',
  'cash_mismanagement',
  'out_competed',
  'commoditised',
  'technology_failed',
  'team_broke_up',
  'compliance',
  'failed_raise_in_bust',
  'compute_bill',
] as const
export const fundTypes = [
  'angel',
  'seed',
  'early',
  'growth',
  'crossover',
  'corporate',
  'private_equity',
  'government',
] as const
export const shocks = [
  'funding_winter',
  'gpu_shortage',
  'gpu_glut',
  'open_weights_parity',
  'api_price_war',
  'demand_disappointment',
  'regulation_clampdown',
  'talent_exodus',
  'rate_rise',
  'ipo_window_shut',
] as const

export type Direction = (typeof directions)[number]
export type BusinessModel = (typeof businessModels)[number]
export type Industry = (typeof industries)[number]
export type Jurisdiction = (typeof jurisdictions)[number]
export type Stage = (typeof stages)[number]
export type Outcome = (typeof outcomes)[number]
export type RoundKind = (typeof roundKinds)[number]
export type Cause = (typeof causes)[number]
export type FundType = (typeof fundTypes)[number]
export type ShockName = (typeof shocks)[number]
