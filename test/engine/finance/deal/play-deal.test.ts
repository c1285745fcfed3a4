import { describe, expect, test } from 'vitest'
import {
  fullyDilutedShares,
  playDeal,
  usualTerms,
  type Deal,
  type DealExit,
  type DealStage,
} from '../../../../engine/finance/index.ts'
import { deal, round, safe, series } from './deals.ts'

const classOf = ({ classes }: DealStage, name: string): DealStage['classes'][number] => {
  const found = classes.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no class ${name}`)
  return found
}
const held = (stage: DealStage, name: string, holder: string): number =>
  classOf(stage, name)
    .holders.filter((one) => one.holder === holder)
    .reduce((sum, { shares }) => sum + shares, 0)
const last = (given: Deal): DealStage => playDeal(given).stages.at(-1)!
const roundOf = (given: Deal): NonNullable<DealStage['round']> => last(given).round!
const payoutOf = ({ holders }: DealExit, holder: string): number =>
  holders.find((one) => one.holder === holder)!.amountUsd

describe('a round of a deal', () => {
  test('turns each SAFE into a shadow series of its holder, and says why at that price', () => {
    // safe-discount-beside-cap: derived by hand, agrees with OVF docs/fixtures.md S-series: 191/300, 8 %, 1/12, 20 %.
    const stage = last(
      deal({
        convertibles: [
          safe({ name: 'Capped', capUsd: 10e6 }),
          safe({ name: 'Cheap', holder: 'Friend', discount: 0.2 }),
        ],
        rounds: [round({})],
      }),
    )
    const total = fullyDilutedShares(stage.table)
    expect(stage.round?.priceUsd).toBeCloseTo(1.19375, 12)
    expect(held(stage, 'Series A (Capped)', 'Angel') / total).toBeCloseTo(0.08, 12)
    expect(held(stage, 'Series A (Cheap)', 'Friend') / total).toBeCloseTo(1 / 12, 12)
    expect(held(stage, 'Series A', 'new investors') / total).toBeCloseTo(0.2, 12)
    expect(stage.round?.conversions.map(({ reason }) => reason)).toEqual(['cap', 'discount'])
    expect(stage.table.convertibles).toEqual([])
    expect(stage.classes.filter(({ kind }) => kind === 'shadow_series')).toHaveLength(2)
  })

  test('converts at its own price where neither cap nor discount helps', () => {
    // safe-down-round-price-beats-cap: the cap is a ceiling, never a floor.
    const { conversions, priceUsd } = roundOf(
      deal({
        convertibles: [safe({ capUsd: 10e6 })],
        rounds: [round({ preMoneyUsd: 4e6, amountUsd: 1e6 })],
      }),
    )
    expect(priceUsd).toBeCloseTo(0.375, 12)
    expect(conversions[0]).toMatchObject({ reason: 'round_price', termsOf: null })
    expect(conversions[0].shares).toBeCloseTo(2666666.6666666665, 5)
  })

  test('names the security whose terms a most-favoured SAFE takes', () => {
    const { conversions } = roundOf(
      deal({
        convertibles: [
          safe({ name: 'MFN', isMostFavoured: true, favours: ['Later'] }),
          safe({ name: 'Later', holder: 'Friend', capUsd: 6e6 }),
        ],
        rounds: [round({})],
      }),
    )
    expect(conversions[0]).toMatchObject({ termsOf: 'Later', reason: 'cap' })
    expect(conversions[0].priceUsd).toBeCloseTo(conversions[1].priceUsd, 12)
  })

  test('gives pro-rata holders their part of the money, side letters among them, and the rest to new investors', () => {
    // safe-prorata-1: YC Safe User Guide, quick start ex. 3: 15 % of SAFEs beside new investors of 25 % get 4.41 %.
    const given = deal({
      convertibles: [safe({ amountUsd: 1.5e6, capUsd: 10e6, hasProRata: true })],
      rounds: [round({ preMoneyUsd: 24e6, amountUsd: 10e6, proRata: ['Angel'] })],
    })
    const { investors, proRata } = roundOf(given)
    expect(investors.map(({ holder, isProRata }) => [holder, isProRata])).toEqual([
      ['Angel', true],
      ['new investors', false],
    ])
    expect(proRata[0].share).toBeCloseTo(0.15, 12)
    const stage = last(given)
    const total = fullyDilutedShares(stage.table)
    expect(held(stage, 'Series A', 'Angel') / total).toBeCloseTo(0.04411764705882353, 12)
    expect(held(stage, 'Series A', 'new investors') / total).toBeCloseTo(0.25, 12)
  })

  test('counts the warrants and options of a pro-rata holder among what it holds', () => {
    // NVCA model investors' rights agreement, right of first offer: common held, or issuable on derivative securities held, over all.
    const { proRata } = roundOf(
      deal({
        rights: [
          { name: 'Warrant', holder: 'Fund', kind: 'warrant', shares: 5e5, strikeUsd: 1 },
          { name: 'Grant', holder: 'Fund', kind: 'option', shares: 1e5, strikeUsd: 1 },
          { name: 'Other', holder: 'Cara', kind: 'option', shares: 4e5, strikeUsd: 1 },
        ],
        series: [series({ shares: 1e6, holders: [{ holder: 'Fund', shares: 1e6 }] })],
        rounds: [round({ proRata: ['Fund'] })],
      }),
    )
    expect(proRata[0].share).toBeCloseTo(0.16, 12)
    expect(proRata[0].amountUsd).toBeCloseTo(480_000, 6)
  })

  test('gives a holder of everything the whole round, whatever order its shares are added in', () => {
    const all = deal({
      common: [{ holder: 'Fund', shares: 0.1, paidUsd: 0 }],
      rights: [
        { name: 'One', holder: 'Fund', kind: 'option', shares: 0.2, strikeUsd: 0 },
        { name: 'Two', holder: 'Fund', kind: 'option', shares: 0.3, strikeUsd: 0 },
      ],
      rounds: [round({ proRata: ['Fund'] })],
    })
    expect(roundOf(all).investors).toMatchObject([{ holder: 'Fund', amountUsd: 3e6 }])
  })

  test('lists a side letter that is not taken up, and takes no money for it', () => {
    const { investors, proRata } = roundOf(
      deal({ convertibles: [safe({ capUsd: 10e6, hasProRata: true })], rounds: [round({})] }),
    )
    expect(proRata).toMatchObject([{ holder: 'Angel', isTaken: false }])
    expect(investors).toMatchObject([{ holder: 'new investors', amountUsd: 3e6 }])
  })

  test('keeps whole shares whole when it shares out a rounded round', () => {
    const stage = last(
      deal({
        convertibles: [safe({ capUsd: 10e6 })],
        rounds: [
          round({
            rounding: { priceDecimals: 4 },
            investors: [
              { holder: 'One', amountUsd: 1e6 },
              { holder: 'Two', amountUsd: 1e6 },
            ],
          }),
        ],
      }),
    )
    const { holders, shares } = classOf(stage, 'Series A')
    expect(holders.every((one) => Number.isInteger(one.shares))).toBe(true)
    expect(holders.reduce((sum, one) => sum + one.shares, 0)).toBe(shares)
  })

  test('makes those common who do not pay to play, before anything is priced', () => {
    // wf-pay-to-play: NVCA special mandatory conversion; numbers derived. A is junior, B senior and paid by the exit.
    const seriesA = series({ name: 'A', terms: { ...usualTerms, rank: 1, paysToPlay: true } })
    const seriesB = series({
      name: 'B',
      shares: 1.5e6,
      issuePriceUsd: 6,
      conversionPriceUsd: 6,
      terms: { ...usualTerms, rank: 2 },
      holders: [{ holder: 'Late', shares: 1.5e6 }],
    })
    const exit = { series: [seriesA, seriesB], exitPricesUsd: [10e6] }
    const before = playDeal(deal(exit)).exits[0]
    expect([payoutOf(before, 'Fund'), payoutOf(before, 'Late')]).toEqual([1e6, 9e6])
    const sits = playDeal(
      deal({ ...exit, rounds: [round({ amountUsd: 1, preMoneyUsd: 50e6, declines: ['Fund'] })] }),
    )
    expect(sits.stages[1].round?.forced).toEqual([
      { series: 'A', holder: 'Fund', shares: 2e6, commonShares: 2e6 },
    ])
    expect(held(sits.stages[1], 'common', 'Fund')).toBe(2e6)
    // The round's one dollar comes first, so the figures of the vector hold to a dollar.
    expect(payoutOf(sits.exits[0], 'Fund')).toBeCloseTo(200_000, -1)
    expect(payoutOf(sits.exits[0], 'Ada') + payoutOf(sits.exits[0], 'Ben')).toBeCloseTo(800_000, -1)
  })

  test('leaves whole shares only, of common and of the series, where pay-to-play meets a rounded round', () => {
    const old = series({
      name: 'A',
      shares: 7e5,
      issuePriceUsd: 3,
      conversionPriceUsd: 2.3,
      terms: { ...usualTerms, antiDilution: 'none', paysToPlay: true },
      holders: [
        { holder: 'Fund', shares: 333_333 },
        { holder: 'Late', shares: 366_667 },
      ],
    })
    const sits = round({ amountUsd: 1e6, declines: ['Fund'], rounding: { priceDecimals: 4 } })
    const stage = last(deal({ series: [old], rounds: [sits] }))
    // 333,333 · 3 / 2.3 = 434,782.17…; 366,667 · 3 / 2.3 = 478,261.30….
    expect(stage.round?.forced).toEqual([
      { series: 'A', holder: 'Fund', shares: 333_333, commonShares: 434_782 },
    ])
    expect(held(stage, 'common', 'Fund')).toBe(434_782)
    expect(stage.table.commonShares).toBe(8_434_782)
    expect([stage.table.series[0].shares, stage.table.series[0].convertedShares]).toEqual([366_667, 478_261])
    const exact = last(deal({ series: [old], rounds: [{ ...sits, rounding: null }] }))
    expect(held(exact, 'common', 'Fund')).toBeCloseTo((333_333 * 3) / 2.3, 6)
  })

  test('moves sold shares and their money between holders, and nothing else', () => {
    const sale = { seller: 'Ben', buyer: 'Fund', security: 'common', shares: 5e5, priceUsd: 1 }
    const history = playDeal(deal({ rounds: [round({ secondary: [sale] })], exitPricesUsd: [100e6] }))
    const plain = playDeal(deal({ rounds: [round({})] }))
    expect(history.stages[1].table).toEqual(plain.stages[1].table)
    expect(held(history.stages[1], 'common', 'Ben')).toBe(1.5e6)
    expect(held(history.stages[1], 'common', 'Fund')).toBe(5e5)
    const fund = history.exits[0].holders.find(({ holder }) => holder === 'Fund')!
    expect(fund).toMatchObject({ paidUsd: 5e5 })
    expect(fund.moic).toBeCloseTo(fund.amountUsd / 5e5, 12)
    expect(history.flows.reduce((sum, { amountUsd }) => sum + amountUsd, 0)).toBe(-3e6)
  })

  test('sells shares of its own series once it has closed', () => {
    const sale = { seller: 'new investors', buyer: 'Fund', security: 'Series A', shares: 1000, priceUsd: 1 }
    expect(held(last(deal({ rounds: [round({ secondary: [sale] })] })), 'Series A', 'Fund')).toBe(1000)
  })

  test('says what anti-dilution gives an older series', () => {
    const seed = series({ terms: { ...usualTerms, antiDilution: 'full_ratchet' } })
    const { adjustments, priceUsd } = roundOf(
      deal({ series: [seed], rounds: [round({ preMoneyUsd: 10e6 })] }),
    )
    expect(adjustments).toMatchObject([{ series: 'Seed', fromPriceUsd: 2.5 }])
    expect(adjustments[0].toPriceUsd).toBeCloseTo(priceUsd, 9)
    expect(adjustments[0].addedShares).toBeCloseTo((2e6 * 2.5) / priceUsd - 2e6, 3)
  })

  test('at an agreed price is priced at it, as a bridge at the last price', () => {
    const bridge = round({ name: 'Bridge', preMoneyUsd: null, pricePerShareUsd: 1.5 })
    expect(roundOf(deal({ rounds: [round({}), bridge] })).priceUsd).toBeCloseTo(1.5, 12)
  })

  test('reports values that add up though its price and shares are rounded', () => {
    const { preMoneyUsd, amountUsd, postMoneyUsd, priceUsd } = roundOf(
      deal({
        common: [{ holder: 'Ada', shares: 7e6, paidUsd: 0 }],
        rounds: [round({ rounding: { priceDecimals: 2 } })],
      }),
    )
    expect([preMoneyUsd, amountUsd, postMoneyUsd, priceUsd]).toEqual([12e6, 3e6, 15e6, 1.71])
  })
})

describe('dates', () => {
  const note = safe({ kind: 'note', name: 'Note', amountUsd: 1e5, interestRate: 0.08, day: 0 })

  test("let a note's interest run to the day of its round, and no further", () => {
    const given = deal({ convertibles: [note], rounds: [round({ day: 365 })], exitDay: 730 })
    expect(roundOf(given).conversions[0].owedUsd).toBeCloseTo(108_000, 6)
  })

  test("let a note's interest run to the exit while it has not converted", () => {
    const { exits } = playDeal(deal({ convertibles: [note], exitDay: 730, exitPricesUsd: [1e6] }))
    expect(payoutOf(exits[0], 'Angel')).toBeCloseTo(116_000, 6)
  })

  test('let the dividends of each series run from its own day to the exit', () => {
    const terms = { ...usualTerms, dividendKind: 'simple', dividendRate: 0.08 } as const
    const old = series({ terms, day: 0 })
    const { exits, stages } = playDeal(
      deal({
        series: [old],
        rounds: [round({ day: 365, terms: { ...terms, rank: 1 } })],
        exitDay: 1095,
        exitPricesUsd: [9e6],
      }),
    )
    expect(stages[1].table.series.map(({ accruedDividendUsd }) => accruedDividendUsd)).toEqual([4e5, 0])
    expect(payoutOf(exits[0], 'new investors')).toBeCloseTo(3e6 * 1.16, 6)
    expect(payoutOf(exits[0], 'Fund')).toBeCloseTo(Math.min(5e6 * 1.24, 9e6 - 3e6 * 1.16), 6)
  })

  test('do not let dividends run twice that the start says are owed', () => {
    const terms = { ...usualTerms, dividendKind: 'simple', dividendRate: 0.08 } as const
    const owed = series({ terms, day: 0, accruedDividendUsd: 123 })
    const given = deal({ series: [owed], convertibles: [safe({ day: 365 })], exitDay: 730 })
    const { stages, atExit } = playDeal(given)
    expect(stages[0].table.series[0].accruedDividendUsd).toBe(123)
    expect(atExit.table.series[0].accruedDividendUsd).toBe(123 + 4e5)
  })

  test('that nobody gave let nothing run', () => {
    const given = deal({ convertibles: [{ ...note, day: null }], rounds: [round({})] })
    expect(roundOf(given).conversions[0].owedUsd).toBe(1e5)
  })
})

describe('an exit', () => {
  const given = deal({
    rights: [{ name: 'Grant', holder: 'Cara', kind: 'option', shares: 5e5, strikeUsd: 0.1 }],
    pool: { promisedShares: 1e5, availableShares: 4e5 },
    convertibles: [safe({ capUsd: 10e6 })],
    rounds: [round({ investors: [{ holder: 'Fund', amountUsd: 2e6 }] })],
    exit: {
      kind: 'sale',
      priceUsd: 0,
      debtUsd: 1e6,
      costsUsd: 1e5,
      costsShare: 0.02,
      carveOutShare: 0.1,
      carveOutMostUsd: 5e5,
    },
    exitPricesUsd: [0, 5e5, 3e6, 10e6, 123456789.01, 1e9],
  })
  const { exits, atExit } = playDeal(given)

  test.each(exits.map((exit) => [exit.terms.priceUsd, exit] as const))(
    'of %d dollars pays out what comes in, by class and by holder',
    (priceUsd, { split, classes, holders }) => {
      const before = split.debtUsd + split.costsUsd + split.carveOutUsd
      const sum = (parts: readonly { readonly amountUsd: number }[]): number =>
        parts.reduce((total, { amountUsd }) => total + amountUsd, before)
      expect(sum(classes) / Math.max(1, priceUsd)).toBeCloseTo(priceUsd === 0 ? 0 : 1, 12)
      expect(sum(holders) / Math.max(1, priceUsd)).toBeCloseTo(priceUsd === 0 ? 0 : 1, 12)
    },
  )

  test('pays the unissued pool nothing and options net of their strike', () => {
    const top = exits.at(-1)!
    expect(top.holders.map(({ holder }) => holder)).not.toContain('available pool')
    const { perCommonShareUsd } = top.split
    expect(payoutOf(top, 'Cara')).toBeCloseTo(5e5 * (perCommonShareUsd - 0.1), 3)
    expect(payoutOf(top, 'promised options')).toBeCloseTo(1e5 * perCommonShareUsd, 3)
  })

  test('gives a multiple to who paid and none to who did not', () => {
    const top = exits.at(-1)!
    expect(top.holders.find(({ holder }) => holder === 'Ada')?.moic).toBeNull()
    const fund = top.holders.find(({ holder }) => holder === 'Fund')!
    expect(fund).toMatchObject({ paidUsd: 2e6 })
    expect(fund.moic).toBeCloseTo(fund.amountUsd / 2e6, 12)
  })

  test('leaves the stages as they were', () => {
    expect(atExit.classes).toEqual(playDeal(given).stages.at(-1)?.classes)
  })

  test('as a listing converts all series only if it qualifies', () => {
    const listing = {
      ...given,
      exit: { ...given.exit, kind: 'listing' as const },
      exitPricesUsd: [4e6, 100e6],
    }
    const qualified = { leastPriceUsd: 50e6, leastMultiple: 0 }
    const both = playDeal({ ...listing, qualifiedListing: qualified }).exits
    expect(both.map(({ paidAs, listing: how }) => [paidAs, how])).toEqual([
      ['sale', 'chosen'],
      ['listing', 'qualified'],
    ])
    expect(both[0].classes.filter(({ converts }) => converts === true)).toEqual([])
    expect(both[1].classes.filter(({ converts }) => converts === false)).toEqual([])
  })
})
