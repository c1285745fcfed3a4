import type { DealRound, PoolTopUp, SecondarySale } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'
import { readTerms } from './read-terms.ts'

const readPool = (part: Part): PoolTopUp => ({
  targetShare: part.number('target') ?? 0,
  addedShares: part.number('add') ?? 0,
  isAfterMoney: part.get('borne_by') === 'everyone',
})

const readSale = (part: Part): SecondarySale => ({
  seller: part.word('seller', ''),
  buyer: part.word('buyer', ''),
  security: part.word('security', 'common'),
  shares: part.number('shares') ?? 0,
  priceUsd: part.number('price') ?? 0,
})

/** New money of a round: what is said, or what its investors put in; null if neither is there. */
export const roundAmount = (part: Part): number | null => {
  const said = part.number('amount')
  const investors = part.holders('investors')
  if (said !== null || investors === null || investors.length === 0 || part.names('pro_rata').length > 0)
    return said
  return investors.reduce((total, { amount }) => total + amount, 0)
}

/** Agreed pre-money value; null if it is not said. */
export const preMoney = (part: Part): number | null => {
  const postMoney = part.number('post_money')
  return part.number('pre_money') ?? (postMoney === null ? null : postMoney - (roundAmount(part) ?? 0))
}

/** A round as the engine takes it. */
export const readRound = (part: Part, rank: number): DealRound => {
  const decimals = part.number('rounding')
  return {
    name: part.word('name', ''),
    day: part.number('date'),
    preMoneyUsd: preMoney(part),
    pricePerShareUsd: part.number('price'),
    amountUsd: roundAmount(part) ?? 0,
    convention: part.word('convention', 'percentage_ownership'),
    pool: readPool(part.group('pool')),
    terms: readTerms(part, rank),
    protectsOlder: !part.flag('waives_anti_dilution'),
    rounding: decimals === null ? null : { priceDecimals: decimals },
    investors: (part.holders('investors') ?? []).map(({ name, amount }) => ({
      holder: name,
      amountUsd: amount,
    })),
    proRata: part.names('pro_rata'),
    declines: part.names('declines'),
    secondary: part.list('secondary').map(readSale),
  }
}
