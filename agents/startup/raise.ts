import { closeRound as issueSeries, fullyDilutedShares } from '../../engine/finance/index.ts'
import { sampleStandardNormal, type Stream } from '../../engine/random/index.ts'
import { collectBids, fillRound, spendBudgets } from '../investor/bids.ts'
import { RoundKind, Stage } from '../market/codes.ts'
import { EventKind } from '../market/events.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'
import { scheduleFirstAudit } from '../regulator/audit.ts'
import { considerCut } from './cut.ts'
import { startPlanning } from './plan.ts'
import { headcount } from './staff.ts'
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
  const closes = post > 0 && firms.attention >= 1 && close(world, row, stage, post, wantedUsd, time)
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

/** Closes a round if investors can fill at least half of it; money they lack cuts the amount, not the price. */
function close(
  world: World,
  row: number,
  stage: number,
  post: number,
  wantedUsd: number,
  time: number,
): boolean {
  const { startups, rounds, parameters } = world
  const round = rounds.add()
  const filledUsd = fillRound(world, round, stage, wantedUsd)
  if (filledUsd < parameters.rounds.smallestFill * wantedUsd || filledUsd < 1) {
    rounds.count--
    return false
  }
  spendBudgets(world, round)
  const preUsd = Math.max(1, Math.round(post - wantedUsd))
  noteHeat(world, row, preUsd + filledUsd, time)
  bookRound(world, row, round, stage, preUsd, filledUsd, negotiatedTerms(world, row), time)
  startups.lastRoundMonth[row] = time
  startups.lastPostUsd[row] = preUsd + filledUsd
  const isFirst = rounds.previous[round] < 0
  if (!isFirst) world.sentiment.noteFollowOn(rounds.kind[round] === RoundKind.up)
  startups.stage[row] = Math.max(startups.stage[row], stage)
  if (stage === Stage.seed && isFirst) startups.seedMonth[row] = time
  startups.failedRaises[row] = 0
  startups.bridges[row] = 0
  startups.cuts[row] = 0
  planSpending(world, row, time)
  return true
}

/** Writes the round, issues the shares, and moves the money from the investors found by `fillRound`. */
function bookRound(
  world: World,
  row: number,
  round: number,
  stage: number,
  preUsd: number,
  amountUsd: number,
  terms: Terms,
  time: number,
): void {
  const { startups, rounds, ledger, parameters } = world
  const table = startups.capTables[row]
  const pool = startups.stage[row] >= stage ? 0 : parameters.rounds.poolShare
  const series = issueSeries(table, {
    preMoneyUsd: preUsd,
    amountUsd,
    liquidationMultiple: terms.multiple,
    participating: terms.participating,
    poolShareAfter: Math.min(pool, (0.9 * preUsd) / (preUsd + amountUsd)),
  })
  const price = table.issuePriceUsd[series]
  rounds.startup[round] = row
  rounds.series[round] = series
  rounds.month[round] = time
  rounds.stage[round] = stage
  rounds.kind[round] = kindOf(
    startups.lastRound[row],
    startups.lastPriceUsd[row],
    price,
    parameters.rounds.flatBand,
  )
  rounds.amountUsd[round] = amountUsd
  rounds.preMoneyUsd[round] = preUsd
  rounds.postMoneyUsd[round] = preUsd + amountUsd
  rounds.liquidationMultiple[round] = terms.multiple
  rounds.participating[round] = terms.participating ? 1 : 0
  rounds.leadFund[round] = rounds.investor[round * investorsPerRound]
  rounds.returnedUsd[round] = 0
  rounds.previous[round] = startups.lastRound[row]
  for (let k = 0; k < investorsPerRound; k++) {
    const place = round * investorsPerRound + k
    if (rounds.investor[place] < 0) break
    ledger.transfer(
      ledger.firmAccount(rounds.investor[place]),
      ledger.startupAccount(row),
      rounds.investedUsd[place],
    )
  }
  startups.lastRound[row] = round
  startups.lastPriceUsd[row] = price
  startups.raisedUsd[row] += amountUsd
  world.recorder.addFlow('fundingUsd', time, amountUsd)
  if (time >= 0) world.recorder.investedUsd += amountUsd
}

function kindOf(lastRound: number, lastPriceUsd: number, priceUsd: number, band: number): number {
  if (lastRound < 0) return RoundKind.first
  const change = priceUsd / lastPriceUsd - 1
  if (change > band) return RoundKind.up
  return change < -band ? RoundKind.down : RoundKind.flat
}

/** What a round's preference gives. */
interface Terms {
  readonly multiple: number
  readonly participating: boolean
}

/** One-times non-participating is the rule; fear and weak bargaining bring more. Draws: two uniforms. */
function negotiatedTerms(world: World, row: number): Terms {
  const { startups, parameters, sentiment } = world
  const p = parameters.rounds
  const stream = startups.raises(row)
  const multipleDraw = stream.next()
  const participationDraw = stream.next()
  const fixed = parameters.market.liquidationMultiple
  const pressed = startups.failedRaises[row] > 0 ? 2 : 1
  const chance = Math.min(0.6, p.hardTermsChance * pressed * Math.exp(-p.hardTermsFear * sentiment.value))
  const multiple = fixed ?? (multipleDraw < chance ? 1.5 : 1)
  return { multiple, participating: fixed === null && participationDraw < chance }
}

/** Peers see what the deal paid over fundamentals; the next bidder weighs it by the market's herding. */
function noteHeat(world: World, row: number, postUsd: number, time: number): void {
  const { startups, firms } = world
  const direction = startups.direction[row]
  const premium = Math.log(postUsd / Math.max(1, fundamentalValueUsd(world, row, time)))
  const bounded = Math.max(-1, Math.min(1, premium))
  firms.heat[direction] += (bounded - firms.heat[direction]) / 6
}

/** After a round: spend so that the cash lasts a planned runway, shorter in a hot market and for spendthrifts. */
function planSpending(world: World, row: number, time: number): void {
  const { startups, parameters, sentiment } = world
  const p = parameters.startups
  const luck = p.runwaySpread * sampleStandardNormal(startups.raises(row))
  const runway = p.runway * Math.exp(luck - p.runwaySentiment * sentiment.value + 0.08 * startups.thrift[row])
  if (startups.status[row] !== Status.funded) startFunded(world, row, time)
  startups.planUsd[row] = (p.burnShare * world.cashUsd(row)) / Math.max(3, runway)
}

/** First money, or money after dormancy: the founders are on the payroll now. */
function startFunded(world: World, row: number, time: number): void {
  const { startups, talent } = world
  scheduleFirstAudit(world, row, time)
  startPlanning(world, row, time)
  if (startups.status[row] === Status.dormant) {
    startups.researchers[row] = 1
    startups.engineers[row] = 2
    startups.sellers[row] = 1
  }
  talent.employed[0] += startups.researchers[row]
  talent.employed[1] += startups.engineers[row]
  talent.employed[2] += startups.sellers[row]
  world.recorder.addFlow('hires', time, headcount(world, row))
  startups.status[row] = Status.funded
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

/**
 * Insiders of the last round put in a few months of burn at its price and on its terms. It tells nothing new about the
 * company: its age and value count from the last priced round.
 */
function bridge(world: World, row: number, time: number): void {
  const { startups, rounds, parameters, ledger } = world
  const last = startups.lastRound[row]
  if (last < 0 || rounds.leadFund[last] < 0) return
  const wantedUsd = Math.min(
    parameters.rounds.bridgeLength * startups.netBurnUsd[row],
    0.3 * startups.lastPostUsd[row],
  )
  const lead = rounds.leadFund[last]
  const availableUsd = Math.min(ledger.balanceUsd(ledger.firmAccount(lead)), wantedUsd)
  if (availableUsd < 0.25 * wantedUsd || availableUsd < 1) return
  const round = rounds.add()
  rounds.investor[round * investorsPerRound] = lead
  rounds.investedUsd[round * investorsPerRound] = Math.floor(availableUsd)
  world.firms.investedUsd[lead] += Math.floor(availableUsd)
  bookRound(
    world,
    row,
    round,
    Math.max(Stage.seed, startups.stage[row]),
    Math.round(startups.lastPostUsd[row]),
    Math.floor(availableUsd),
    { multiple: rounds.liquidationMultiple[last], participating: rounds.participating[last] === 1 },
    time,
  )
  rounds.kind[round] = RoundKind.bridge
  startups.bridges[row] += 1
}
