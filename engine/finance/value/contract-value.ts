import type { CapTable } from '../table/cap-table.ts'
import type { ClassValues } from './class-values.ts'
import { requireModel, type ContractModel } from './contract-model.ts'
import type { ContractValue, ContractWork } from './contract-work.ts'
import { refuseSeries, requirePositive } from './require-value.ts'

/**
 * Values a company and its classes from the price that one series was sold at, usually the newest, with what each
 * contract pays at a sale and at a listing (Gornall and Strebulaev). Options that nobody holds yet dilute all exits and
 * count in the headline, but not in the fair value. SAFEs and notes outstanding take their part of all exits, and count
 * in neither.
 *
 * Where a value higher than another gives the series the same worth (a strong preference that a listing takes away), it
 * is the one that is reached first on the way from the headline.
 *
 * Units: US dollars; price of one preferred share. Shape: overwrites `work` and returns its `value`; allocates nothing
 * for shares once the buffers have grown.
 * Throws: RangeError for a series that is not there or has no shares, a price that is not positive, or a model without meaning.
 * Source: Gornall and Strebulaev, Journal of Financial Economics 135(1) (2020), 120-143.
 */
export function contractValue(
  table: CapTable,
  series: number,
  priceUsd: number,
  model: ContractModel,
  work: ContractWork,
): ContractValue {
  requireModel(model)
  requirePositive('contractValue', 'priceUsd', priceUsd)
  if (table.series[series] === undefined || !(table.series[series].shares > 0))
    refuseSeries('contractValue', table, series)
  work.solve(table, series, priceUsd, model)
  return work.value
}

/**
 * Values the classes of a company whose whole value, unissued options included, is known: the same model read forwards.
 *
 * Shape and throws: as `contractValue`.
 */
export function contractClassValues(
  table: CapTable,
  companyUsd: number,
  model: ContractModel,
  work: ContractWork,
): ClassValues {
  requireModel(model)
  requirePositive('contractValue', 'companyUsd', companyUsd)
  return work.valueAt(table, companyUsd, model)
}
