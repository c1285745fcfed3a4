import { describe, expect, test } from 'vitest'
import { Calendar } from '../../engine/kernel/index.ts'
import { replicate } from '../../engine/study/index.ts'
import { fullyDilutedShares, plainSale, usualTerms } from '../../engine/finance/index.ts'
import { makeModel } from '../../agents/index.ts'
import { Account } from '../../agents/market/ledger.ts'
import { placePayoutUsd, preferredUsd } from '../../agents/market/places.ts'
import { investorsPerRound } from '../../agents/market/rounds.ts'
import type { World } from '../../agents/market/world.ts'
import { bookRound } from '../../agents/startup/book-round.ts'
import { negotiateTerms } from '../../agents/startup/negotiate-terms.ts'
import { convertThoseWhoDoNotPay } from '../../agents/startup/pay-to-play.ts'
import { payOut } from '../../agents/startup/pay-out.ts'
import { updateTable } from '../../agents/startup/update-table.ts'
import { defaultScenario, meanOf, pairedDifference, simulate } from './default-scenario.ts'

const p = defaultScenario().parameters
const emptyWorld = (): World =>
  makeModel(defaultScenario({ market: { ...p.market, entry: 0 } })).createWorld(1, 1, new Calendar())

/** A world with one startup and its cash account. */
function withStartup(): { world: World; row: number } {
  const world = emptyWorld()
  const row = world.startups.add('test')
  world.ledger.reserve(world.startups.count)
  return { world, row }
}

/** A round of one firm, paid by its limited partners. */
function closeFor(world: World, row: number, firm: number, preMoneyUsd: number, amountUsd: number): number {
  const { ledger, rounds, firms } = world
  firms.call(firm, ledger.transfer(Account.limitedPartners, ledger.firmAccount(firm), amountUsd), 0)
  const round = rounds.add()
  rounds.investor[round * investorsPerRound] = firm
  rounds.investedUsd[round * investorsPerRound] = amountUsd
  const issue = {
    stage: 1,
    preMoneyUsd,
    amountUsd,
    pool: 0,
    preferred: usualTerms,
    isSenior: false,
    isBridge: false,
  }
  expect(bookRound(world, row, round, issue, 1)).toBe(true)
  return round
}

describe('negotiated terms', () => {
  const large = { postMoneyUsd: 2e9, isDown: true, highestRank: 0 }
  const softest = { bidders: 8, failed: 0, mood: 2, cashUsd: 1e9 }
  const hardest = { bidders: 1, failed: 3, mood: -2, cashUsd: 0 }
  const agree = ({ bidders, failed, mood, cashUsd }: typeof softest) => {
    const { world, row } = withStartup()
    world.bidders.count = bidders
    world.sentiment.value = mood
    world.startups.failedRaises[row] = failed
    world.startups.netBurnUsd[row] = 1e6
    world.ledger.transfer(Account.outside, world.ledger.startupAccount(row), cashUsd)
    return Array.from({ length: 400 }, () => negotiateTerms(world, row, large))
  }

  test('the same luck gives no softer term to a company with less bargaining power, and harder ones to many', () => {
    const soft = agree(softest)
    const hard = agree(hardest)
    const harder = { multiple: 0, participation: 0, senior: 0, veto: 0 }
    soft.forEach((one, i) => {
      const other = hard[i]
      expect(other.preferred.liquidationMultiple).toBeGreaterThanOrEqual(one.preferred.liquidationMultiple)
      if (one.preferred.participation !== 'none')
        expect(other.preferred.participation).toBe(one.preferred.participation)
      if (one.isSenior) expect(other.isSenior).toBe(true)
      if (other.preferred.liquidationMultiple > one.preferred.liquidationMultiple) harder.multiple++
      if (other.preferred.participation !== one.preferred.participation) harder.participation++
      if (other.isSenior !== one.isSenior) harder.senior++
      if (other.preferred.vetoesDownListing !== one.preferred.vetoesDownListing) harder.veto++
    })
    for (const count of Object.values(harder)) expect(count).toBeGreaterThan(20)
  })

  test('a small round guarantees nothing at a listing, and only distress brings a full ratchet', () => {
    const { world, row } = withStartup()
    world.sentiment.value = -2
    for (let i = 0; i < 400; i++) {
      const { preferred, callsToPlay } = negotiateTerms(world, row, {
        postMoneyUsd: 20e6,
        isDown: false,
        highestRank: -1,
      })
      expect(preferred).toMatchObject({ listingMultiple: 0, vetoesDownListing: false, rank: 0 })
      expect(preferred.antiDilution).toBe('broad_based')
      expect(callsToPlay).toBe(false)
    }
  })

  test('what is negotiated moves no other draw of the startup', () => {
    const draws = [0, 5].map((times) => {
      const { world, row } = withStartup()
      for (let i = 0; i < times; i++) negotiateTerms(world, row, large)
      return world.startups.raises(row).next()
    })
    expect(draws[1]).toBe(draws[0])
  })
})

describe('a down round', () => {
  test('lowers the conversion price of the older series, and keeps pre-money + amount = post-money', () => {
    const { world, row } = withStartup()
    closeFor(world, row, 0, 40e6, 10e6)
    const round = closeFor(world, row, 1, 10e6, 5e6)
    const { series } = world.startups.capTables[row]
    expect(series[0].conversionPriceUsd).toBeLessThan(series[0].issuePriceUsd)
    expect(series[0].conversionPriceUsd).toBeGreaterThan(series[1].issuePriceUsd)
    const postUsd = series[1].issuePriceUsd * fullyDilutedShares(world.startups.capTables[row])
    expect(postUsd / world.rounds.postMoneyUsd[round]).toBeCloseTo(1, 12)
  })

  test('turns an insider who does not pay to play into a common holder, who is paid as one', () => {
    const { world, row } = withStartup()
    const first = closeFor(world, row, 0, 40e6, 10e6)
    const before = fullyDilutedShares(world.startups.capTables[row])
    const next = world.rounds.add()
    world.rounds.investor[next * investorsPerRound] = 1
    convertThoseWhoDoNotPay(world, row, next, true)
    world.rounds.count--
    expect(preferredUsd(world.rounds, first)).toBe(0)
    expect(fullyDilutedShares(world.startups.capTables[row])).toBeCloseTo(before, 3)
    payOut(world, row, { ...plainSale, priceUsd: 5e6 }, Account.acquirersAndPublic, 1)
    const place = first * investorsPerRound
    const shares = world.rounds.convertedShares[place]
    const outstanding = before - world.startups.capTables[row].availableShares
    expect(placePayoutUsd(world.rounds, first, place, world.split, 0)).toBeCloseTo(
      (5e6 * shares) / outstanding,
      2,
    )
    expect(world.firms.distributedUsd[0]).toBeCloseTo((5e6 * shares) / outstanding, 1)
  })
})

describe('an exit', () => {
  test('pays all proceeds out by the waterfall, to the cent, and the pool that nobody holds gets none', () => {
    const { world, row } = withStartup()
    closeFor(world, row, 0, 8e6, 2e6)
    const balance = (account: number) => world.ledger.balanceUsd(account)
    for (const priceUsd of [1e6, 2e6, 7_654_321.09, 90e6]) {
      const before = [balance(Account.limitedPartners), balance(Account.foundersAndStaff)]
      payOut(world, row, { ...plainSale, priceUsd }, Account.acquirersAndPublic, 1)
      const investorsUsd = balance(Account.limitedPartners) - before[0]
      const commonUsd = balance(Account.foundersAndStaff) - before[1]
      expect(investorsUsd + commonUsd).toBeCloseTo(priceUsd, 1)
      const { series, commonShares } = world.startups.capTables[row]
      const asCommonUsd = (priceUsd * series[0].shares) / (series[0].shares + commonShares)
      expect(investorsUsd).toBeCloseTo(Math.max(Math.min(priceUsd, 2e6), asCommonUsd), 1)
    }
    expect(world.ledger.imbalanceUsd()).toBe(0)
  })

  test('staff are granted the pool over time, and the fully diluted count stays', () => {
    const { world, row } = withStartup()
    const table = world.startups.capTables[row]
    const [all, available] = [fullyDilutedShares(table), table.availableShares]
    updateTable(world, row, p.rounds.grantTime)
    expect(table.availableShares / available).toBeCloseTo(Math.exp(-1), 12)
    expect(fullyDilutedShares(table)).toBeCloseTo(all, 6)
    expect(world.startups.grantedShares[row]).toBeCloseTo(available - table.availableShares, 6)
  })
})

describe('funds', () => {
  test('what limited partners paid and got is what left and reached their account, and all of it is accounted for', () => {
    let ended: World | null = null
    const model = makeModel(defaultScenario({}, { horizonMonths: 48 }))
    const watched = {
      ...model,
      collect: (world: World, run: number) => {
        ended = world
        return model.collect(world, run)
      },
    }
    const result = replicate(watched, 1, 1, new Calendar())
    if (result.status === 'failed' || ended === null) throw new Error('the run failed')
    const { funds } = result.record
    const { ledger } = ended as World
    const total = (column: Float64Array): number => column.reduce((sum, usd) => sum + usd, 0)
    const paidOutUsd = total(funds.paidInUsd) - total(funds.distributedUsd)
    expect(total(funds.paidInUsd)).toBeGreaterThan(1e8)
    expect(-ledger.balanceUsd(Account.limitedPartners)).toBeCloseTo(paidOutUsd, 1)
    for (let i = 0; i < funds.count; i++)
      expect(funds.tvpi[i]).toBeCloseTo(
        funds.dpi[i] + (funds.cashUsd[i] + funds.heldUsd[i]) / funds.paidInUsd[i],
        9,
      )
  })

  // 30 paired runs of the default market, seed 1: five standard errors, a false alarm below 1e-6.
  test('stronger preferences leave less for common holders', () => {
    const commonShare = (liquidationMultiple: number) =>
      simulate(
        defaultScenario({ market: { ...p.market, liquidationMultiple } }, { horizonMonths: 60 }),
        30,
      ).map(({ totals, startups }) => {
        const exits = startups.exitUsd.filter((usd) => usd > 0).reduce((sum, usd) => sum + usd, 0)
        return 1 - totals.returnedUsd / exits
      })
    const { mean, error } = pairedDifference(commonShare(1), commonShare(3))
    expect(mean).toBeLessThan(-5 * error)
    expect(mean).toBeLessThan(-0.02)
  })
})

test('headlines lie above fair value, more so with stronger terms', () => {
  const over = (liquidationMultiple: number) =>
    simulate(defaultScenario({ market: { ...p.market, liquidationMultiple } }, { horizonMonths: 24 }), 3).map(
      ({ rounds: r }) => meanOf(r.postMoneyUsd.map((post, i) => post / r.fairValueUsd[i] - 1)),
    )
  const plain = over(1)
  for (const mean of plain) expect(mean).toBeGreaterThan(0)
  over(2).forEach((mean, i) => expect(mean).toBeGreaterThan(plain[i]))
})
