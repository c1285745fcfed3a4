import type { World } from '../market/world.ts'
import { Status } from './startups.ts'

/**
 * A month of staff: people leave, posts are opened up to what the pay budget carries, and some are filled. Heads are
 * whole; fractions of a head are owed until they make one. Returns the payroll of the month in dollars.
 */
export function monthOfStaff(world: World, row: number, payBudgetUsd: number, time: number): number {
  const { startups, talent, parameters } = world
  const share = parameters.talent.spendShare
  leave(world, row, time)
  fill(
    world,
    row,
    0,
    startups.researchers,
    startups.researchersOwed,
    (share[0] * payBudgetUsd) / talent.payUsd[0],
    time,
  )
  fill(
    world,
    row,
    1,
    startups.engineers,
    startups.engineersOwed,
    (share[1] * payBudgetUsd) / talent.payUsd[1],
    time,
  )
  fill(
    world,
    row,
    2,
    startups.sellers,
    startups.sellersOwed,
    (share[2] * payBudgetUsd) / talent.payUsd[2],
    time,
  )
  return (
    startups.researchers[row] * talent.payUsd[0] +
    startups.engineers[row] * talent.payUsd[1] +
    startups.sellers[row] * talent.payUsd[2]
  )
}

/** Heads of all roles. */
export function headcount(world: World, row: number): number {
  const { startups } = world
  return startups.researchers[row] + startups.engineers[row] + startups.sellers[row]
}

/** Everyone goes: the startup has ended or stops spending. Founders without a payroll were never counted as staff. */
export function releaseAll(world: World, row: number, time: number): void {
  const { startups, talent, recorder } = world
  if (startups.status[row] === Status.funded) {
    recorder.addFlow('departures', time, headcount(world, row))
    talent.employed[0] -= startups.researchers[row]
    talent.employed[1] -= startups.engineers[row]
    talent.employed[2] -= startups.sellers[row]
  }
  startups.researchers[row] = 0
  startups.engineers[row] = 0
  startups.sellers[row] = 0
}

/** Voluntary departures: owed fractions become heads, engineers first, then researchers, then sellers. */
function leave(world: World, row: number, time: number): void {
  const { startups, talent, recorder } = world
  startups.leaversOwed[row] +=
    headcount(world, row) * Math.min(0.5, talent.attrition * startups.restlessness[row])
  let leavers = Math.floor(startups.leaversOwed[row])
  startups.leaversOwed[row] -= leavers
  recorder.addFlow('departures', time, leavers)
  while (leavers > 0) {
    leavers--
    const { engineers, researchers, sellers } = startups
    if (engineers[row] > 0 && engineers[row] >= researchers[row] && engineers[row] >= sellers[row]) {
      engineers[row]--
      talent.employed[1]--
    } else if (sellers[row] > researchers[row]) {
      sellers[row]--
      talent.employed[2]--
    } else if (researchers[row] > 0) {
      researchers[row]--
      talent.employed[0]--
    }
  }
}

/** Moves one role towards its target: layoffs at once, hires as the market allows. */
function fill(
  world: World,
  row: number,
  role: number,
  heads: Float64Array,
  owed: Float64Array,
  target: number,
  time: number,
): void {
  const { talent, recorder } = world
  const open = target - heads[row]
  if (open < 0) {
    const layoffs = Math.floor(-open / 1.15)
    if (layoffs <= 0) return
    heads[row] -= layoffs
    talent.employed[role] -= layoffs
    recorder.addFlow('departures', time, layoffs)
    return
  }
  talent.vacancies[role] += open
  owed[row] = Math.min(owed[row] + open * talent.fillRate[role], open)
  const hires = Math.floor(owed[row])
  owed[row] -= hires
  heads[row] += hires
  talent.employed[role] += hires
  recorder.addFlow('hires', time, hires)
}
