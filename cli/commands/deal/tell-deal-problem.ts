import type { DealClaim } from '../../../engine/finance/index.ts'
import type { DealReportProblem } from '../../../reports/index.ts'
import {
  renderMagnitude,
  renderQuantity,
  type DealProblem,
  type LoadedDeal,
} from '../../../scenarios/index.ts'
import type { Messages } from '../../text/messages.ts'

type Facts = NonNullable<DealReportProblem['facts']>
type FactsOf<Kind extends Facts['kind']> = Extract<Facts, { readonly kind: Kind }>
type Words = Messages['deal']

/** Digits that money is said with. */
const digits = 4

const dollars = (usd: number): string => renderQuantity(Number(usd.toPrecision(digits)), 'usd')
const percent = (share: number): string => renderQuantity(Number(share.toPrecision(digits)), 'share')
const count = (shares: number): string => renderMagnitude(Number(shares.toPrecision(6)))

/** The least number of so many digits that is not below a value: what is above it is enough. */
const dollarsUp = (usd: number): string => {
  const near = Number(usd.toPrecision(digits))
  const step = Number(`1e${Math.floor(Math.log10(usd)) - digits + 1}`)
  return dollars(near < usd * (1 - 1e-12) ? near + step : near)
}

const claimText = (claim: DealClaim, words: Words): string => {
  const usd = dollars(claim.usd)
  switch (claim.of) {
    case 'convertible': {
      const { name, owedUsd, discount } = claim
      return words.claimOf.convertible(name, dollars(owedUsd), discount === 0 ? null : percent(discount), usd)
    }
    case 'anti_dilution':
      return words.claimOf.antiDilution(claim.name, usd)
    case 'capped':
      return words.claimOf.capped(usd)
    case 'pool':
      return words.claimOf.pool(usd)
  }
}

/** What would lower the claims, by the fields of the file. */
const cures = (claims: readonly DealClaim[], words: Words): readonly string[] => {
  const discounted = claims.flatMap((one) => (one.of === 'convertible' && one.discount > 0 ? [one.name] : []))
  const has = (of: DealClaim['of']): boolean => claims.some((claim) => claim.of === of)
  return [
    ...(discounted.length > 0 ? [words.cure.discount(discounted)] : []),
    ...(has('pool') ? [words.cure.pool] : []),
    ...(has('anti_dilution') ? [words.cure.waive] : []),
  ]
}

const refusal = (problem: DealReportProblem, reason: string, advice: string): DealProblem['problem'] => ({
  code: 'F242',
  words: { name: problem.roundName, reason, advice },
  ...(advice === '' ? {} : { help: 'advice' }),
})

const ofValue = (
  problem: DealReportProblem,
  { valueUsd, claimedUsd, claims }: FactsOf<'value'>,
  { deal, says }: LoadedDeal,
  words: Words,
): DealProblem => {
  const path = ['rounds', problem.round]
  const { preMoneyUsd, amountUsd } = deal.rounds[problem.round]
  const isPostMoney = !says([...path, 'pre_money']) && says([...path, 'post_money'])
  const field = isPostMoney ? 'post_money' : 'pre_money'
  const convertingUsd = valueUsd - (preMoneyUsd ?? valueUsd)
  const enough = claimedUsd - convertingUsd + (isPostMoney ? amountUsd : 0)
  const reason = words.claims(
    claims.map((claim) => claimText(claim, words)),
    dollars(claimedUsd),
    dollars(valueUsd),
    convertingUsd > 0,
  )
  const advice = words.either([words.cure.raise(field, dollarsUp(enough)), ...cures(claims, words)])
  return { path: [...path, field], problem: refusal(problem, reason, advice) }
}

const ofCaps = (
  problem: DealReportProblem,
  { claims, countsPool }: FactsOf<'caps'>,
  words: Words,
): DealProblem => {
  const texts = claims.map(({ name, owedUsd, capUsd, share }) =>
    words.capClaim(name, dollars(owedUsd), dollars(capUsd), percent(share)),
  )
  const total = claims.reduce((sum, { share }) => sum + share, 0)
  const advice = words.either([words.cure.caps, ...(countsPool ? [words.cure.pool] : [])])
  return {
    path: ['rounds', problem.round],
    problem: refusal(problem, words.caps(texts, percent(total), countsPool), advice),
  }
}

const ofMoney = (
  { round, roundName }: DealReportProblem,
  { amountUsd, parts }: FactsOf<'money'>,
  { says }: LoadedDeal,
  words: Words,
): DealProblem => {
  const given = parts.reduce((sum, part) => sum + part.amountUsd, 0)
  const who = parts.map((part) => words.part(part.holder, dollars(part.amountUsd), part.isProRata))
  const path = ['rounds', round]
  const field = [...path, says([...path, 'investors']) ? 'investors' : 'pro_rata']
  const text = words.partsOf(dollars(given), who)
  const advice = words.cure.parts(parts.some(({ isProRata }) => isProRata))
  return {
    path: field,
    problem: {
      code: 'F241',
      words: { name: roundName, given: text, amount: dollars(amountUsd), advice },
      help: 'advice',
    },
  }
}

const ofShares = (
  { round }: DealReportProblem,
  { holder, security, held, shares }: FactsOf<'shares'>,
  { says }: LoadedDeal,
): DealProblem => {
  const path = ['rounds', round]
  const words = { seller: holder, security, value: count(shares), held: count(held) }
  const sales = [...path, 'secondary']
  return { path: says(sales) ? sales : path, problem: { code: 'F237', words } }
}

/** Digits of the price that more decimals are to keep, and the most decimals there are. */
const keptDigits = 4
const mostDecimals = 12

const ofRounding = (
  problem: DealReportProblem,
  { priceUsd, decimals }: FactsOf<'rounding'>,
  words: Words,
): DealProblem => {
  const needed = Math.min(mostDecimals, keptDigits - 1 - Math.floor(Math.log10(priceUsd)))
  return {
    path: ['rounds', problem.round, 'rounding'],
    problem: refusal(problem, words.vanishes(dollars(priceUsd), decimals), words.cure.decimals(needed)),
  }
}

const ofContradiction = (
  problem: DealReportProblem,
  { holder, field }: FactsOf<'contradiction'>,
  words: Words,
): DealProblem => ({
  path: ['rounds', problem.round, 'declines'],
  problem: refusal(problem, words.declinesAndInvests(holder), words.cure.chooseOne(holder, field)),
})

/** Why a round cannot be done, at its field of the file, in the words of the file. */
export const dealProblem = (problem: DealReportProblem, loaded: LoadedDeal, words: Words): DealProblem => {
  const { facts, round, message } = problem
  switch (facts?.kind) {
    case 'value':
      return ofValue(problem, facts, loaded, words)
    case 'caps':
      return ofCaps(problem, facts, words)
    case 'money':
      return ofMoney(problem, facts, loaded, words)
    case 'shares':
      return ofShares(problem, facts, loaded)
    case 'contradiction':
      return ofContradiction(problem, facts, words)
    case 'rounding':
      return ofRounding(problem, facts, words)
    case undefined:
      return { path: ['rounds', round], problem: refusal(problem, message, '') }
  }
}
