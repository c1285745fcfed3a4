import { certain } from '../load/leaf-value.ts'
import { flagLeaf, textLeaf, wordLeaf } from '../load/leaves.ts'
import type { LeafShape, MapShape } from '../load/shape.ts'
import { understood } from '../units/problem.ts'
import {
  dayLeaf,
  dollarsLeaf,
  multipleLeaf,
  partLeaf,
  shareLeaf,
  sharesLeaf,
  someDollarsLeaf,
} from './deal-leaves.ts'
import { group, list } from './group-shape.ts'
import { holdersLeaf } from './holders-leaf.ts'
import { nameTextLeaf, namesLeaf } from './names-leaf.ts'
import { roundingLeaf } from './rounding-leaf.ts'
import { startFields } from './start-shape.ts'
import { termFields } from './terms-shape.ts'
import { exitKinds, valuation } from './valuation-shape.ts'

const versionLeaf: LeafShape = {
  kind: 'leaf',
  title: 'Kind and version of the file: deal/1',
  read: () => understood(certain('deal/1')),
  jsonSchema: { title: 'Kind and version of the file', const: 'deal/1' },
}

/** Most of a price that costs or a carve-out may take, so that shareholders are left something to divide. */
const mostTaken = 0.99

const conventions = ['percentage_ownership', 'pre_money', 'dollars_invested']

const pool = group('What the option pool is to hold after the round', {
  target: shareLeaf('Options that nobody holds, as a share of the company after the round'),
  add: sharesLeaf('Options added'),
  borne_by: wordLeaf('Who is diluted by them', ['existing', 'everyone']),
})

const secondary = group(
  'Shares sold by one holder to another',
  {
    seller: nameTextLeaf('Who sells'),
    buyer: nameTextLeaf('Who buys'),
    security: nameTextLeaf('common, or the name of a series'),
    shares: sharesLeaf('Shares sold'),
    price: dollarsLeaf('Price of a share'),
  },
  ['seller', 'buyer', 'shares', 'price'],
)

const round = group(
  'A priced round of new preferred shares',
  {
    name: nameTextLeaf('Name of the round and of its series'),
    date: dayLeaf('Day of closing'),
    pre_money: someDollarsLeaf('Value of the company before the new money'),
    post_money: someDollarsLeaf('Value of the company with the new money'),
    price: someDollarsLeaf('Price of a share, in place of a value'),
    amount: someDollarsLeaf('New money in all'),
    convention: wordLeaf('What the pre-money value covers when SAFEs or notes convert', conventions),
    pool,
    investors: holdersLeaf('Who puts in how much', 'dollars'),
    pro_rata: namesLeaf('Holders who take their part of the round'),
    declines: namesLeaf('Holders who do not pay to play'),
    secondary: list('Shares sold between holders in the round', secondary),
    waives_anti_dilution: flagLeaf('Whether the older series waive their protection in this round'),
    rounding: roundingLeaf('Decimals of the price; shares are then whole'),
    ...termFields,
  },
  ['name'],
)

const exit = group('The exit', {
  prices: list('Prices of the whole company at which the payouts are wanted', someDollarsLeaf('A price')),
  kind: wordLeaf('A sale lets each series choose; a listing converts all', exitKinds),
  debt: dollarsLeaf('Debt other than convertible notes, paid first'),
  costs: dollarsLeaf('Bankers and lawyers, paid next'),
  costs_share: partLeaf('The same as a share of the price', mostTaken),
  carve_out: partLeaf('Share for management of what debt, costs and notes leave', mostTaken),
  carve_out_most: dollarsLeaf('Most that management gets so'),
  date: dayLeaf('Day of the exit'),
  qualified_listing: group('From when on a listing converts all series', {
    value: dollarsLeaf('Least value of the company'),
    multiple: multipleLeaf('Least price of a share in multiples of the newest issue price'),
  }),
})

/** The shape of deal files: the one description behind their checks and their JSON Schema. */
export const dealShape: MapShape = {
  kind: 'map',
  name: 'deal/1',
  title: 'froth deal file: a cap table with its rounds and exits',
  fields: {
    froth: versionLeaf,
    name: textLeaf('Name of the company'),
    ...startFields,
    rounds: list('Priced rounds, in order of time', round),
    exit,
    valuation,
  },
  required: [],
}
