import {
  backSolveCompanyUsd,
  contractValue,
  ContractWork,
  discountFactor,
  optionPricingValue,
  payExit,
  plainSale,
  runStage,
  usualContractModel,
  type ClassPayout,
  type ClassValues,
  type Deal,
  type DealClass,
  type DealStage,
} from '../../engine/finance/index.ts'
import type { DealHeadline } from './deal-report.ts'

/** What a method says, after debt, costs and carve-out. */
export interface Answer {
  /** What each class is worth, in the order of the stage's classes. */
  readonly classUsd: readonly number[]
  /** All shares and rights to shares: what a headline price values. */
  readonly sharesUsd: number
  /** The same with SAFEs and notes. */
  readonly companyUsd: number
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** True for a SAFE or note, which has no shares yet. */
export const isOwed = ({ kind }: Pick<DealClass, 'kind'>): boolean => kind === 'safe' || kind === 'note'

const answer = ({ classes }: DealStage, classUsd: readonly number[]): Answer => ({
  classUsd,
  sharesUsd: sum(classUsd.filter((_, at) => !isOwed(classes[at]))),
  companyUsd: sum(classUsd),
})

const classUsd = (values: ClassValues, { table }: DealStage, { kind, place }: DealClass): number => {
  const { commonShares, promisedShares } = table
  const perShareUsd = values.commonUsd / (commonShares + promisedShares)
  switch (kind) {
    case 'common':
      return perShareUsd * commonShares
    case 'promised':
      return perShareUsd * promisedShares
    case 'available':
      return 0
    case 'option':
    case 'warrant':
      return values.rightsUsd[place]
    case 'series':
    case 'shadow_series':
      return values.seriesUsd[place]
    case 'safe':
    case 'note':
      return values.convertiblesUsd[place]
  }
}

const answerOf = (stage: DealStage, values: ClassValues): Answer =>
  answer(
    stage,
    stage.classes.map((one) => classUsd(values, stage, one)),
  )

/**
 * The classes by option pricing, solved back from the headline price: options on the equity after debt, which pay
 * dividends and interest run to the assumed exit.
 */
export const byOptionPricing = (deal: Deal, stage: DealStage, { place, priceUsd }: DealHeadline): Answer => {
  const { table } = runStage(deal, stage, deal.valuation.years)
  const terms = { ...deal.valuation, dividendYield: 0 }
  const companyUsd = backSolveCompanyUsd(table, plainSale, place, priceUsd, terms)
  return answerOf(stage, optionPricingValue(table, plainSale, companyUsd, terms))
}

/** The classes by what their contracts pay, solved back from the headline price: at a random time, dividends as of now. */
export const byContracts = (
  { valuation }: Deal,
  stage: DealStage,
  { place, priceUsd }: DealHeadline,
): Answer => {
  const model = { ...usualContractModel, ...valuation }
  const { classes } = contractValue(stage.table, place, priceUsd, model, new ContractWork())
  return answerOf(stage, classes)
}

/**
 * The classes by the deal's own scenarios, weighted and discounted. Each is an exit of its own time: dividends and
 * interest run to it, and a listing goes by the same rules as the exits of the deal.
 *
 * Source: AICPA, Valuation of Privately-Held-Company Equity Securities Issued as Compensation (2013), chapter 6.
 */
export const byScenarios = (deal: Deal, stage: DealStage): Answer => {
  const { valuation, exit, qualifiedListing } = deal
  const probability = sum(valuation.scenarios.map((scenario) => scenario.probability))
  if (!(Math.abs(probability - 1) <= 1e-9))
    throw new RangeError(`the probabilities of the scenarios must sum to 1, got ${probability}`)
  const weighted = valuation.scenarios.map(({ kind, priceUsd, probability, years }) => {
    const weight = probability * discountFactor(valuation.discountRate, years)
    const terms = { ...exit, kind, priceUsd }
    const { classes } = payExit(runStage(deal, stage, years), [], terms, qualifiedListing)
    return classes.map(({ amountUsd }: ClassPayout) => weight * amountUsd)
  })
  return answer(
    stage,
    stage.classes.map((_, at) => sum(weighted.map((amounts) => amounts[at]))),
  )
}
