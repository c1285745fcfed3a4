import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'

const crossoverReserveMonths = 3

/**
 * A month of limited partners: commitments follow the lagged return of the index and reach the firms of each type,
 * late-stage money from outside comes in when sentiment is high and leaves when it is low, and every firm may spend a
 * little more. Discipline of the market becomes the capital-weighted mean, so a boom that feeds momentum money counts.
 */
export function commitmentsMonth(world: World, time: number): void {
  const capital = world.parameters.capital
  const past = world.prices.pastReturn(capital.returnLag + 24, capital.returnLag)
  const flowUsd =
    world.parameters.market.capitalSupply *
    world.conditions.capital *
    capital.commitments *
    Math.exp(capital.returnSensitivity * past + Math.log1p(capital.commitmentGrowth) * time)
  const pace =
    (capital.pace / capital.investmentPeriod) * Math.exp(capital.paceSentiment * world.sentiment.value)
  let budgetUsd = 0
  for (let firm = 0; firm < world.firms.count; firm++)
    budgetUsd += world.firms.isCrossover(firm)
      ? refillCrossover(world, firm, time)
      : fundFirm(world, firm, flowUsd, pace, time)
  updateNeeds(world, budgetUsd)
}

/** Sends a firm its share of new commitments, takes its fee and lets its budget grow; returns the new budget. */
function fundFirm(world: World, firm: number, flowUsd: number, pace: number, time: number): number {
  const { firms, ledger } = world
  const capital = world.parameters.capital
  const type = firms.type[firm]
  const account = ledger.firmAccount(firm)
  const shareUsd = (flowUsd * capital.commitmentShare[type]) / firms.countOfType[type]
  if (shareUsd > 0) firms.call(firm, ledger.transfer(Account.limitedPartners, account, shareUsd), time)
  const feeUsd = ledger.balanceUsd(account) * capital.feeShare
  firms.feesUsd[firm] += ledger.transfer(account, Account.outside, feeUsd)
  const powderUsd = ledger.balanceUsd(account)
  const monthlyUsd = powderUsd * pace
  const largestUsd = capital.largestCheque * (powderUsd + 12 * shareUsd)
  firms.budgetUsd[firm] = Math.min(
    firms.budgetUsd[firm] + monthlyUsd,
    Math.max(monthlyUsd, largestUsd),
    powderUsd,
  )
  return monthlyUsd
}

/** Late-stage money keeps three months of what it would invest at hand; the rest goes home. */
function refillCrossover(world: World, firm: number, time: number): number {
  const { firms, ledger } = world
  const capital = world.parameters.capital
  const account = ledger.firmAccount(firm)
  const monthlyUsd =
    (world.parameters.market.capitalSupply *
      world.conditions.crossover *
      capital.crossover *
      Math.exp(
        capital.crossoverSentiment * world.sentiment.value + Math.log1p(capital.commitmentGrowth) * time,
      )) /
    firms.countOfType[firms.type[firm]]
  const targetUsd = crossoverReserveMonths * monthlyUsd
  const balanceUsd = ledger.balanceUsd(account)
  if (balanceUsd < targetUsd) {
    const comingUsd = Math.min(monthlyUsd, targetUsd - balanceUsd)
    firms.call(firm, ledger.transfer(Account.limitedPartners, account, comingUsd), time)
  } else
    firms.distribute(firm, ledger.transfer(account, Account.limitedPartners, balanceUsd - targetUsd), time)
  firms.budgetUsd[firm] = ledger.balanceUsd(account)
  return monthlyUsd
}

function updateNeeds(world: World, budgetUsd: number): void {
  const { firms, parameters } = world
  const lag = 12
  if (firms.needsUsd === 0) firms.needsUsd = budgetUsd
  firms.needsUsd += (firms.askedUsd - firms.needsUsd) / lag
  firms.askedUsd = 0
  firms.monthlyBudgetUsd = budgetUsd
  const rate =
    parameters.rounds.attention *
    parameters.startups.entry *
    parameters.market.entry *
    Math.exp(parameters.rounds.attentionSentiment * world.sentiment.value)
  firms.attention = Math.min(firms.attention + rate, rate + Math.max(1, rate))
}

/** Discipline of the market: the mean over firms, weighted by the money that each may spend. */
export function marketDiscipline(world: World): number {
  const { firms, ledger } = world
  let weight = 0
  let sum = 0
  for (let firm = 0; firm < firms.count; firm++) {
    const powderUsd = ledger.balanceUsd(ledger.firmAccount(firm))
    weight += powderUsd
    sum += powderUsd * firms.discipline[firm]
  }
  return weight > 0 ? sum / weight : world.parameters.market.discipline
}

/** Dry powder of all firms in dollars. */
export function dryPowderUsd(world: World): number {
  let sum = 0
  for (let firm = 0; firm < world.firms.count; firm++)
    sum += world.ledger.balanceUsd(world.ledger.firmAccount(firm))
  return sum
}
