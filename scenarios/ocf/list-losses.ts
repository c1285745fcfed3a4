import type { Deal, DealPast, DealSeries } from '../../engine/finance/index.ts'
import { renderDay } from '../deal-file/day.ts'
import { usualValuation } from '../deal-file/usual-valuation.ts'
import { fillIn, type Language } from '../diagnostics/language.ts'
import { lossTexts, type LossKind } from './loss-texts.ts'
import { packageDays } from './write-dates.ts'

/** Something that is there or not, by the name that a deal file has for it. */
type Claims = Readonly<Record<string, boolean>>

const exitClaims = ({ exit, exitDay, exitPricesUsd, qualifiedListing }: Deal): Claims => ({
  prices: exitPricesUsd.length > 0,
  date: exitDay !== null,
  kind: exit.kind !== 'sale',
  debt: exit.debtUsd > 0,
  costs: exit.costsUsd > 0,
  costs_share: exit.costsShare > 0,
  carve_out: exit.carveOutShare > 0,
  qualified_listing: qualifiedListing.leastPriceUsd > 0 || qualifiedListing.leastMultiple > 0,
})

const valuationClaims = ({ valuation }: Deal): Claims => ({
  volatility: valuation.volatility !== usualValuation.volatility,
  risk_free: valuation.riskFreeRate !== usualValuation.riskFreeRate,
  time_to_exit: valuation.years !== usualValuation.monthsToExit / 12,
  exit_rate: valuation.exitRate !== usualValuation.exitRate,
  discount: valuation.discountRate !== usualValuation.discountRate,
  scenarios: valuation.scenarios.length > 0,
  vc_method: (valuation.methods?.ventureCapital ?? null) !== null,
  first_chicago: (valuation.methods?.firstChicago ?? null) !== null,
  cash_flows: (valuation.methods?.cashFlows ?? null) !== null,
  comparables: (valuation.methods?.comparables ?? null) !== null,
})

const termClaims = ({ pool }: Deal, { series, start }: DealPast): Claims => {
  const has = (test: (one: DealSeries) => boolean): boolean => series.some(test)
  return {
    participation: has(({ terms }) => terms.participation === 'full'),
    anti_dilution: series.length > 0,
    dividend: has(({ terms, accruedDividendUsd }) => terms.dividendKind !== 'none' || accruedDividendUsd > 0),
    pay_to_play: has(({ terms }) => terms.paysToPlay),
    listing: has(({ terms }) => terms.listingMultiple > 0 || terms.vetoesDownListing),
    promised: pool.promisedShares > 0,
    mfn: start.convertibles.some(({ isMostFavoured }) => isMostFavoured),
    pro_rata: start.convertibles.some(({ hasProRata }) => hasProRata),
    maturity: start.convertibles.some(({ maturityDay }) => maturityDay !== null),
  }
}

const trueOf = (claims: Claims): string =>
  Object.keys(claims)
    .filter((name) => claims[name])
    .join(', ')

const sellersOf = ({ rounds }: DealPast): string => {
  const sales = rounds.flatMap(({ events }) => events).filter(({ kind }) => kind === 'sale')
  return [...new Set(sales.flatMap((event) => ('from' in event ? event.from.lot.holder : [])))].join(', ')
}

const unknownDays = ({ start, rounds }: DealPast): Claims => ({
  common: start.common.length > 0,
  options: start.rights.length > 0,
  series: start.series.some(({ day }) => day === null),
  convertibles: start.convertibles.some(({ day }) => day === null),
  rounds: rounds.some(({ day }) => day === null),
})

const standIns = (past: DealPast): string =>
  `stakeholder_type INSTITUTION, country_of_formation US, date ${renderDay(packageDays(past).first)} (${trueOf(unknownDays(past))})`

/** What a deal says and a package that `writeOcf` makes of it does not, one line each; a package read back lacks it. */
export const listOcfLosses = (deal: Deal, past: DealPast, language: Language): readonly string[] => {
  const words: Readonly<Record<LossKind, Readonly<Record<string, string>>>> = {
    exit: { fields: trueOf(exitClaims(deal)) },
    valuation: { fields: trueOf(valuationClaims(deal)) },
    rounds: { names: past.rounds.map(({ name }) => name).join(', ') },
    sales: { names: sellersOf(past) },
    terms: { fields: trueOf(termClaims(deal, past)) },
    stand_ins: { fields: standIns(past) },
  }
  return (Object.keys(words) as LossKind[])
    .filter((kind) => Object.values(words[kind]).some((word) => word !== ''))
    .map((kind) => fillIn(lossTexts[kind][language], words[kind]))
}
