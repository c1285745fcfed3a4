import { describe, expect, test } from 'vitest'
import {
  fullyDilutedShares,
  playDeal,
  settleDeal,
  type DealHistory,
  type DealStage,
} from '../../../../engine/finance/index.ts'
import { deal, round, safe } from './deals.ts'

const namesOf = (stage: DealStage): readonly string[] =>
  stage.classes.filter(({ kind }) => kind === 'safe' || kind === 'note').map(({ name }) => name)
const convertedIn = ({ stages }: DealHistory, place: number): readonly string[] =>
  stages[place].round!.conversions.map(({ name }) => name)

const early = safe({ name: 'Early', amountUsd: 3e5, capUsd: 5e6, day: 100 })
const late = safe({ name: 'Late', holder: 'Friend', amountUsd: 6e5, capUsd: 15e6, day: 500 })
const rounds = [
  round({ name: 'A', day: 300, preMoneyUsd: 10e6, amountUsd: 2e6 }),
  round({ name: 'B', day: 900, preMoneyUsd: 30e6, amountUsd: 5e6 }),
]

describe('a SAFE or note dated after a round', () => {
  test('is not in that round, and converts in the next one', () => {
    const history = playDeal(deal({ convertibles: [early, late], rounds }))
    expect(namesOf(history.stages[0])).toEqual(['Early'])
    expect(convertedIn(history, 1)).toEqual(['Early'])
    expect(convertedIn(history, 2)).toEqual(['Late'])
  })

  test('leaves the price and the caps of the earlier round as they are without it', () => {
    const both = playDeal(deal({ convertibles: [late, early], rounds }))
    const alone = playDeal(deal({ convertibles: [early], rounds }))
    expect(both.stages[1].round?.priceUsd).toBe(alone.stages[1].round?.priceUsd)
    expect(fullyDilutedShares(both.stages[1].table)).toBe(fullyDilutedShares(alone.stages[1].table))
  })

  test('is owed interest from its own day alone', () => {
    const note = safe({ ...late, kind: 'note', interestRate: 0.1, day: 535 })
    const { stages } = playDeal(deal({ convertibles: [note], rounds }))
    expect(stages[2].round?.conversions[0].owedUsd).toBeCloseTo(6e5 * 1.1, 6)
  })

  test('stays outstanding at the exit if no round follows', () => {
    const note = safe({ ...late, kind: 'note', interestRate: 0.1, day: 1000 })
    const history = playDeal(
      deal({ convertibles: [early, note], rounds, exitDay: 1365, exitPricesUsd: [1e6] }),
    )
    expect(namesOf(history.stages[2])).toEqual([])
    expect(history.atExit.joined.map(({ name }) => name)).toEqual(['Late'])
    expect(namesOf(history.atExit)).toEqual(['Late'])
    const lender = history.exits[0].holders.find(({ holder }) => holder === 'Friend')
    expect(lender).toMatchObject({ paidUsd: 6e5 })
    expect(lender?.amountUsd).toBeCloseTo(6e5 * 1.1, 6)
  })

  test('is named at the stage where it comes in', () => {
    const { stages } = playDeal(deal({ convertibles: [early, late], rounds }))
    expect(stages.map(({ joined }) => joined.map(({ name }) => name))).toEqual([[], [], ['Late']])
  })

  test('is there before a round of the same day, and from the start without a day', () => {
    const undated = safe({ name: 'Undated', day: null })
    const { stages } = playDeal(deal({ convertibles: [{ ...late, day: 300 }, undated], rounds }))
    expect(namesOf(stages[0])).toEqual(['Late', 'Undated'])
    expect(stages[0].day).toBe(300)
  })

  test('is there from the start where no round has a day', () => {
    const { stages } = playDeal(deal({ convertibles: [late], rounds: [round({})] }))
    expect(namesOf(stages[0])).toEqual(['Late'])
  })

  test('waits for the first dated round where an undated one comes between', () => {
    const history = playDeal(deal({ convertibles: [late], rounds: [round({ name: 'Seed' }), ...rounds] }))
    expect([1, 2, 3].map((place) => convertedIn(history, place))).toEqual([[], [], ['Late']])
  })

  test('is favoured by a most-favoured one only once both are there', () => {
    const favouring = { isMostFavoured: true, favours: ['Late'] }
    const first = playDeal(deal({ convertibles: [{ ...early, ...favouring }, late], rounds }))
    expect(first.stages[1].round?.conversions[0]).toMatchObject({ name: 'Early', termsOf: null })
    const second = playDeal(
      deal({
        convertibles: [safe({ name: 'MFN', holder: 'Aunt', day: 400, ...favouring }), late],
        rounds,
      }),
    )
    expect(second.stages[2].round?.conversions[0]).toMatchObject({ name: 'MFN', termsOf: 'Late' })
  })

  test('is still owed when the deal is settled after its last round', () => {
    const given = deal({ convertibles: [early, { ...late, day: 1000 }], rounds })
    expect(settleDeal(given, playDeal(given)).convertibles.map(({ name }) => name)).toEqual(['Late'])
  })
})
