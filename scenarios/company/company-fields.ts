import type { Field } from '../fields/field.ts'
import { optionalQuantity, quantity } from '../fields/field.ts'

/** The plain quantities of `company:`. A field without a default is required; see `company-shape.ts`. */
export const companyFields = {
  arr: quantity('usd', 0, { low: 0, high: 1e9 }, 'assumption', 'Annual recurring revenue now'),
  growth: quantity(
    'growth/month',
    0.05,
    { low: 0, high: 0.15 },
    'assumption',
    'Growth of recurring revenue now, compounded',
  ),
  burn: optionalQuantity(
    'usd/month',
    { low: 1e4, high: 1e8 },
    'assumption',
    'Everything that is spent in a month; unset = the team at $20k a head and month',
  ),
  grossMargin: quantity(
    'share',
    0.45,
    { low: 0.25, high: 0.75, min: -1 },
    'assumption',
    'Revenue less the cost of serving it, as a share of revenue',
  ),
} satisfies Readonly<Record<string, Field>>

/** Founders and staff by role when `team` is left out. */
export const defaultTeam = { researchers: 2, engineers: 4, goToMarket: 1 } as const

/** Cost of a person and month behind the default burn (US$): an assumption, 12-30 k. */
export const costPerHeadUsdPerMonth = 20_000

/** Words of `company:` that have a default. */
export const companyWordDefaults = { businessModel: 'subscription', jurisdiction: 'US' } as const
