import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  explainBreakpoints,
  payExit,
  plainSale,
  playDeal,
  usualTerms,
  type Deal,
  type DealBreakpoint,
} from '../../../../engine/finance/index.ts'
import { deal, safe, series } from './deals.ts'

const listing = { ...plainSale, kind: 'listing' } as const
const pointsOf = (given: Deal): readonly DealBreakpoint[] =>
  explainBreakpoints(playDeal(given), given.exit, given.qualifiedListing)
const words = (given: Deal): readonly (readonly [number, string, readonly string[]])[] => {
  const { classes } = playDeal(given).atExit
  return pointsOf(given).map(({ priceUsd, paidAs, listingStart, events }) => [
    Math.round(priceUsd),
    listingStart === null ? paidAs : 'threshold',
    events.map(({ place, change }) => `${classes[place].name} ${change}`),
  ])
}

// 8M common, 2M of a seed of $5M.
const plain = deal({ series: [series({})], exit: listing })

describe('breakpoints of a listing', () => {
  test("are a sale's below the price at which it qualifies, and a listing's above", () => {
    const given = { ...plain, qualifiedListing: { leastPriceUsd: 15e6, leastMultiple: 0 } }
    expect(words(given)).toEqual([
      [0, 'sale', ['Seed begins']],
      [5e6, 'sale', ['common begins', 'Seed stops']],
      [15e6, 'threshold', []],
    ])
  })

  test('say what every class gains or loses at once where it qualifies', () => {
    const given = { ...plain, qualifiedListing: { leastPriceUsd: 15e6, leastMultiple: 0 } }
    const start = pointsOf(given)[2].listingStart
    // A sale pays 10 and 5, a listing 12 and 3.
    expect(start?.vetoes).toEqual([])
    expect(start?.jumpsUsd.map((usd) => Math.round(usd))).toEqual([2e6, -2e6])
  })

  test('name the series whose veto ends, which is where a listing pays it its preference', () => {
    const terms = { ...usualTerms, vetoesDownListing: true, liquidationMultiple: 2 }
    const given = deal({ series: [series({ terms })], exit: listing })
    const { atExit } = playDeal(given)
    const threshold = pointsOf(given).find(({ listingStart }) => listingStart !== null)
    // Twice $5M is a fifth of $50M.
    expect(threshold?.priceUsd).toBeCloseTo(50e6, 3)
    expect(threshold?.listingStart?.vetoes.map((place) => atExit.classes[place].name)).toEqual(['Seed'])
    const kindAt = (priceUsd: number): string | null =>
      payExit(atExit, [], { ...listing, priceUsd }, given.qualifiedListing).listing
    expect([kindAt(49.9e6), kindAt(50.1e6)]).toEqual(['vetoed', 'qualified'])
  })

  test('without any threshold begin with ratchets, which shares outgrow', () => {
    const terms = { ...usualTerms, listingMultiple: 1.2 }
    expect(words(deal({ series: [series({ terms })], exit: listing }))).toEqual([
      [0, 'listing', ['Seed begins']],
      [6e6, 'listing', ['common begins', 'Seed stops']],
      [30e6, 'listing', ['Seed outgrows']],
    ])
  })
})

const anySeries = fc.record({
  shares: fc.integer({ min: 1, max: 40 }).map((count) => count * 1e5),
  issuePriceUsd: fc.integer({ min: 1, max: 40 }).map((part) => part / 4),
  liquidationMultiple: fc.constantFrom(0, 1, 1.5, 2),
  participation: fc.constantFrom('none' as const, 'full' as const, 'capped' as const),
  listingMultiple: fc.constantFrom(0, 0, 1, 1.25),
  vetoesDownListing: fc.boolean(),
  rank: fc.integer({ min: 0, max: 2 }),
})

const anyDeal = fc
  .record({
    list: fc.array(anySeries, { minLength: 1, maxLength: 3 }),
    strike: fc.constantFrom(0.1, 1, 3),
    owesSafe: fc.boolean(),
    leastPriceUsd: fc.constantFrom(0, 10e6, 80e6),
    leastMultiple: fc.constantFrom(0, 1, 3),
    debtUsd: fc.constantFrom(0, 2e6),
    costsShare: fc.constantFrom(0, 0.03),
    carveOutShare: fc.constantFrom(0, 0.1),
  })
  .map(({ list, strike, owesSafe, leastPriceUsd, leastMultiple, debtUsd, costsShare, carveOutShare }) =>
    deal({
      rights: [{ name: 'Grant', holder: 'Cara', kind: 'option', shares: 5e5, strikeUsd: strike }],
      convertibles: owesSafe ? [safe({ capUsd: 10e6 })] : [],
      series: list.map(({ shares, issuePriceUsd, ...terms }, place) =>
        series({
          name: `S${place}`,
          shares,
          issuePriceUsd,
          conversionPriceUsd: issuePriceUsd,
          terms: { ...usualTerms, ...terms, participationCapMultiple: 3 },
          holders: [{ holder: 'Fund', shares }],
        }),
      ),
      exit: { ...listing, debtUsd, costsShare, carveOutShare, carveOutMostUsd: 1e6 },
      qualifiedListing: { leastPriceUsd, leastMultiple },
    }),
  )

test('between two neighbouring breakpoints of a listing every payout is a straight line', () => {
  fc.assert(
    fc.property(anyDeal, (given) => {
      const { atExit } = playDeal(given)
      const points = pointsOf(given)
      points.forEach(({ priceUsd: from, parts }, at) => {
        const to = points.at(at + 1)?.priceUsd ?? 3 * from + 1e6
        const paidAt = (share: number): readonly number[] =>
          payExit(
            atExit,
            [],
            { ...given.exit, priceUsd: from + share * (to - from) },
            given.qualifiedListing,
          ).classes.map(({ amountUsd }) => amountUsd)
        const start = paidAt(0.001)
        const offLine = (share: number): number =>
          Math.max(
            ...paidAt(share).map((usd, place) =>
              Math.abs(usd - start[place] - parts[place] * (share - 0.001) * (to - from)),
            ),
          )
        const grid = Array.from({ length: 20 }, (_, step) => 0.001 + (0.998 * (step + 1)) / 20)
        expect(Math.max(...grid.map(offLine))).toBeLessThan(1e-7 * to)
      })
    }),
    { numRuns: 200, seed: 20261123 },
  )
})
