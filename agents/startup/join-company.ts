import {
  closeRound,
  fullyDilutedShares,
  makeTable,
  samePool,
  usualTerms,
} from '../../engine/finance/index.ts'
import { sampleExponential } from '../../engine/random/index.ts'
import type { Company } from '../../scenarios/index.ts'
import { businessModels, directions, industries, jurisdictions, stages } from '../../scenarios/vocabulary.ts'
import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
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
  takeCapTable(world, row, company)
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

/** Takes over the stated cap table; without one there are founders, a pool, and the investors of the last round. */
function takeCapTable(world: World, row: number, company: Company): void {
  const { startups, parameters } = world
  const { capTable, lastRound } = company
  if (capTable !== null) {
    startups.capTables[row] = makeTable(capTable, null)
    for (const right of capTable.rights)
      if (right.kind === 'option') startups.grantedShares[row] += right.shares
    return
  }
  if (lastRound === null) return
  const preMoneyUsd = Math.max(1, lastRound.postMoneyUsd - lastRound.amountUsd)
  const targetShare = Math.min(parameters.rounds.poolShare, (0.5 * preMoneyUsd) / lastRound.postMoneyUsd)
  const terms = {
    preMoneyUsd,
    amountUsd: lastRound.amountUsd,
    convention: 'percentage_ownership' as const,
    pool: { ...samePool, targetShare },
    preferred: usualTerms,
    protectsOlder: true,
    rounding: null,
  }
  closeRound(startups.capTables[row], terms, world.solution)
}

/**
 * The last round becomes the first row of the company's rounds; its series is the newest of the cap table. Its holders
 * invested before the study: they are paid outside the market's firms, of which one takes their place in a bridge.
 */
function takeLastRound(world: World, row: number, company: Company): void {
  const { startups, rounds, firms } = world
  const last = company.lastRound
  if (last === null) return
  const table = startups.capTables[row]
  const round = rounds.add()
  rounds.startup[round] = row
  rounds.series[round] = table.series.length - 1
  rounds.month[round] = last.month
  rounds.kind[round] = 0
  rounds.isSenior[round] = 0
  rounds.amountUsd[round] = last.amountUsd
  rounds.preMoneyUsd[round] = Math.max(1, last.postMoneyUsd - last.amountUsd)
  rounds.postMoneyUsd[round] = last.postMoneyUsd
  rounds.fairValueUsd[round] = Number.NaN
  const stage = stages.indexOf(last.stage)
  const insiders = firms.ofStage[stage]
  rounds.stage[round] = stage
  rounds.leadFund[round] = insiders.length > 0 ? insiders[0] : -1
  rounds.returnedUsd[round] = 0
  rounds.previous[round] = -1
  startups.lastRound[row] = round
  startups.lastRoundMonth[row] = last.month
  startups.lastPostUsd[row] = last.postMoneyUsd
  startups.lastPriceUsd[row] =
    table.series.length > 0
      ? table.series[table.series.length - 1].issuePriceUsd
      : last.postMoneyUsd / fullyDilutedShares(table)
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
