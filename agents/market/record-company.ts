import { Status } from '../startup/startups.ts'
import type { World } from './world.ts'

/** The followed company's cash and revenue at the end of a month. */
export function recordCompany(world: World, month: number): void {
  const row = world.companyRow
  if (row < 0 || month < 0 || month >= world.horizonMonths) return
  if (world.startups.status[row] === Status.ended) return
  world.recorder.companyCashUsd[month] = world.cashUsd(row)
  world.recorder.companyArrUsd[month] = world.startups.arrUsd[row]
}
