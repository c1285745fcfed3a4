import { capital } from './capital.ts'
import { compute } from './compute.ts'
import { customers } from './customers.ts'
import { exits } from './exits.ts'
import type { Values } from './field.ts'
import { incumbents } from './incumbents.ts'
import { market } from './market.ts'
import { prices } from './prices.ts'
import { regulators } from './regulators.ts'
import { rounds } from './rounds.ts'
import { sentiment } from './sentiment.ts'
import { startups } from './startups.ts'
import { talent } from './talent.ts'
import { verdict } from './verdict.ts'
import { world } from './world.ts'

/** Every parameter of the market, by section: declared once, with unit, default, range and source. */
export const catalogue = {
  market,
  sentiment,
  prices,
  capital,
  rounds,
  startups,
  customers,
  compute,
  talent,
  incumbents,
  regulators,
  exits,
  verdict,
  world,
}

/** The values of the whole catalogue, in base units. */
export type Parameters = { readonly [K in keyof typeof catalogue]: Values<(typeof catalogue)[K]> }
