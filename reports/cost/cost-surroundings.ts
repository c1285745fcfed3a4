import type { Spread } from '../../engine/cost/index.ts'
import type { CostPlan } from '../../scenarios/index.ts'
import type { CostTables } from './cost-tables.ts'
import { dateOf, yearOf } from './plan-date.ts'

/** What is the same for all offers: time and place. */
export interface CostSurroundings {
  readonly date: string
  readonly year: number
  readonly pue: Spread
  readonly pueSource: string
  readonly gramsPerKwh: number
  /** Id of the grid; null if its carbon was given as a number. */
  readonly grid: string | null
  readonly gridSource: string
}

/** The grid that is taken when none is named. */
const usualGrid = 'US'

/** The time and place of a plan. Throws: RangeError for a grid that the table lacks. */
export const surroundingsOf = ({ run, overheads }: CostPlan, { grids }: CostTables): CostSurroundings => {
  const date = dateOf(run.date)
  const { value, low, high, source } = grids.pue
  const common = {
    date,
    year: yearOf(date),
    pue: overheads.pue ?? { p10: low, p50: value, p90: high },
    pueSource: overheads.pue === null ? source : 'given',
  }
  if (typeof overheads.grid === 'number')
    return { ...common, gramsPerKwh: overheads.grid, grid: null, gridSource: 'given' }
  const id = overheads.grid ?? usualGrid
  const grid = grids.grids.find((candidate) => candidate.id === id)
  if (grid === undefined) throw new RangeError(`surroundingsOf: grid must be in the table, got ${id}`)
  return { ...common, gramsPerKwh: grid.gramsPerKwh, grid: grid.id, gridSource: grid.source }
}
