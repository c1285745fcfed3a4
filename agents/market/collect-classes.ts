import { plainSale, splitExit, type ExitSplit } from '../../engine/finance/index.ts'
import { power } from '../../engine/random/index.ts'
import type { Company } from '../../scenarios/index.ts'
import type { CompanyClassRecord } from '../records.ts'
import { foundersShares } from '../startup/startups.ts'
import { updateTable } from '../startup/update-table.ts'
import { Outcome } from './codes.ts'
import { endMonth, endValueUsd } from './fundamentals.ts'
import type { World } from './world.ts'

/** A class of the start, and its dollars in a split of the end. */
interface StartClass {
  readonly name: string
  readonly kind: CompanyClassRecord['kind']
  readonly shares: number
  readonly paidUsd: (split: ExitSplit) => number
}

/**
 * What each class that the followed company had at month 0 is paid by the waterfall in the end: out of exit proceeds,
 * or out of the horizon's mark while it is private. What later investors and staff get is in none of them.
 */
export function collectClasses(world: World, row: number, company: Company): readonly CompanyClassRecord[] {
  const { startups, split, parameters } = world
  const month = endMonth(world, row)
  updateTable(world, row, month)
  const kind = startups.outcome[row] === Outcome.listed ? 'listing' : 'sale'
  splitExit(startups.capTables[row], { ...plainSale, kind, priceUsd: endValueUsd(world, row) }, split)
  const discount = power(1 / (1 + parameters.verdict.discountRate), month)
  return classesOf(world, row, company).map(({ paidUsd, ...about }) => {
    const proceedsUsd = paidUsd(split)
    return { ...about, proceedsUsd, presentValueUsd: discount * proceedsUsd }
  })
}

function classesOf(world: World, row: number, company: Company): readonly StartClass[] {
  const start = company.capTable
  if (start === null) {
    const common = commonOf(foundersShares)
    const { series } = world.startups.capTables[row]
    if (company.lastRound === null) return [common]
    return [common, seriesOf(company.lastRound.stage, series[0].shares, 0)]
  }
  const promised = start.pool.promisedShares
  const isConverted = world.startups.capTables[row].convertibles.length === 0
  return [
    commonOf(start.common.reduce((sum, { shares }) => sum + shares, 0)),
    ...(promised > 0 ? [{ ...commonOf(promised), name: 'promised options', kind: 'right' as const }] : []),
    ...start.rights.map(({ name, shares }, place): StartClass => ({
      name,
      kind: 'right',
      shares,
      paidUsd: (split) => split.rightsUsd[place],
    })),
    ...start.series.map(({ name, shares }, place) => seriesOf(name, shares, place)),
    ...start.convertibles.map(({ name }, place): StartClass => ({
      name,
      kind: 'convertible',
      shares: Number.NaN,
      // A conversion adds the shadow series behind those of the start, in the order of the convertibles.
      paidUsd: (split) =>
        isConverted ? split.seriesUsd[start.series.length + place] : split.convertiblesUsd[place],
    })),
  ]
}

const commonOf = (shares: number): StartClass => ({
  name: 'common',
  kind: 'common',
  shares,
  paidUsd: (split) => shares * split.perCommonShareUsd,
})

const seriesOf = (name: string, shares: number, place: number): StartClass => ({
  name,
  kind: 'series',
  shares,
  paidUsd: (split) => split.seriesUsd[place],
})
