import { headcount } from '../startup/staff.ts'
import { Status } from '../startup/startups.ts'
import { recordCompany } from './record-company.ts'
import type { World } from './world.ts'

/** Writes what the market looks like as a recorded month begins, and the panel once a year. */
export function recordMonth(world: World, time: number): void {
  const month = Math.round(time)
  recordCompany(world, month - 1)
  if (month < 0 || month >= world.horizonMonths) return
  const { market } = world.recorder
  const { prices, compute } = world
  market.sentiment[month] = world.sentiment.value
  market.publicMultiple[month] = prices.publicMultiple
  market.priceIndex[month] = prices.logPrice
  market.fundamentalIndex[month] = prices.fundamental
  market.gpuPriceUsdPerHour[month] = compute.priceUsd
  market.gpuUtilisation[month] = compute.utilisation
  market.gpuLeadTimeMonths[month] = compute.leadMonths
  market.wageIndex[month] = world.talent.wageIndex
  market.dryPowderUsd[month] = world.dryPowderUsd
  market.adoption[month] = world.customers.adoption()
  if (month > 0 && month % 12 === 0) recordPanel(world, month / 12)
}

/** One row for each startup that is alive as a year ends. */
export function recordPanel(world: World, year: number): void {
  const { startups, recorder } = world
  const { panel } = recorder
  if (panel === null) return
  for (let row = 0; row < startups.count; row++) {
    if (startups.status[row] === Status.ended) continue
    panel.startup.push(row)
    panel.year.push(year)
    panel.arrUsd.push(startups.arrUsd[row])
    panel.headcount.push(headcount(world, row))
    panel.grossMargin.push(startups.grossMargin[row])
    panel.capability.push(startups.capability[row])
    panel.cashUsd.push(world.cashUsd(row))
  }
}
