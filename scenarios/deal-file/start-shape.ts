import { flagLeaf, wordLeaf } from '../load/leaves.ts'
import type { ListShape, MapShape, Shape } from '../load/shape.ts'
import {
  dayLeaf,
  dollarsLeaf,
  multipleLeaf,
  shareLeaf,
  sharesLeaf,
  someDollarsLeaf,
  yearlyLeaf,
} from './deal-leaves.ts'
import { holdersLeaf } from './holders-leaf.ts'
import { favoursLeaf, nameTextLeaf } from './names-leaf.ts'
import { termFields } from './terms-shape.ts'

const list = (
  title: string,
  item: string,
  fields: Readonly<Record<string, Shape>>,
  required: readonly string[],
): ListShape => ({ kind: 'list', title, item: { kind: 'map', title: item, fields, required } })

const rightFields: Readonly<Record<string, Shape>> = {
  name: nameTextLeaf('Name of the grant or warrant'),
  holder: nameTextLeaf('Who holds it'),
  shares: sharesLeaf('Common shares that it buys'),
  strike: dollarsLeaf('Price of a share'),
}

const options: MapShape = {
  kind: 'map',
  title: 'The option pool',
  fields: {
    granted: list('Options granted', 'One grant', rightFields, ['holder', 'shares']),
    promised: sharesLeaf('Options promised and not yet granted'),
    available: sharesLeaf('Options neither granted nor promised'),
  },
  required: [],
}

const series = list(
  'Series of preferred shares, oldest first',
  'A series of preferred shares',
  {
    name: nameTextLeaf('Name of the series'),
    date: dayLeaf('Day of issue'),
    shares: sharesLeaf('Shares outstanding'),
    amount: someDollarsLeaf('Money invested'),
    price: someDollarsLeaf('Price that a share was sold at'),
    holders: holdersLeaf('Who holds it, in shares or in dollars invested', 'either'),
    conversion_price: someDollarsLeaf('Price at which the money turns into common'),
    conversion_ratio: multipleLeaf('Common shares that a preferred share turns into', 1e-6),
    accrued_dividend: dollarsLeaf('Dividends owed and not paid'),
    ...termFields,
  },
  ['name'],
)

const convertible: Readonly<Record<string, Shape>> = {
  name: nameTextLeaf('Name by which other fields call it'),
  holder: nameTextLeaf('Who holds it'),
  date: dayLeaf('Day of the investment'),
  cap: someDollarsLeaf('Valuation cap'),
  discount: shareLeaf("How far its price lies below the round's"),
  mfn: favoursLeaf('Most favoured: true for all that come later, or the names whose terms it may take'),
  pro_rata: flagLeaf('Whether a side letter lets it buy its part of the round in which it converts'),
}

const basis = ['post_money', 'pre_money']

const safes = list(
  'SAFEs',
  'A SAFE',
  {
    ...convertible,
    amount: someDollarsLeaf('Money invested'),
    type: wordLeaf('What the cap counts: post_money all that converts, pre_money nothing of it', basis),
  },
  ['holder', 'amount'],
)

const notes = list(
  'Convertible notes',
  'A convertible note',
  {
    ...convertible,
    principal: someDollarsLeaf('Money lent'),
    interest: yearlyLeaf('Interest a year'),
    interest_kind: wordLeaf('On the principal, or on what is owed already', ['simple', 'compounding']),
    maturity: dayLeaf('Day it falls due'),
    cap_type: wordLeaf('What the cap counts', basis),
  },
  ['holder', 'principal'],
)

/** Who owns what before any round: what a deal file and `company: cap_table:` share. */
export const startFields: Readonly<Record<string, Shape>> = {
  common: holdersLeaf('Common shares by holder', 'paid'),
  options,
  warrants: list('Warrants', 'A warrant', rightFields, ['holder', 'shares']),
  series,
  seniority: wordLeaf(
    'Order of the series at an exit unless they say otherwise: newest first, or all equal',
    ['stacked', 'pari_passu'],
  ),
  safes,
  notes,
}
