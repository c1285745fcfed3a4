import { makeCapTable, closeRound } from '../../engine/finance/index.ts'
import { sampleExponential } from '../../engine/random/index.ts'
import type { Company } from '../../scenarios/index.ts'
import { businessModels, directions, industries, jurisdictions, stages } from '../../scenarios/vocabulary.ts'
import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'
import { scheduleFirstAudit } from '../regulator/audit.ts'
import { refreshPull, refreshWeight } from './appeal.ts'
import { scheduleFounderExit } from './founder-leaves.ts'
import { startPlanning } from './plan.ts'
import { Status } from './startups.ts'

const oneOfUs = 'company'
const monthsBeforeLastRound = 12

/**
 * The scenario's own company joins the market with its cash, revenue, team and cap table; from here it lives by the same
 * rules as any other. Its sales start where the present tenders explain the growth that its founders report.
 */
export function joinCompany(world: World, company: Company, time: number): void {
  const { startups, ledger, parameters, calendar, talent } = world
  const row = startups.add(oneOfUs)
  ledger.reserve(startups.count)
  world.companyRow = row
  startups.isCompany[row] = 1
  startups.auditClock[row] = sampleExponential(startups.lifeStreams[row], 1)
  startups.founded[row] = (company.lastRound?.month ?? 0) - monthsBeforeLastRound
  startups.direction[row] = directions.indexOf(company.direction)
  startups.businessModel[row] = businessModels.indexOf(company.businessModel)
  startups.industry[row] = industries.indexOf(company.industry)
  startups.jurisdiction[row] = jurisdictions.indexOf(company.jurisdiction)
  startups.practices[row] = 15
  ledger.transfer(Account.outside, ledger.startupAccount(row), company.cashUsd)
  startups.capability[row] = world.incumbents.open + parameters.startups.domainGain[startups.direction[row]]
  hireTeam(world, row, company)
  takeRevenue(world, row, company, time)
  takeLastRound(world, row, company)
  planFromBurn(world, row, company)
  startups.status[row] = company.lastRound !== null || company.arrUsd > 0 ? Status.funded : Status.unfunded
  if (startups.status[row] === Status.funded) {
    talent.bring(0, startups.researchers[row])
    talent.bring(1, startups.engineers[row])
    talent.bring(2, startups.sellers[row])
    scheduleFirstAudit(world, row, time)
  }
  refreshPull(world, row)
  ask(world, row, company, time)
  calendar.schedule(time + 1, EventKind.closeBooks, row)
  calendar.schedule(time + parameters.startups.iterationLength, EventKind.iterate, row)
  startPlanning(world, row, time)
  scheduleFounderExit(world, row, time)
  world.recorder.addFlow('entrants', time, 1)
}

function hireTeam(world: World, row: number, company: Company): void {
  world.startups.researchers[row] = Math.round(company.team.researchers)
  world.startups.engineers[row] = Math.round(company.team.engineers)
  world.startups.sellers[row] = Math.round(company.team.goToMarket)
}

/** Takes over contracts, and opens the segment whose tenders explain the reported growth. */
function takeRevenue(world: World, row: number, company: Company, time: number): void {
  const { startups, customers, parameters } = world
  if (!(company.arrUsd > 0)) {
    startups.fitMonth[row] = Number.NaN
    return
  }
  const p = parameters.startups
  startups.fitMonth[row] = time
  startups.firstRevenueMonth[row] = startups.founded[row] < 0 ? startups.founded[row] : time
  startups.arrUsd[row] = company.arrUsd
  startups.peakArrUsd[row] = company.arrUsd
  startups.growth[row] = 12 * Math.log1p(company.growthPerMonth)
  startups.grossMargin[row] = company.grossMargin
  const churn = p.churn * p.churnModel[startups.businessModel[row]] - p.expansion
  const industry = startups.industry[row]
  startups.logSize[row] = Math.log1p(company.arrUsd * 1e-6)
  refreshPull(world, row)
  refreshWeight(world, row)
  world.segment = {
    industry,
    salesAtStartUsd: company.arrUsd * Math.max(0.002, company.growthPerMonth + churn),
    weightAtStart: startups.weight[row],
    tenderAtStartUsd: customers.tenderedUsd[industry],
    rivalsAtStart: customers.rivals[industry],
  }
}

/** The last round becomes the first row of the company's rounds, held by a firm of that stage. */
function takeLastRound(world: World, row: number, company: Company): void {
  const { startups, parameters } = world
  const last = company.lastRound
  if (last === null) return
  const preMoneyUsd = Math.max(1, last.postMoneyUsd - last.amountUsd)
  startups.capTables[row] = makeCapTable(9_000_000, 1_000_000)
  closeRound(startups.capTables[row], {
    preMoneyUsd,
    amountUsd: last.amountUsd,
    liquidationMultiple: 1,
    participating: false,
    poolShareAfter: Math.min(parameters.rounds.poolShare, (0.5 * preMoneyUsd) / last.postMoneyUsd),
  })
  const round = world.rounds.add()
  const { rounds } = world
  rounds.startup[round] = row
  rounds.series[round] = 0
  rounds.month[round] = last.month
  rounds.kind[round] = 0
  rounds.amountUsd[round] = last.amountUsd
  rounds.preMoneyUsd[round] = preMoneyUsd
  rounds.postMoneyUsd[round] = last.postMoneyUsd
  rounds.liquidationMultiple[round] = 1
  rounds.participating[round] = 0
  const stage = stages.indexOf(last.stage)
  const insiders = world.firms.ofStage[stage]
  rounds.stage[round] = stage
  rounds.leadFund[round] = insiders.length > 0 ? insiders[0] : -1
  rounds.investor[round * investorsPerRound] = rounds.leadFund[round]
  rounds.investedUsd[round * investorsPerRound] = last.amountUsd
  rounds.returnedUsd[round] = 0
  rounds.previous[round] = -1
  startups.lastRound[row] = round
  startups.lastRoundMonth[row] = last.month
  startups.lastPostUsd[row] = last.postMoneyUsd
  startups.lastPriceUsd[row] = startups.capTables[row].issuePriceUsd[0]
  startups.raisedUsd[row] = last.amountUsd
  startups.stage[row] = stage
  if (last.stage === 'seed') startups.seedMonth[row] = last.month
}

/** Plan = stated gross burn less cost of sales and less what gross profit pays for. */
function planFromBurn(world: World, row: number, company: Company): void {
  const revenueUsd = company.arrUsd / 12
  const cogsUsd = revenueUsd * (1 - company.grossMargin)
  const reinvestedUsd = world.parameters.startups.reinvested * company.grossMargin * revenueUsd
  world.startups.planUsd[row] = Math.max(0, company.burnUsdPerMonth - cogsUsd - reinvestedUsd)
  world.startups.netBurnUsd[row] = Math.max(0, company.burnUsdPerMonth - revenueUsd)
}

/** A company that asks for money now gets its answer within weeks. */
function ask(world: World, row: number, company: Company, time: number): void {
  if (company.ask === null) return
  const { startups, calendar } = world
  startups.askAmountUsd[row] = company.ask.amountUsd
  startups.askPostUsd[row] = company.ask.postMoneyUsd
  startups.raising[row] = 1
  calendar.schedule(time + 0.5, EventKind.meetInvestors, row)
}
