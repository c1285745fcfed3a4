// Speed of an exit: eight classes of mixed terms, alone and with SAFEs outstanding.
import {
  makeCapTable,
  makeExitSplit,
  plainSale,
  PreferredSeries,
  splitExit,
  usualTerms,
} from '../../dist/engine/finance/index.js'
import { safe } from './safe.mjs'
import { measureCalls } from './timing.mjs'

/** Common, options and six series: plain, participating and capped, ranked in pairs, one with a changed ratio. */
function makeTable() {
  const table = makeCapTable(8e6, 4e5)
  table.rights.push({ shares: 6e5, strikeUsd: 0.4 })
  const terms = [
    {},
    { participation: 'full' },
    { liquidationMultiple: 1.5 },
    { participation: 'capped', participationCapMultiple: 3 },
    {},
    { liquidationMultiple: 2, participation: 'capped', participationCapMultiple: 3 },
  ]
  terms.forEach((one, i) =>
    table.series.push(new PreferredSeries(1e6 + 2e5 * i, 0.5 + i, { ...usualTerms, rank: i >> 1, ...one })),
  )
  table.series[2].conversionPriceUsd = 2
  table.series[2].convertedShares = (1.4e6 * 2.5) / 2
  return table
}

/** Three SAFEs and a note: by cap of either kind, and by discount alone. */
function addSafes(table) {
  table.convertibles.push(
    safe({ capUsd: 2e7 }),
    safe({ owedUsd: 5e5, capUsd: 1.5e7, capBasis: 'pre_money', discount: 0.1 }),
    safe({ owedUsd: 7.5e5, discount: 0.2 }),
    safe({ owedUsd: 2.5e5, capUsd: 1e7, capBasis: 'pre_money', isDebt: true }),
  )
  return table
}

/** Prices from a shortfall to a price at which all convert take turns. */
function measureSplits(table) {
  const exits = [5e6, 2e7, 4e7, 6e7, 8e7, 1e8, 2e8, 1e9].map((priceUsd) => ({ ...plainSale, priceUsd }))
  const split = makeExitSplit()
  return measureCalls((i) => splitExit(table, exits[i & 7], split))
}

export const measureWaterfall = () => measureSplits(makeTable())

export const measureWaterfallWithSafes = () => measureSplits(addSafes(makeTable()))
