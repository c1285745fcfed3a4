import { assembleStart } from '../deal-file/assemble-deal.ts'
import type { Assembler } from '../load/assembler.ts'
import type { Company } from '../scenario.ts'
import type { BusinessModel, Direction, Industry, Jurisdiction, Stage } from '../vocabulary.ts'
import { companyFields, companyWordDefaults, costPerHeadUsdPerMonth, defaultTeam } from './company-fields.ts'

type Path = readonly (string | number)[]

const assembleRounds = (from: Assembler): Pick<Company, 'lastRound' | 'ask'> => {
  const money = (group: string, field: string): number =>
    from.quantity(['company', group, field], 0, { min: 1, max: 1e13 })
  const lastRound = from.has(['company', 'last_round'])
    ? {
        stage: from.word<Stage>(['company', 'last_round', 'stage'], 'seed'),
        amountUsd: money('last_round', 'amount'),
        postMoneyUsd: money('last_round', 'post_money'),
        month: from.number(['company', 'last_round', 'month'], 0),
      }
    : null
  const ask = from.has(['company', 'ask'])
    ? { amountUsd: money('ask', 'amount'), postMoneyUsd: money('ask', 'post_money') }
    : null
  return { lastRound, ask }
}

/** The company of a scenario, `null` when there is none; its burn defaults to the team plus the cost of revenue. */
export const assembleCompany = (from: Assembler, scenarioName: string): Company | null => {
  if (!from.has(['company'])) return null
  const at = (field: string): Path => ['company', field]
  const team = {
    researchers: from.number(['company', 'team', 'researchers'], defaultTeam.researchers),
    engineers: from.number(['company', 'team', 'engineers'], defaultTeam.engineers),
    goToMarket: from.number(['company', 'team', 'go_to_market'], defaultTeam.goToMarket),
  }
  const arrUsd = from.quantity(at('arr'), companyFields.arr.value, companyFields.arr)
  const grossMargin = from.quantity(
    at('gross_margin'),
    companyFields.grossMargin.value,
    companyFields.grossMargin,
  )
  const heads = team.researchers + team.engineers + team.goToMarket
  const usualBurn = heads * costPerHeadUsdPerMonth + ((1 - grossMargin) * arrUsd) / 12
  return {
    name: from.word(at('name'), scenarioName),
    direction: from.word<Direction>(at('direction'), 'industry_specialist'),
    businessModel: from.word<BusinessModel>(at('business_model'), companyWordDefaults.businessModel),
    industry: from.word<Industry>(at('industry'), 'software'),
    jurisdiction: from.word<Jurisdiction>(at('jurisdiction'), companyWordDefaults.jurisdiction),
    cashUsd: from.quantity(at('cash'), 0, { min: 0, max: 1e13 }),
    arrUsd,
    growthPerMonth: from.quantity(at('growth'), companyFields.growth.value, companyFields.growth),
    burnUsdPerMonth: from.quantity(at('burn'), usualBurn, companyFields.burn),
    grossMargin,
    team,
    ...assembleRounds(from),
    capTable: from.has(at('cap_table')) ? assembleStart(from.part(at('cap_table'))) : null,
  }
}
