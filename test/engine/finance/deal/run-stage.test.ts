import { expect, test } from 'vitest'
import { playDeal, runStage, usualTerms } from '../../../../engine/finance/index.ts'
import { deal, safe, series } from './deals.ts'

const given = deal({
  series: [
    series({ terms: { ...usualTerms, dividendKind: 'simple', dividendRate: 0.08 }, accruedDividendUsd: 1e5 }),
  ],
  convertibles: [
    safe({ name: 'Note', kind: 'note', amountUsd: 1e6, interestRate: 0.1, day: 0 }),
    safe({ name: 'Compounding', kind: 'note', interestRate: 0.1, interestCompounds: true, day: 365 }),
    safe({ name: 'Undated', kind: 'note', interestRate: 0.1 }),
    safe({}),
  ],
})

test('a stage some years later owes the dividends and interest of those years, and stays as it was', () => {
  const [stage] = playDeal(given).stages
  const { table } = runStage(given, stage, 2)
  expect(table.series[0].accruedDividendUsd).toBe(1e5 + 8e5)
  const owed = table.convertibles.map(({ owedUsd }) => Math.round(owedUsd))
  expect(owed).toEqual([1.3e6, 1.21e6, 1.2e6, 1e6])
  expect(stage.table.series[0].accruedDividendUsd).toBe(1e5)
  expect(stage.table.convertibles[0].owedUsd).toBeCloseTo(1.1e6, 6)
})
