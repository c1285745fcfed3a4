// Speed of the contract-based value: common and five series, priced by the newest.
import {
  ContractWork,
  contractValue,
  makeCapTable,
  PreferredSeries,
  usualContractModel,
  usualTerms,
} from '../../dist/engine/finance/index.js'
import { measureCalls } from './timing.mjs'

/** Five stacked series of the usual terms. */
function makeTable() {
  const table = makeCapTable(8e6, 4e5)
  for (let rank = 0; rank < 5; rank++)
    table.series.push(new PreferredSeries(1e6 + 2e5 * rank, 0.5 + rank, { ...usualTerms, rank }))
  return table
}

/** Prices of the newest series from half its issue price to thrice take turns. */
export function measureContractValue() {
  const table = makeTable()
  const prices = [0.5, 0.7, 0.9, 1, 1.1, 1.5, 2, 3].map((part) => part * table.series[4].issuePriceUsd)
  const work = new ContractWork()
  return measureCalls((i) => contractValue(table, 4, prices[i & 7], usualContractModel, work), 20_000)
}
