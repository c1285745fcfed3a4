import { startFields } from '../deal-file/start-shape.ts'
import type { MapShape } from '../load/shape.ts'
import { monthLeaf, numberLeaf, quantityLeaf, textLeaf, wordLeaf } from '../load/leaves.ts'
import { businessModels, directions, industries, jurisdictions, stages } from '../vocabulary.ts'
import { companyFields } from './company-fields.ts'

const dollars = (title: string): ReturnType<typeof quantityLeaf> =>
  quantityLeaf(title, { dimension: 'usd', min: 1, max: 1e13 })

const heads = (title: string): ReturnType<typeof numberLeaf> =>
  numberLeaf(title, { dimension: 'count', min: 0, max: 100_000, isWhole: true })

const team: MapShape = {
  kind: 'map',
  title: 'Founders and staff by role',
  fields: {
    researchers: heads('People who train and study models'),
    engineers: heads('People who build the product'),
    go_to_market: heads('People who sell, market and support'),
  },
  required: [],
}

const lastRound: MapShape = {
  kind: 'map',
  title: 'The last priced round',
  fields: {
    stage: wordLeaf('Stage of the round', stages),
    amount: dollars('New money of the round'),
    post_money: dollars('Value of the company including the new money'),
    month: monthLeaf('When it closed: 0 is now, -9 is nine months ago', -120, 0),
  },
  required: ['stage', 'amount', 'post_money'],
}

const ask: MapShape = {
  kind: 'map',
  title: 'The round that the company is asking for now',
  fields: {
    amount: dollars('New money asked for'),
    post_money: dollars('Asking price: value including the new money'),
  },
  required: ['amount', 'post_money'],
}

/** What `company: cap_table:` may say. */
export const capTableShape: MapShape = {
  kind: 'map',
  title: 'Who owns what now; without it founders, a pool and the investors of the last round',
  fields: startFields,
  required: [],
}

/** What `company:` may say. */
export const companyShape: MapShape = {
  kind: 'map',
  title: 'Your startup: it joins the market at month 0 and is followed',
  fields: {
    name: textLeaf('Name of the company; the name of the scenario if left out'),
    direction: wordLeaf('What kind of AI company it is', directions),
    business_model: wordLeaf('How it earns', businessModels),
    industry: wordLeaf('Whom it sells to', industries),
    jurisdiction: wordLeaf('Whose rules it lives under', jurisdictions),
    cash: quantityLeaf('Money in the bank now', { dimension: 'usd', min: 0, max: 1e13 }),
    arr: quantityLeaf(companyFields.arr.title, companyFields.arr),
    growth: quantityLeaf(companyFields.growth.title, companyFields.growth),
    burn: quantityLeaf(companyFields.burn.title, companyFields.burn),
    gross_margin: quantityLeaf(companyFields.grossMargin.title, companyFields.grossMargin),
    team,
    last_round: lastRound,
    ask,
    cap_table: capTableShape,
  },
  required: ['direction', 'industry', 'cash'],
}
