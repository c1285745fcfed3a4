import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCarry, type CarryTerms } from '../../../../engine/finance/fund/carry-terms.ts'
import { dealByDealWaterfall } from '../../../../engine/finance/fund/deal-by-deal-waterfall.ts'
import { fullCatchUpUsd } from '../../../../engine/finance/fund/full-catch-up.ts'
import { wholeFundWaterfall } from '../../../../engine/finance/fund/whole-fund-waterfall.ts'

const usual: CarryTerms = { ...plainCarry, hurdleRate: 0.08 }
const oneDistribution = (usd: number, terms: CarryTerms, years = 5) =>
  wholeFundWaterfall(
    [
      { years: 0, usd: -100 },
      { years, usd },
    ],
    terms,
  )

const share = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((percent) => percent / 100)
const someTerms: fc.Arbitrary<CarryTerms> = fc.record({
  hurdleRate: share(0.2),
  compounding: fc.constantFrom('annual', 'simple'),
  catchUpShare: share(1),
  carryShare: share(0.4),
  commitmentShare: share(0.5),
})
const someFlows = fc.array(
  fc.record({ years: fc.integer({ min: 0, max: 12 }), usd: fc.integer({ min: -1000, max: 3000 }) }),
  { minLength: 1, maxLength: 12 },
)

describe('whole-fund waterfall', () => {
  // fund-waterfall-european: 100 paid in, 5 years, hurdle 8 % compounded annually, full catch-up, carry 20 %.
  // Four tiers seen on bpleon.com and aama.io, numbers derived. https://bpleon.com/pe-distribution-waterfall.html
  it.each([
    [90, 90, 0],
    [140, 140, 0],
    [150, 146.93280768000005, 3.067192319999947],
    [158.6660096, 146.93280768000005, 11.733201919999942],
    [200, 180, 20],
    [300, 260, 40],
  ])('shares %d as the four tiers do', (distribution, investors, carry) => {
    const { investorsUsd, carryUsd, clawbackUsd } = oneDistribution(distribution, usual)
    expect(investorsUsd).toBeCloseTo(investors, 6)
    expect(carryUsd).toBeCloseTo(carry, 6)
    expect(clawbackUsd).toBe(0)
  })

  it('has caught up where the same source says', () => {
    expect(fullCatchUpUsd(100, 46.93280768000005, usual)).toBeCloseTo(158.66600960000005, 6)
    expect(fullCatchUpUsd(100, 40, { ...usual, catchUpShare: 0.2 })).toBe(Infinity)
    expect(fullCatchUpUsd(100, 40, { ...usual, catchUpShare: 0 })).toBe(140)
  })

  it('lets a simple hurdle grow by the year and a compounded one by its own growth', () => {
    expect(oneDistribution(140, { ...usual, compounding: 'simple' }).carryUsd).toBe(0)
    expect(oneDistribution(141, { ...usual, compounding: 'simple' }).carryUsd).toBeCloseTo(1, 9)
    expect(oneDistribution(200, { ...usual, compounding: 'simple' }, 2.5).carryUsd).toBeCloseTo(20, 9)
  })

  it('shares only what lies above the hurdle if there is no catch-up', () => {
    const { carryUsd } = oneDistribution(208, { ...usual, catchUpShare: 0 }, 1)
    expect(carryUsd).toBeCloseTo(20, 9)
  })

  it('halves the catch-up if that is agreed', () => {
    // Above 108: the manager has 20 % of all profit when 0.5 x = 0.2 (8 + x), so at x = 16 / 3.
    const half = { ...usual, catchUpShare: 0.5 }
    expect(fullCatchUpUsd(100, 8, half)).toBeCloseTo(108 + 16 / 3, 9)
    expect(oneDistribution(110, half, 1).carryUsd).toBeCloseTo(1, 9)
    expect(oneDistribution(150, half, 1).carryUsd).toBeCloseTo(10, 9)
  })

  it('gives the manager its own capital back without carry', () => {
    const shared = oneDistribution(200, { ...usual, commitmentShare: 0.02 })
    expect(shared.managerCapitalUsd).toBeCloseTo(4, 9)
    expect(shared.carryUsd).toBeCloseTo(0.98 * 20, 9)
    expect(shared.investorsUsd).toBeCloseTo(0.98 * 180, 9)
  })

  it('keeps counting over several distributions', () => {
    const flows = [
      { years: 3, usd: 120 },
      { years: 0, usd: -100 },
      { years: 1, usd: 108 },
    ]
    const { distributions, carryUsd } = wholeFundWaterfall(flows, usual)
    expect(distributions.map((one) => one.usd)).toEqual([108, 120])
    expect(distributions[0].carryUsd).toBe(0)
    expect(carryUsd).toBeCloseTo(0.2 * 128, 9)
  })

  it('asks carry back that money called later undoes', () => {
    const flows = [
      { years: 0, usd: -100 },
      { years: 1, usd: 200 },
      { years: 1, usd: -80 },
    ]
    // Money that is called on the day of a distribution is in before it.
    expect(wholeFundWaterfall(flows, plainCarry).carryUsd).toBeCloseTo(4, 9)
    const later = wholeFundWaterfall([flows[0], flows[1], { years: 2, usd: -80 }], plainCarry)
    expect(later.carryUsd).toBeCloseTo(20, 9)
    // The fund's profit is 20 in all, of which the manager keeps a fifth.
    expect(later.clawbackUsd).toBeCloseTo(16, 9)
  })

  it('lets the manager keep, of carry that later calls undo, what all money together would have earned it', () => {
    // By hand: 50 above 100 and its 8 of preferred return; then 30 are called, earn 2.4 and are lost.
    const flows = [
      { years: 0, usd: -100 },
      { years: 1, usd: 158 },
      { years: 1, usd: 0 },
      { years: 2, usd: -30 },
      { years: 3, usd: 0 },
    ]
    const none = wholeFundWaterfall(flows, { ...usual, catchUpShare: 0 })
    expect(none.carryUsd - none.clawbackUsd).toBeCloseTo(0.2 * (158 - 130 - 8 - 2.4), 9)
    const full = wholeFundWaterfall(flows, usual)
    expect(full.carryUsd - full.clawbackUsd).toBeCloseTo(0.2 * (158 - 130), 9)
  })

  it('asks nothing back if all was called before the first distribution', () => {
    const early = someFlows.map((flows) => flows.map((one) => (one.usd < 0 ? { ...one, years: 0 } : one)))
    let carried = 0
    fc.assert(
      fc.property(someTerms, early, (terms, flows) => {
        const { carryUsd, clawbackUsd } = wholeFundWaterfall(flows, terms)
        if (carryUsd > 0) carried++
        expect(clawbackUsd).toBe(0)
      }),
      { seed: 4, numRuns: 500 },
    )
    expect(carried).toBeGreaterThan(100)
  })

  it('pays out what comes in, and never more carry than agreed', () => {
    fc.assert(
      fc.property(someTerms, someFlows, (terms, flows) => {
        const { distributions } = wholeFundWaterfall(flows, terms)
        for (const one of distributions) {
          expect(one.investorsUsd + one.managerCapitalUsd + one.carryUsd).toBeCloseTo(one.usd, 8)
          expect(Math.min(one.investorsUsd, one.managerCapitalUsd, one.carryUsd)).toBeGreaterThanOrEqual(
            -1e-9,
          )
        }
        const carry = distributions.reduce((sum, one) => sum + one.carryUsd, 0)
        const all = distributions.reduce((sum, one) => sum + one.usd, 0)
        expect(carry).toBeLessThanOrEqual(terms.carryShare * all + 1e-9)
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it('pays nobody less when more comes in', () => {
    fc.assert(
      fc.property(
        someTerms,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 50 }),
        (terms, usd, more) => {
          const less = oneDistribution(usd, terms)
          const rich = oneDistribution(usd + more, terms)
          expect(rich.investorsUsd).toBeGreaterThanOrEqual(less.investorsUsd - 1e-9)
          expect(rich.carryUsd).toBeGreaterThanOrEqual(less.carryUsd - 1e-9)
        },
      ),
      { seed: 4, numRuns: 300 },
    )
  })

  it('refuses terms that cannot be', () => {
    expect(() => oneDistribution(1, { ...usual, carryShare: 2 })).toThrow(
      /carryShare must be from 0 to 1, got 2/u,
    )
    expect(() => oneDistribution(1, { ...usual, hurdleRate: -1 })).toThrow(/hurdleRate must be from 0 to 10/u)
    expect(() => oneDistribution(1, { ...usual, commitmentShare: 1 })).toThrow(/below 1/u)
    expect(() => oneDistribution(NaN, usual)).toThrow(/a flow must be finite, got NaN/u)
  })
})

describe('deal-by-deal waterfall', () => {
  const winner = { boughtYears: 0, costUsd: 100, soldYears: 1, proceedsUsd: 150 }
  const loser = { boughtYears: 0, costUsd: 100, soldYears: 2, proceedsUsd: 80 }
  const terms = { ...plainCarry, carriesLossForward: true, hasClawback: true }

  it('pays carry on an early success and asks back what a later loss undoes', () => {
    const { carryUsd, clawbackUsd } = dealByDealWaterfall([winner, loser], terms)
    expect(carryUsd).toBeCloseTo(10, 9)
    // 20 % of a profit of 30 is 6.
    expect(clawbackUsd).toBeCloseTo(4, 9)
    expect(dealByDealWaterfall([winner, loser], { ...terms, hasClawback: false }).clawbackUsd).toBe(0)
  })

  it('makes an earlier loss good first if losses are carried forward', () => {
    const early = { ...loser, soldYears: 0.5 }
    expect(dealByDealWaterfall([winner, early], terms).carryUsd).toBeCloseTo(6, 9)
    const each = dealByDealWaterfall([winner, early], { ...terms, carriesLossForward: false })
    expect(each.carryUsd).toBeCloseTo(10, 9)
    expect(each.clawbackUsd).toBeCloseTo(4, 9)
  })

  it('counts the preferred return of each deal from its own purchase', () => {
    const hurdle = { ...terms, hurdleRate: 0.08, catchUpShare: 0 }
    const late = { boughtYears: 4, costUsd: 100, soldYears: 5, proceedsUsd: 158 }
    expect(dealByDealWaterfall([late], hurdle).carryUsd).toBeCloseTo(10, 9)
  })

  it.each([
    // By hand: 200 paid in, 300 after two years leave 300 - 200 · 1.1664 = 66.72 above the hurdle; all after is profit.
    { soldYears: 5, proceedsUsd: 20, kept: 0.2 * (66.72 + 20) },
    { soldYears: 3, proceedsUsd: 90, kept: 0.2 * (66.72 + 90) },
  ])('without a catch-up leaves the manager $kept, its part above the hurdle', ({ kept, ...sale }) => {
    const deals = [
      { boughtYears: 0, costUsd: 100, soldYears: 2, proceedsUsd: 300 },
      { boughtYears: 0, costUsd: 100, ...sale },
    ]
    const shared = dealByDealWaterfall(deals, { ...terms, hurdleRate: 0.08, catchUpShare: 0 })
    expect(shared.carryUsd - shared.clawbackUsd).toBeCloseTo(kept, 9)
  })

  it('asks nothing back if the whole fund would have paid as much carry, though later', () => {
    const hurdle = { ...terms, hurdleRate: 0.08 }
    const flat = { boughtYears: 0, costUsd: 100, soldYears: 5, proceedsUsd: 100 }
    // The whole fund's investors get 89.79 of the last 100 for capital and return; a fifth of the profit of 50 is left.
    const { carryUsd, clawbackUsd } = dealByDealWaterfall([winner, flat], hurdle)
    expect([carryUsd, clawbackUsd]).toEqual([10, 0])
    const dead = { ...flat, proceedsUsd: 0 }
    expect(dealByDealWaterfall([winner, dead], hurdle).clawbackUsd).toBeCloseTo(10, 9)
  })

  it('leaves the manager what the whole-fund waterfall gives it, or less if it got less', () => {
    let several = 0
    const someDeals = fc.array(
      fc
        .record({
          boughtYears: fc.integer({ min: 0, max: 5 }),
          costUsd: fc.integer({ min: 0, max: 300 }),
          holdYears: fc.integer({ min: 0, max: 8 }),
          proceedsUsd: fc.integer({ min: 0, max: 900 }),
        })
        .map(({ holdYears, ...one }) => ({ ...one, soldYears: one.boughtYears + holdYears })),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(someDeals, someTerms, fc.boolean(), (deals, carry, carriesLossForward) => {
        const byDeal = dealByDealWaterfall(deals, { ...carry, carriesLossForward, hasClawback: true })
        const flows = deals.flatMap((one) => [
          { years: one.boughtYears, usd: -one.costUsd },
          { years: one.soldYears, usd: one.proceedsUsd },
        ])
        const whole = wholeFundWaterfall(flows, carry)
        const wholeKept = whole.carryUsd - whole.clawbackUsd
        if (byDeal.clawbackUsd > 0) several++
        expect(byDeal.carryUsd - byDeal.clawbackUsd).toBeCloseTo(Math.min(byDeal.carryUsd, wholeKept), 8)
      }),
      { seed: 4, numRuns: 1000 },
    )
    expect(several).toBeGreaterThan(100)
  })

  it('shares like the whole fund when there is one deal', () => {
    const one = dealByDealWaterfall([{ ...winner, soldYears: 5, proceedsUsd: 200 }], {
      ...terms,
      hurdleRate: 0.08,
    })
    expect(one.carryUsd).toBeCloseTo(oneDistribution(200, usual).carryUsd, 9)
  })

  it('refuses a deal that cannot be', () => {
    expect(() => dealByDealWaterfall([{ ...winner, costUsd: -1 }], terms)).toThrow(
      /costUsd must be at least 0/u,
    )
    expect(() => dealByDealWaterfall([{ ...winner, soldYears: -1 }], terms)).toThrow(
      /soldYears must be at least 0/u,
    )
  })
})
