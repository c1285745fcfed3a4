import { fullyDilutedShares } from '../../engine/finance/index.ts'
import { sampleStandardNormal, type Stream } from '../../engine/random/index.ts'
import { collectBids } from '../investor/bids.ts'
import { Stage } from '../market/codes.ts'
import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'
import { bridge } from './bridge.ts'
import { closeRound } from './close-round.ts'
import { considerCut } from './cut.ts'
import { Status } from './startups.ts'
import { fundamentalValueUsd, runwayMonths } from './value.ts'

const retryMonths = 2

/** A startup opens a raise; the answer comes after the process. */
export function openRaise(world: World, row: number, time: number): void {
  const { startups, parameters, calendar } = world
  if (startups.status[row] === Status.ended || startups.raising[row] === 1) return
  startups.raising[row] = 1
  const length = parameters.rounds.processLength * (0.5 + startups.raises(row).next())
  calendar.schedule(time + length, EventKind.meetInvestors, row)
}

/**
 * Investors answer. Each bidder forms a noisy private value; the best offer wins if it clears the stage's hurdle, is not
 * refused as a down round by a company that can wait, finds an investor with time, and is filled to at least half.
 * Ownership is anchored and the price floats: the amount is what the anchored share costs at that price.
 */
export function meetInvestors(world: World, row: number, time: number): void {
  const { startups, firms, sentiment } = world
  if (startups.raising[row] === 0) return
  startups.raising[row] = 0
  if (startups.status[row] === Status.ended) return
  const stage = nextStage(startups.stage[row])
  const stream = startups.raises(row)
  const offerUsd = offer(world, row, stage, stream, time)
  const dilution = anchoredDilution(world, stage, stream)
  const post = agreedPost(world, row, stage, offerUsd, dilution, time)
  const wantedUsd = askedAmount(world, row, post > 0 ? post : offerUsd, dilution)
  firms.askedUsd += wantedUsd
  const closes = post > 0 && firms.attention >= 1 && closeRound(world, row, stage, post, wantedUsd, time)
  sentiment.noteAttempt(!closes)
  if (closes) firms.attention -= 1
  else raiseFails(world, row, stream, time)
  // What was asked for was asked of the market of that day.
  startups.askPostUsd[row] = 0
  startups.askAmountUsd[row] = 0
}

function nextStage(stage: number): number {
  return stage < Stage.seed ? Stage.seed : Math.min(Stage.growth, stage + 1)
}

/** Best offer in dollars of post-money: value, market mood as far as the bidder follows it, luck, competition. */
function offer(world: World, row: number, stage: number, stream: Stream, time: number): number {
  const { firms, parameters } = world
  const bid = collectBids(world, row, stage, stream)
  if (!(bid > Number.NEGATIVE_INFINITY)) return 0
  const ratio = firms.needsUsd > 0 ? firms.monthlyBudgetUsd / firms.needsUsd : 1
  const pressure = Math.exp(parameters.capital.competitionExponent * Math.log(Math.max(1e-6, ratio)))
  const competition = Math.max(0.6, Math.min(1.8, pressure))
  return fundamentalValueUsd(world, row, time) * Math.exp(bid) * competition
}

function anchoredDilution(world: World, stage: number, stream: Stream): number {
  const p = world.parameters.rounds
  return Math.min(0.6, p.dilution[stage] * Math.exp(p.dilutionSpread * sampleStandardNormal(stream)))
}

/** Post-money that both sides accept, 0 if none. */
function agreedPost(
  world: World,
  row: number,
  stage: number,
  offerUsd: number,
  dilution: number,
  time: number,
): number {
  const { startups, prices, firms, parameters } = world
  const p = parameters.rounds
  const asked = startups.askPostUsd[row]
  if (asked > 0) return offerUsd >= asked ? asked : offerUsd >= 0.7 * asked ? offerUsd : 0
  const elasticity = p.hurdleElasticity * (1 - parameters.market.discipline) * prices.privateMispricing
  if (offerUsd < p.hurdle[stage] * Math.exp(elasticity) || firms.count === 0) return 0
  const priceUsd = (offerUsd * (1 - dilution)) / fullyDilutedShares(startups.capTables[row])
  const isDown = startups.lastRound[row] >= 0 && priceUsd < startups.lastPriceUsd[row]
  if (isDown && runwayMonths(world, row) > p.downRunway && time - startups.lastRoundMonth[row] < 36) return 0
  return offerUsd
}

function askedAmount(world: World, row: number, post: number, dilution: number): number {
  const asked = world.startups.askAmountUsd[row]
  return asked > 0 ? Math.min(asked, 0.6 * post) : post * dilution
}

/** No deal: insiders may bridge, costs may be cut, and a short runway means trying again soon. */
function raiseFails(world: World, row: number, stream: Stream, time: number): void {
  const { startups, parameters, calendar } = world
  const p = parameters.rounds
  const bridgeDraw = stream.next()
  startups.failedRaises[row] = Math.min(100, startups.failedRaises[row] + 1)
  if (startups.status[row] !== Status.funded) return
  const runway = runwayMonths(world, row)
  if (runway < p.downRunway && startups.bridges[row] < p.bridgeLimit && bridgeDraw < p.bridgeChance)
    bridge(world, row, time)
  considerCut(world, row, runway)
  if (runwayMonths(world, row) > p.raiseRunway + 3) return
  startups.raising[row] = 1
  calendar.schedule(time + retryMonths, EventKind.meetInvestors, row)
}
