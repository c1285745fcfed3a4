import { describe, expect, test } from 'vitest'
import {
  explainBreakpoints,
  playDeal,
  splitWhole,
  usualTerms,
  type Deal,
  type DealBreakpoint,
} from '../../../../engine/finance/index.ts'
import { deal, series } from './deals.ts'

const pointsOf = (given: Deal): readonly DealBreakpoint[] =>
  explainBreakpoints(playDeal(given), given.exit, given.qualifiedListing)

const words = (given: Deal): readonly (readonly [number, readonly string[]])[] => {
  const { classes } = playDeal(given).atExit
  return pointsOf(given).map(({ priceUsd, events }) => [
    Math.round(priceUsd),
    events.map(({ place, change }) => `${classes[place].name} ${change}`),
  ])
}

// 8M common, A of 2M shares and $5M, junior to B of 1.5M shares and $9M, as in wf-stacked-shortfall.
const stacked = deal({
  series: [
    series({ name: 'A', terms: { ...usualTerms, rank: 1 } }),
    series({
      name: 'B',
      shares: 1.5e6,
      issuePriceUsd: 6,
      conversionPriceUsd: 6,
      terms: { ...usualTerms, rank: 2 },
    }),
  ],
})

describe('breakpoints', () => {
  test('say who begins, who is paid up and who converts, in order', () => {
    expect(words(stacked)).toEqual([
      [0, ['B begins']],
      [9e6, ['A begins', 'B stops']],
      [14e6, ['common begins', 'A stops']],
      [34e6, ['A converts']],
      [69e6, ['B converts']],
    ])
  })

  test('say how each further dollar is shared out', () => {
    const { parts } = pointsOf(stacked)[4]
    expect(parts).toHaveLength(3)
    for (const [place, part] of [8 / 11.5, 2 / 11.5, 1.5 / 11.5].entries())
      expect(parts[place]).toBeCloseTo(part, 9)
  })

  test('say when a participating series shares beside its preference, is capped, and converts', () => {
    const terms = { ...usualTerms, participation: 'capped', participationCapMultiple: 2 } as const
    expect(words(deal({ series: [series({ terms })] }))).toEqual([
      [0, ['Seed begins']],
      [5e6, ['common begins', 'Seed participates']],
      [30e6, ['Seed stops']],
      [50e6, ['Seed converts']],
    ])
  })

  test('say from when on an option is worth its strike', () => {
    const rights = [{ name: 'Grant', holder: 'Cara', kind: 'option', shares: 1e6, strikeUsd: 1 }] as const
    expect(words(deal({ rights }))).toEqual([
      [0, ['common begins']],
      [8e6, ['Grant exercises']],
    ])
  })

  test('are exit prices: debt comes first', () => {
    const given = deal({ exit: { ...stacked.exit, debtUsd: 1e6 } })
    expect(words(given)).toEqual([
      [0, []],
      [1e6, ['common begins']],
    ])
  })
})

describe('whole parts', () => {
  test('add up to the whole, the largest remainder first', () => {
    expect(splitWhole(7, [1, 2, 4])).toEqual([1, 2, 4])
    expect(splitWhole(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitWhole(0, [])).toEqual([])
  })

  test('are refused for a total that is not whole, and for nobody to give it to', () => {
    expect(() => splitWhole(1.5, [1])).toThrow(/splitWhole: total must be whole/u)
    expect(() => splitWhole(1, [0])).toThrow(/splitWhole: weights/u)
  })
})
