import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCarry } from '../../../../engine/finance/fund/carry-terms.ts'
import type { FundPlan } from '../../../../engine/finance/fund/fund-plan.ts'
import { investorFlows } from '../../../../engine/finance/fund/investor-flows.ts'
import { managementFees } from '../../../../engine/finance/fund/management-fees.ts'
import { projectFund } from '../../../../engine/finance/fund/project-fund.ts'
import { wholeFundWaterfall } from '../../../../engine/finance/fund/whole-fund-waterfall.ts'

const plan: FundPlan = {
  commitmentsUsd: 100,
  lifeYears: 10,
  fees: { shareAYear: 0.02, investmentYears: 5, laterShareAYear: 0.02, laterBasis: 'commitments' },
  expenseShareAYear: 0,
  reserveShare: 0.4,
  followOnYears: 2,
  holdYears: 5,
  initialMultiple: 3,
  followOnMultiple: 2,
  recyclingShare: 0,
  carry: plainCarry,
}

describe('projectFund', () => {
  it('invests what fees leave, and keeps the reserve for later rounds', () => {
    const fund = projectFund(plan)
    expect(fund.feesUsd).toBeCloseTo(20, 9)
    expect(fund.investedUsd).toBeCloseTo(80, 9)
    expect(fund.initialUsd).toBeCloseTo(48, 9)
    expect(fund.followOnUsd).toBeCloseTo(32, 9)
    expect(fund.proceedsUsd).toBeCloseTo(48 * 3 + 32 * 2, 9)
    expect(fund.carryUsd).toBeCloseTo(0.2 * (208 - 100), 9)
    // The last follow-on is in the seventh year: the fees of the three years after it come out of proceeds.
    expect(fund.heldBackUsd).toBeCloseTo(6, 9)
    expect(fund.investorsPaidInUsd).toBeCloseTo(94, 9)
    expect(fund.netMultiple).toBeCloseTo((208 - 6 - 21.6) / 94, 9)
    expect(fund.netReturn.kind).toBe('one')
  })

  it('has more to invest if fees fall with what is held', () => {
    const stepped = projectFund({ ...plan, fees: { ...plan.fees, laterBasis: 'invested' } })
    expect(stepped.feesUsd).toBeLessThan(20)
    expect(stepped.investedUsd + stepped.feesUsd).toBeCloseTo(100, 9)
    expect(stepped.investorsPaidInUsd + stepped.heldBackUsd).toBeCloseTo(100, 9)
  })

  it('invests early proceeds again up to the limit', () => {
    const quick = { ...plan, holdYears: 3 }
    const once = projectFund({ ...quick, recyclingShare: 0.2 })
    expect(once.recycledUsd).toBeCloseTo(20, 9)
    expect(once.investedUsd).toBeCloseTo(100, 9)
    // 80 paid in and 20 of proceeds; 14 paid in are fees, the last 6 of the fees come out of proceeds.
    expect(once.investorsPaidInUsd).toBeCloseTo(94, 9)
    expect(projectFund(quick).recycledUsd).toBe(0)
  })

  const quickPlan: FundPlan = {
    ...plan,
    commitmentsUsd: 100e6,
    expenseShareAYear: 0.01,
    reserveShare: 0,
    holdYears: 1,
    initialMultiple: 2,
    carry: { ...plainCarry, hurdleRate: 0.08 },
  }

  it('pays late fees from proceeds, so that no call comes after the profit and one rate fits', () => {
    const fund = projectFund(quickPlan)
    expect(fund.heldBackUsd).toBeCloseTo(5 * 3e6, 3)
    expect(fund.netReturn.kind).toBe('one')
    expect(fund.waterfall.clawbackUsd).toBe(0)
    expect(fund.netReturn.rates[0].rate).toBeGreaterThan(0)
  })

  it('calls late fees that no proceeds can pay', () => {
    const dear = projectFund({ ...quickPlan, holdYears: 3, lifeYears: 10, initialMultiple: 0.1 })
    expect(dear.heldBackUsd).toBeCloseTo(dear.proceedsUsd, 3)
    expect(dear.investorsPaidInUsd + dear.heldBackUsd).toBeCloseTo(100e6, 3)
    expect(dear.investorsNetUsd).toBe(0)
  })

  it('counts the same money in multiple and rate of return, and calls nothing after the last sale has paid', () => {
    const percent = (most: number) => fc.integer({ min: 0, max: most }).map((of) => of / 100)
    const somePlan: fc.Arbitrary<FundPlan> = fc.record({
      commitmentsUsd: fc.constant(100),
      lifeYears: fc.constantFrom(10, 12),
      fees: fc.record({
        shareAYear: percent(3),
        investmentYears: fc.integer({ min: 1, max: 5 }),
        laterShareAYear: percent(3),
        laterBasis: fc.constantFrom('commitments', 'invested'),
      }),
      expenseShareAYear: percent(1),
      reserveShare: percent(80),
      followOnYears: fc.constantFrom(1, 2),
      holdYears: fc.integer({ min: 3, max: 6 }),
      initialMultiple: fc.integer({ min: 1, max: 6 }),
      followOnMultiple: fc.integer({ min: 1, max: 6 }),
      recyclingShare: percent(30),
      carry: fc.record({
        hurdleRate: percent(10),
        compounding: fc.constantFrom('annual', 'simple'),
        catchUpShare: percent(100),
        carryShare: percent(30),
        commitmentShare: percent(5),
      }),
    })
    fc.assert(
      fc.property(somePlan, (one) => {
        const { netFlows, investorsNetUsd, investorsPaidInUsd, feesUsd, expensesUsd, investedUsd, ...fund } =
          projectFund(one)
        const sum = netFlows.reduce((all, { usd }) => all + usd, 0)
        expect(sum).toBeCloseTo(investorsNetUsd - investorsPaidInUsd, 8)
        const called = investorsPaidInUsd / (1 - one.carry.commitmentShare)
        const notCalled = fund.heldBackUsd + fund.recycledUsd
        expect(called).toBeCloseTo(investedUsd + feesUsd + expensesUsd - notCalled, 8)
        const lastCall = Math.max(...netFlows.map(({ years, usd }) => (usd < 0 ? years : 0)))
        const lastProfit = Math.max(...netFlows.map(({ years, usd }) => (usd > 0 ? years : 0)))
        expect(lastCall).toBeLessThanOrEqual(lastProfit)
      }),
      { seed: 4, numRuns: 1000 },
    )
  })

  it('says that nothing came back', () => {
    expect(projectFund({ ...plan, initialMultiple: 0, followOnMultiple: 0 })).toMatchObject({
      netMultiple: 0,
      carryUsd: 0,
      netReturn: { kind: 'totalLoss' },
    })
  })

  it.each([
    [{ commitmentsUsd: 0 }, /commitmentsUsd must be positive/u],
    [{ lifeYears: 7 }, /lifeYears must be long enough/u],
    [{ followOnYears: 5 }, /followOnYears must be below holdYears, which is 5/u],
    [{ reserveShare: 1.5 }, /reserveShare must be from 0 to 1, got 1.5/u],
    [{ initialMultiple: -1 }, /initialMultiple must be at least 0/u],
    [{ expenseShareAYear: 0.1 }, /fees and expenses must be below commitmentsUsd, got 120 of 100/u],
  ])('refuses %j', (change, message) => {
    expect(() => projectFund({ ...plan, ...change })).toThrow(message)
  })
})

describe('investorFlows', () => {
  it('add up to what investors keep, with the clawback as the last', () => {
    const flows = [
      { years: 0, usd: -100 },
      { years: 1, usd: 200 },
      { years: 2, usd: -80 },
    ]
    const terms = { ...plainCarry, commitmentShare: 0.1 }
    const waterfall = wholeFundWaterfall(flows, terms)
    const own = investorFlows(flows, waterfall, 0.1, 10)
    // By hand: nine tenths of the profit of 20, a fifth of it carry.
    expect(own.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(18 * 0.8, 9)
    expect(own.at(-1)).toEqual({ years: 10, usd: waterfall.clawbackUsd })
    expect(waterfall.clawbackUsd).toBeCloseTo(0.9 * 16, 9)
  })
})

describe('managementFees', () => {
  it('refuses a share above 1 and half a year', () => {
    expect(() => managementFees({ ...plan.fees, shareAYear: 2 }, 1, [])).toThrow(
      /shareAYear must be from 0 to 1/u,
    )
    expect(() => managementFees({ ...plan.fees, investmentYears: 0.5 }, 1, [])).toThrow(
      /whole number above 0/u,
    )
  })
})
