// Speed of a priced round: six classes, three SAFEs, a pool target and anti-dilution, all solved together.
import {
  makeCapTable,
  makeRoundSolution,
  PreferredSeries,
  solveRound,
  usualTerms,
} from '../../dist/engine/finance/index.js'
import { safe } from './safe.mjs'
import { measureCalls } from './timing.mjs'

/** Common, five series with all kinds of protection, options; a SAFE of each basis and one with a discount. */
function makeTable() {
  const table = makeCapTable(8e6, 4e5)
  table.rights.push({ shares: 6e5, strikeUsd: 0.4 })
  table.promisedShares = 1e5
  const kinds = ['broad_based', 'broad_based', 'narrow_based', 'none', 'full_ratchet']
  kinds.forEach((antiDilution, i) =>
    table.series.push(new PreferredSeries(1e6 + 2e5 * i, 0.5 + 0.5 * i, { ...usualTerms, antiDilution })),
  )
  table.convertibles.push(
    safe({ owedUsd: 1e6, capUsd: 2e7 }),
    safe({ owedUsd: 5e5, capUsd: 1.5e7, capBasis: 'pre_money', discount: 0.1 }),
    safe({ owedUsd: 7.5e5, discount: 0.2 }),
  )
  return table
}

const termsOf = (preMoneyUsd) => ({
  preMoneyUsd,
  amountUsd: 1e7,
  convention: 'percentage_ownership',
  pool: { targetShare: 0.1, addedShares: 0, isAfterMoney: false },
  preferred: usualTerms,
  protectsOlder: true,
  rounding: null,
})

/** Down, flat and up rounds take turns, so that no piece is always the same. */
export function measureRound() {
  const table = makeTable()
  const rounds = [1.5e7, 3e7, 4.5e7, 9e7].map(termsOf)
  const solution = makeRoundSolution()
  return measureCalls((i) => solveRound(table, rounds[i & 3], solution))
}
