import { samplePoisson, sampleStandardNormal, type Stream } from '../../engine/random/index.ts'
import { investorsPerRound } from '../market/rounds.ts'
import type { World } from '../market/world.ts'

const mostBidders = 8

/**
 * Meets investors: one firm and a Poisson number more that invest in this stage and have money. Each forms a private
 * value around the fundamental, follows the market's mispricing as far as its discipline lets it, looks at what peers
 * paid lately as far as the market herds, and errs. Returns the log premium of the best bid over fundamental value,
 * -Infinity if nobody could bid. The bidders are left in `world.bidders`, the winner first.
 *
 * Draws: from the startup's `raise` stream, a Poisson count, then a uniform and a normal a bidder.
 */
export function collectBids(world: World, row: number, stage: number, stream: Stream): number {
  const { firms, parameters, prices, startups, bidders, ledger } = world
  const capital = parameters.capital
  const powder = powderRatio(world)
  const count = Math.min(mostBidders, 1 + samplePoisson(stream, capital.bidders * Math.min(4, powder)))
  const herding = parameters.market.herding * firms.heat[startups.direction[row]]
  const eligible = firms.ofStage[stage]
  let best = Number.NEGATIVE_INFINITY
  bidders.count = 0
  for (let k = 0; k < count; k++) {
    const draw = stream.next()
    const firm = eligible.length > 0 ? eligible[Math.floor(draw * eligible.length)] : -1
    const error = capital.valueNoise * sampleStandardNormal(stream)
    if (firm < 0 || ledger.balanceUsd(ledger.firmAccount(firm)) < 1) continue
    const bid =
      (1 - 0.75 * firms.discipline[firm]) * prices.privateMispricing +
      herding +
      capital.bidShare * error -
      capital.winnerCaution
    if (bid > best) {
      best = bid
      bidders.firm[bidders.count] = bidders.firm[0]
      bidders.firm[0] = firm
    } else bidders.firm[bidders.count] = firm
    bidders.count++
  }
  return best
}

/** Dry powder of the market against what is normal. */
function powderRatio(world: World): number {
  const { parameters } = world
  const normalUsd = parameters.capital.normalPowder * parameters.capital.commitments
  return normalUsd > 0 ? world.dryPowderUsd / normalUsd : 0
}

/**
 * Fills a round: after those who sit in its first `seats` places the bidders, then other firms of the stage in turn,
 * each up to its budget, whole dollars, at most six. Writes the investors into the round; returns what came together.
 */
export function fillRound(
  world: World,
  round: number,
  stage: number,
  wantedUsd: number,
  seats: number,
): number {
  const { firms, bidders, rounds } = world
  let leftUsd = Math.floor(wantedUsd)
  let places = seats
  for (let k = 0; k < seats; k++) leftUsd -= rounds.investedUsd[round * investorsPerRound + k]
  for (let k = 0; k < bidders.count && places < investorsPerRound && leftUsd >= 1; k++) {
    const givenUsd = take(world, round, places, bidders.firm[k], leftUsd)
    leftUsd -= givenUsd
    if (givenUsd > 0) places++
  }
  const start = bidders.count > 0 ? bidders.firm[0] : 0
  const eligible = firms.ofStage[stage]
  for (let step = 0; step < eligible.length && places < investorsPerRound && leftUsd >= 1; step++) {
    const firm = eligible[(start + step) % eligible.length]
    const givenUsd = take(world, round, places, firm, leftUsd)
    leftUsd -= givenUsd
    if (givenUsd > 0) places++
  }
  return Math.floor(wantedUsd) - leftUsd
}

function isListed(investor: Int32Array, round: number, places: number, firm: number): boolean {
  for (let k = 0; k < places; k++) if (investor[round * investorsPerRound + k] === firm) return true
  return false
}

/** Takes what a firm can give, not below a twentieth of what is left: nobody joins for crumbs. */
function take(world: World, round: number, place: number, firm: number, leftUsd: number): number {
  const { firms, rounds, ledger } = world
  if (isListed(rounds.investor, round, place, firm)) return 0
  const availableUsd = Math.floor(
    Math.min(firms.budgetUsd[firm], ledger.balanceUsd(ledger.firmAccount(firm)), leftUsd),
  )
  if (availableUsd < 1 || availableUsd < 0.05 * leftUsd) return 0
  rounds.investor[round * investorsPerRound + place] = firm
  rounds.investedUsd[round * investorsPerRound + place] = availableUsd
  return availableUsd
}

/** Books the investors' side of a round that closed. */
export function spendBudgets(world: World, round: number): void {
  const { firms, rounds } = world
  for (let k = 0; k < investorsPerRound; k++) {
    const place = round * investorsPerRound + k
    const firm = rounds.investor[place]
    if (firm < 0) break
    firms.budgetUsd[firm] = Math.max(0, firms.budgetUsd[firm] - rounds.investedUsd[place])
    firms.investedUsd[firm] += rounds.investedUsd[place]
  }
}
