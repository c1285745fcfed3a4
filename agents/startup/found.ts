import {
  makeStream,
  sampleCategorical,
  sampleExponential,
  samplePoisson,
  sampleStandardNormal,
  type Stream,
} from '../../engine/random/index.ts'
import { EventKind } from '../market/events.ts'
import { Account } from '../market/ledger.ts'
import type { World } from '../market/world.ts'
import { refreshPull } from './appeal.ts'
import { scheduleFounderExit } from './founder-leaves.ts'
import { Practice } from './startups.ts'

/** Foundings of a month whose instants come from one shared stream; a busier month has a stream of its own. */
const usualFoundings = 12

/**
 * Schedules the foundings of the month that starts now. The count is Poisson with a rate that rises with sentiment;
 * each founding is named after its month and number, so that its luck stays its own in every scenario.
 *
 * Draws: a Poisson count from stream `foundings`; a fixed number of uniforms from stream `instants`, so that one
 * month's count does not move another's instants.
 */
export function scheduleFoundings(world: World, time: number): void {
  const { startups, market } = world.parameters
  const month = Math.round(time)
  const rate = startups.entry * market.entry * Math.exp(startups.entrySentiment * world.sentiment.value)
  const count = samplePoisson(world.foundings, rate)
  const busy = count > usualFoundings ? makeStream(world.seed, world.run, 'foundings', month) : null
  for (let k = 0; k < Math.max(count, usualFoundings); k++) {
    const instant = k < usualFoundings ? world.instants.next32() : (busy ?? world.instants).next32()
    if (k < count) world.calendar.schedule(time + instant, EventKind.founding, month, k)
  }
}

/** A startup is founded: its label is the month and the number within it. */
export function found(world: World, month: number, ordinal: number, time: number): void {
  const { startups, calendar, ledger, parameters } = world
  const row = startups.add(`${month}.${ordinal}`)
  ledger.reserve(startups.count)
  const traits = startups.lifeStreams[row]
  startups.founded[row] = time
  startups.tableMonth[row] = time
  drawKind(world, row, traits)
  drawTraits(world, row, traits)
  const p = parameters.startups
  const months = p.preSeedLife * (0.75 + 0.5 * traits.next())
  ledger.transfer(Account.foundersAndStaff, ledger.startupAccount(row), p.preSeedBurn * months)
  startups.planUsd[row] = p.preSeedBurn
  startups.researchers[row] = startups.direction[row] === 0 ? 2 : 1
  startups.engineers[row] = 2
  startups.sellers[row] = 1
  startups.grossMargin[row] = p.grossMargin[startups.businessModel[row]]
  startups.capability[row] = world.incumbents.open
  refreshPull(world, row)
  calendar.schedule(time + 1, EventKind.closeBooks, row)
  calendar.schedule(time + p.iterationLength * (0.5 + traits.next()), EventKind.iterate, row)
  scheduleFounderExit(world, row, time)
  startups.auditClock[row] = sampleExponential(traits, 1)
  world.recorder.addFlow('entrants', time, 1)
}

function drawKind(world: World, row: number, traits: Stream): void {
  const { startups, parameters } = world
  const p = parameters.startups
  startups.direction[row] = sampleCategorical(traits, p.directionShare)
  startups.businessModel[row] = sampleCategorical(traits, p.modelShare)
  startups.jurisdiction[row] = sampleCategorical(traits, p.jurisdictionShare)
  startups.industry[row] = sampleCategorical(traits, world.customers.foundersChoice)
  startups.channel[row] = Math.floor(traits.next() * p.channelReach.length)
  let practices = 0
  for (const practice of [Practice.technical, Practice.market, Practice.legal, Practice.financial])
    if (traits.next() < p.practiceChance) practices |= practice
  startups.practices[row] = practices
}

/**
 * Traits of chapter 10: technology, market insight, teamwork, capital discipline (here thrift). Quality is their mean
 * scaled to unit variance; the marginal founder in a hot market is weaker and bolder.
 */
function drawTraits(world: World, row: number, traits: Stream): void {
  const { startups, parameters, sentiment } = world
  const p = parameters.startups
  const heat = Math.max(0, sentiment.value)
  const drop = p.hotQualityDrop * heat
  startups.technology[row] = sampleStandardNormal(traits)
  startups.insight[row] = sampleStandardNormal(traits)
  startups.teamwork[row] = sampleStandardNormal(traits)
  startups.thrift[row] = sampleStandardNormal(traits)
  const sum = startups.technology[row] + startups.insight[row] + startups.teamwork[row] + startups.thrift[row]
  startups.quality[row] = sum / 2 - drop
  startups.seedAppeal[row] = Math.exp(p.seedQuality * startups.quality[row])
  startups.fitAppeal[row] = Math.exp(p.fitQuality * startups.quality[row])
  startups.restlessness[row] = Math.exp(-0.15 * startups.teamwork[row])
  const boldness = 1 + p.abilityHeat * heat
  const luck = (sampleExponential(traits, 1) - 1) * p.abilityMean * boldness
  const superstar = traits.next() < p.superstarChance ? p.superstarBonus : 0
  startups.ability[row] = luck + superstar
}
