import { power } from '../../engine/random/index.ts'
import { Status } from '../startup/startups.ts'
import { Outcome } from './codes.ts'
import type { World } from './world.ts'

/** Where companies later take in more money than they pay out, F is not positive: P/F is reported as this at most. */
const largestRatio = 100

/** What the companies of a run turned out to be worth, known only at its end. */
export interface Fundamentals {
  /** ln(P/F) at the start of each recorded month; NaN where it is not settled or not defined. */
  readonly mispricing: Float64Array
  /** PV(proceeds + horizon mark) / PV(invested), at month 0; NaN if nothing was invested. */
  readonly residualMultiple: number
  /** Present value at month 0 of what the followed company later pays, less money put in; NaN without one. */
  readonly companyUsd: number
}

/**
 * Fundamental value with hindsight. P(t) is what the companies private at t cost at headline prices; F(t) is the present
 * value at t of what they later pay out (exit proceeds, or at the horizon the mark) less money invested in them after t.
 * Companies that never had a price enter neither, nor does the followed company. The residual multiple counts every
 * dollar ever put into companies private at month 0 or founded later, at its value of month 0. The mark is gross profit under contract, with churn, discounted:
 * never a market price.
 *
 * Source: design decision "truth is known in the simulator", `agents/README.md`.
 */
export function fundamentals(world: World, kept: Int32Array): Fundamentals {
  const horizon = world.horizonMonths
  const { startups, rounds } = world
  const discount = 1 / (1 + world.parameters.verdict.discountRate)
  const price = new Float64Array(horizon + 1)
  const value = new Float64Array(horizon + 1)
  const flows = new Float64Array(horizon + 2)
  const posts = new Float64Array(horizon + 2)
  let paid = 0
  let invested = 0
  let companyUsd = Number.NaN
  for (const row of kept) {
    const isPriced = startups.lastRound[row] >= 0
    const isFollowed = row === world.companyRow
    if (!isPriced && !isFollowed) continue
    // The followed company comes from outside the slice that the verdict is about: it is valued, but counts in no sum.
    const counted = isFollowed ? 0 : 1
    flows.fill(0)
    posts.fill(0)
    const end = endMonth(world, row)
    const endUsd = endValueUsd(world, row)
    paid += counted * endUsd * power(discount, end)
    flows[Math.min(horizon + 1, Math.ceil(end))] += endUsd * power(discount, end - Math.ceil(end))
    for (let round = startups.lastRound[row]; round >= 0; round = rounds.previous[round]) {
      const month = rounds.month[round]
      invested += counted * rounds.amountUsd[round] * power(discount, month)
      const place = Math.max(0, Math.ceil(month))
      if (month > 0)
        flows[Math.min(horizon + 1, place)] -=
          rounds.amountUsd[round] * power(discount, month - Math.ceil(month))
      for (let t = Math.min(horizon + 1, place); t <= horizon && posts[t] === 0; t++)
        posts[t] = rounds.postMoneyUsd[round]
    }
    let later = flows[horizon + 1] * discount
    for (let t = horizon; t >= 0; t--) {
      // `later` is the value at t of flows strictly after t; flows at exactly t belong to t itself.
      if (posts[t] > 0 && t < end && !isFollowed) {
        price[t] += posts[t]
        value[t] += later
      }
      if (t === 0 && isFollowed) companyUsd = later
      later = (later + flows[t]) * discount
    }
  }
  return {
    mispricing: logRatio(price, value, horizon, world.parameters.verdict.unsettled),
    residualMultiple: invested > 0 ? paid / invested : Number.NaN,
    companyUsd,
  }
}

/** Month in which the story of a startup ends: its exit or closure, or the horizon. */
export function endMonth(world: World, row: number): number {
  const { startups } = world
  return startups.status[row] === Status.ended ? startups.outcomeMonth[row] : world.horizonMonths
}

/** What the end of the story pays: proceeds, nothing, or the mark of a company still private. */
export function endValueUsd(world: World, row: number): number {
  const { startups } = world
  if (startups.status[row] !== Status.ended) return horizonMarkUsd(world, row)
  return startups.outcome[row] === Outcome.closed ? 0 : startups.exitUsd[row]
}

/** Gross profit under contract as a perpetuity that loses churn less expansion and is discounted. */
export function horizonMarkUsd(world: World, row: number): number {
  const { startups, parameters } = world
  const p = parameters.startups
  const decline = Math.max(0, p.churn * p.churnModel[startups.businessModel[row]] - p.expansion)
  const yearlyUsd = Math.max(0, startups.grossMargin[row]) * startups.arrUsd[row]
  return yearlyUsd / 12 / (parameters.verdict.discountRate + decline)
}

function logRatio(
  price: Float64Array,
  value: Float64Array,
  horizon: number,
  unsettled: number,
): Float64Array {
  const ratio = new Float64Array(horizon).fill(Number.NaN)
  for (let t = 0; t < horizon - unsettled; t++)
    if (price[t] > 0) ratio[t] = Math.log(price[t] / Math.max(value[t], price[t] / largestRatio))
  return ratio
}
