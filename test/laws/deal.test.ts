import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DealProblemError,
  fullyDilutedShares,
  playDeal,
  usualTerms,
  type Deal,
  type DealHistory,
  type DealRound,
} from '../../engine/finance/index.ts'
import { wholeCents } from '../../reports/deal/deal-numbers.ts'
import { deal, round, safe } from '../engine/finance/deal/deals.ts'

const money = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((thousands) => 1000 * thousands)

const rounds = fc.array(
  fc.record({
    preMoneyUsd: money(2_000, 80_000),
    amountUsd: money(200, 20_000),
    convention: fc.constantFrom('percentage_ownership', 'pre_money', 'dollars_invested'),
    antiDilution: fc.constantFrom('none', 'broad_based', 'full_ratchet'),
    participation: fc.constantFrom('none', 'full'),
    target: fc.constantFrom(0, 0.1),
    isRounded: fc.boolean(),
    takesPart: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
)

const safes = fc.array(
  fc.record({ amountUsd: money(50, 900), capUsd: money(5_000, 20_000), discount: fc.constantFrom(0, 0.2) }),
  { maxLength: 3 },
)

const deals: fc.Arbitrary<Deal> = fc
  .record({ rounds, safes, prices: fc.array(money(0, 900_000), { minLength: 1, maxLength: 3 }) })
  .map((drawn) =>
    deal({
      pool: { promisedShares: 1e5, availableShares: 5e5 },
      rights: [{ name: 'Grant', holder: 'Cara', kind: 'option', shares: 3e5, strikeUsd: 0.2 }],
      convertibles: drawn.safes.map((terms, place) =>
        safe({ ...terms, name: `SAFE ${place}`, holder: `Angel ${place % 2}`, hasProRata: true }),
      ),
      rounds: drawn.rounds.map((terms, place): DealRound =>
        round({
          ...terms,
          name: `Round ${place}`,
          pool: { targetShare: terms.target, addedShares: 0, isAfterMoney: false },
          terms: {
            ...usualTerms,
            antiDilution: terms.antiDilution,
            participation: terms.participation,
            rank: place,
          },
          rounding: terms.isRounded ? { priceDecimals: 4 } : null,
          proRata: terms.takesPart ? ['Angel 0', 'Ada'] : [],
        }),
      ),
      exitPricesUsd: drawn.prices,
    }),
  )

/** Plays a deal; null where its numbers have no price, which is another test's business. */
const played = (given: Deal): DealHistory | null => {
  try {
    return playDeal(given)
  } catch (error) {
    if (error instanceof DealProblemError && error.kind === 'no_price') return null
    throw error
  }
}

const close = (actual: number, expected: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Holds for every deal that has prices; at least half of those drawn must. */
const holds = (check: (history: DealHistory) => void): void => {
  let count = 0
  fc.assert(
    fc.property(deals, (given) => {
      const history = played(given)
      if (history === null) return
      count += 1
      check(history)
    }),
    { seed: 20_261_123, numRuns: 300 },
  )
  expect(count).toBeGreaterThan(150)
}

describe('a deal, whatever it is', () => {
  test('has a holder for every share of every class after every round', () => {
    holds(({ stages }) => {
      for (const { classes, table } of stages) {
        for (const { shares, holders, kind } of classes)
          if (kind !== 'safe') close(sum(holders.map((one) => one.shares)), shares)
        close(sum(classes.map(({ convertedShares }) => convertedShares)), fullyDilutedShares(table))
      }
    })
  })

  test('keeps shares whole where rounding is asked', () => {
    holds(({ stages }) => {
      const isRounded = stages.slice(1).every(({ round: one }) => Number.isInteger(one?.newShares))
      if (!isRounded) return
      for (const { classes } of stages)
        for (const { holders, kind } of classes)
          if (kind === 'series') for (const { shares } of holders) expect(Number.isInteger(shares)).toBe(true)
    })
  })

  test('takes in what its rounds raise, and every dollar has a holder', () => {
    holds(({ stages, flows }) => {
      const raised = sum(stages.map(({ round: one }) => one?.amountUsd ?? 0))
      const before = sum(
        stages[0].classes.filter(({ kind }) => kind === 'safe').map(({ holders }) => holders[0].shares),
      )
      close(-sum(flows.map(({ amountUsd }) => amountUsd)), raised + before)
    })
  })

  test('pays out each exit price, and to the cent once drawn', () => {
    holds(({ exits }) => {
      for (const { terms, classes, holders } of exits) {
        close(sum(holders.map(({ amountUsd }) => amountUsd)), terms.priceUsd)
        const cents = wholeCents(
          terms.priceUsd,
          classes.map(({ amountUsd }) => amountUsd),
        )
        expect(sum(cents)).toBe(100 * terms.priceUsd)
        for (const [place, cent] of cents.entries())
          expect(Math.abs(cent - 100 * classes[place].amountUsd)).toBeLessThanOrEqual(1 + 1e-3)
      }
    })
  })
})
