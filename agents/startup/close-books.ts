import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
import { recordCompany } from '../market/record-company.ts'
import type { World } from '../market/world.ts'
import { refreshWeight } from './appeal.ts'
import { runOutOfCash } from './out-of-cash.ts'
import { considerExit, considerDormantEnd } from './exits.ts'
import { considerCut } from './cut.ts'
import { plannedComputeUsd } from './planned-compute.ts'
import { monthOfSales } from './sales.ts'
import { monthOfStaff } from './staff.ts'
import { fallSilent, isQuiet } from './silence.ts'
import { Practice, Status } from './startups.ts'
import { runwayMonths } from './value.ts'

/** Yearly log growth from which investors come by themselves: half as much again. */
const fastGrowth = Math.log(1.5)

/**
 * A month of a startup ends: contracts, costs and cash, then what the month brought: an offer to buy, a listing, a
 * reason to raise, or the end of the money.
 *
 * Draws: two uniforms from the startup's `life` stream, whatever happens; sales draw from their own.
 */
export function closeBooks(world: World, row: number, time: number): void {
  const { startups } = world
  if (startups.status[row] === Status.ended) return
  const life = startups.lifeStreams[row]
  const exitDraw = life.next32()
  const raiseDraw = life.next32()
  if (startups.fitMonth[row] === startups.fitMonth[row]) {
    monthOfSales(world, row)
    refreshWeight(world, row)
  }
  if (payMonth(world, row, time)) {
    if (mayEnd(world, row, exitDraw, time)) return
    if (startups.raising[row] === 0) considerRaise(world, row, raiseDraw, time)
  } else if (!runOutOfCash(world, row, exitDraw, raiseDraw, time)) return
  if (row === world.companyRow) recordCompany(world, Math.round(time) - 1)
  if (isQuiet(world, row)) fallSilent(world, row, time)
  else world.calendar.schedule(time + 1, EventKind.closeBooks, row)
}

/** An offer, a listing, or the quiet end of a dormant startup; true if it ended. */
function mayEnd(world: World, row: number, draw: number, time: number): boolean {
  return world.startups.status[row] === Status.dormant
    ? considerDormantEnd(world, row, draw, time)
    : considerExit(world, row, draw, time)
}

/** Books revenue and pays the month's costs; false if the cash does not cover them (then nothing but revenue moved). */
function payMonth(world: World, row: number, time: number): boolean {
  const { startups, ledger, compute, recorder, parameters } = world
  const p = parameters.startups
  const account = ledger.startupAccount(row)
  const revenueUsd = startups.arrUsd[row] / 12
  const inference = parameters.compute.inferenceShare
  const baseMargin = p.grossMargin[startups.businessModel[row]] + p.marginGrowth * startups.logSize[row]
  const costOfSales = (1 - baseMargin) * (1 - inference + inference * compute.relativePrice)
  const margin = Math.max(-0.5, Math.min(0.9, 1 - costOfSales))
  startups.grossMargin[row] = margin
  if (revenueUsd > 0) ledger.transfer(Account.customers, account, revenueUsd)
  // Rented hours that capacity cannot serve are not billed.
  const cogsUsd = revenueUsd * (1 - margin) * (1 - inference + inference * compute.served)
  const status = startups.status[row]
  const spendUsd =
    (status === Status.dormant ? 0 : startups.planUsd[row]) + Math.max(0, p.reinvested * margin * revenueUsd)
  const computeUsd = status === Status.funded ? trainingSpendUsd(world, row, time) : 0
  const services = serviceShare(world, row)
  const servicesUsd = spendUsd * services + complianceUsd(world, row)
  const payUsd =
    status === Status.funded
      ? monthOfStaff(world, row, Math.max(0, spendUsd * (1 - services) - plannedComputeUsd(world, row)), time)
      : spendUsd * (1 - services)
  const costsUsd = cogsUsd + computeUsd + servicesUsd + payUsd
  startups.netBurnUsd[row] = costsUsd - revenueUsd
  if (costsUsd > 0 && ledger.balanceUsd(account) < costsUsd + 1) return false
  const servingUsd = revenueUsd * (1 - margin) * inference * compute.served
  const cloudUsd = servingUsd + computeUsd
  const servingHours = servingUsd / compute.priceUsd
  ledger.transfer(account, Account.computeProviders, cloudUsd)
  ledger.transfer(account, Account.outside, cogsUsd - servingUsd + servicesUsd)
  ledger.transfer(account, Account.foundersAndStaff, payUsd)
  const hours = servingHours + experimentHours(world, row, computeUsd, time)
  compute.use(hours / Math.max(0.05, compute.served))
  startups.gpuHours[row] += time >= 0 ? hours : 0
  recorder.addCompute(time, hours, cloudUsd)
  recorder.addCosts(time, costsUsd)
  return true
}

/** Share of spending on marketing, offices, services and risk practices. */
function serviceShare(world: World, row: number): number {
  const p = world.parameters.startups
  const practices = world.startups.practices[row]
  const kept = (practices & 1) + ((practices >> 1) & 1) + ((practices >> 2) & 1) + ((practices >> 3) & 1)
  return p.overhead + kept * p.practiceCost
}

function complianceUsd(world: World, row: number): number {
  const { startups, parameters, conditions } = world
  if (startups.status[row] !== Status.funded) return 0
  const strictness = parameters.customers.strictness[startups.industry[row]]
  const size = 1 + 0.1 * startups.arrUsd[row] * 1e-6
  return (
    parameters.regulators.complianceCost[startups.jurisdiction[row]] *
    conditions.compliance *
    strictness *
    size
  )
}

/** This month's compute bill beside serving: experiments, or the reserved commitment if that is larger. */
function trainingSpendUsd(world: World, row: number, time: number): number {
  const { startups } = world
  const plannedUsd = plannedComputeUsd(world, row)
  const reservedUsd = time < startups.reservedUntil[row] ? startups.reservedUsd[row] : 0
  const experimentsUsd = 0.4 * plannedUsd * world.compute.served
  startups.trainingFundUsd[row] += Math.max(0, plannedUsd - Math.max(experimentsUsd, reservedUsd))
  return Math.max(experimentsUsd, reservedUsd)
}

function experimentHours(world: World, row: number, computeUsd: number, time: number): number {
  const { startups, compute } = world
  if (time >= startups.reservedUntil[row]) return computeUsd / compute.priceUsd
  const extraUsd = Math.max(0, computeUsd - startups.reservedUsd[row])
  return startups.reservedHours[row] + extraUsd / compute.priceUsd
}

/** Opens a raise when the runway is short or growth is worth it; cuts costs when the market is cold. */
function considerRaise(world: World, row: number, draw: number, time: number): void {
  const { startups, parameters, sentiment, calendar } = world
  const p = parameters.rounds
  const status = startups.status[row]
  if (status === Status.unfunded || (status === Status.dormant && startups.lastRound[row] < 0)) {
    const reachable = status === Status.unfunded || startups.arrUsd[row] > 0
    if (reachable && draw < seedHazard(world, row)) calendar.schedule(time, EventKind.openRaise, row)
    return
  }
  const runway = runwayMonths(world, row)
  if (status === Status.funded) considerCut(world, row, runway)
  const sinceRound = time - startups.lastRoundMonth[row]
  const eager = startups.growth[row] > fastGrowth && sinceRound > 6
  const hazard = eager ? p.opportunisticRate * Math.exp(p.opportunisticSentiment * sentiment.value) : 0
  const cautious = (startups.practices[row] & Practice.financial) !== 0 ? 2 : 0
  if ((status === Status.funded && runway < p.raiseRunway + cautious) || draw < hazard)
    calendar.schedule(time, EventKind.openRaise, row)
}

function seedHazard(world: World, row: number): number {
  const { startups, parameters, firms } = world
  const p = parameters.startups
  if (firms.count === 0) return 0
  const rules = parameters.regulators.seedCut[startups.jurisdiction[row]]
  const revenue = startups.arrUsd[row] > 0 ? 1.5 : 1
  return p.seedRate * revenue * (1 - rules) * world.moods.seed * startups.seedAppeal[row]
}
