import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { exponentialRoots } from '../../../../engine/finance/returns/exponential-roots.ts'
import { datedReturn, periodicReturn, returnRate } from '../../../../engine/finance/returns/rate-of-return.ts'

const ratesOf = (amounts: readonly number[]): readonly number[] =>
  periodicReturn(amounts).rates.map(({ rate }) => rate)
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

describe('published rates of return', () => {
  // irr-excel-4y. Microsoft IRR documentation (-2.1 % recalled), the root derived; status seen/recalled + derived.
  // https://support.microsoft.com/en-us/office/irr-function
  it('gives the four-year example of Microsoft IRR', () => {
    const found = periodicReturn([-70_000, 12_000, 15_000, 18_000, 21_000])
    expect(found.kind).toBe('one')
    expect(found.rates[0].rate).toBeCloseTo(-0.021244848273410992, 12)
  })

  // irr-excel-5y. Microsoft IRR documentation (8.66 % seen in a public specification), the root derived.
  // https://support.microsoft.com/en-us/office/irr-function
  it('gives the five-year example of Microsoft IRR', () => {
    expect(ratesOf([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000])[0]).toBeCloseTo(0.08663094803653161, 12)
  })

  // xirr-microsoft. Microsoft XIRR documentation, seen (secondary) and derived: 0.37336253351883153 is the root,
  // 0.373362535 the iterate that Excel prints. https://support.microsoft.com/en-us/office/xirr-function
  it('gives the example of Microsoft XIRR', () => {
    const dates = ['2008-01-01', '2008-03-01', '2008-10-30', '2009-02-15', '2009-04-01']
    const { rates } = datedReturn(dates.map(dayOf), [-10_000, 2750, 4250, 3250, 2750])
    expect(rates[0].rate).toBeCloseTo(0.37336253351883153, 12)
    expect(Math.abs(rates[0].rate - 0.373362535)).toBeLessThan(2e-9)
  })

  // irr-two-roots. PME-F3, seen and derived.
  // https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity docs/pme-fixtures.md
  it('lists both rates of flows that have two, and picks none', () => {
    const found = periodicReturn([-100, 230, -132])
    expect(found.kind).toBe('several')
    expect(found.rates.map(({ rate }) => rate)).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)])
  })

  // irr-no-root. PME-F4, seen and derived. https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity
  it('says that flows have no rate', () => {
    expect(periodicReturn([-100, 100, -100])).toEqual({ kind: 'none', rates: [], startsWithReceipt: false })
  })

  // irr-total-loss. By definition; derived.
  it('calls a total loss -100 %', () => {
    const found = datedReturn([dayOf('2021-01-01'), dayOf('2026-01-01')], [-100, 0])
    expect(found.kind).toBe('totalLoss')
    expect(found.rates[0].rate).toBe(-1)
  })
})

describe('flows without a rate', () => {
  it('tells money that was only paid in from a total loss', () => {
    expect(periodicReturn([-100, -50]).kind).toBe('onlyPaidIn')
    expect(periodicReturn([-100, 0, -50]).kind).toBe('onlyPaidIn')
    expect(periodicReturn([-100, -50, 0]).kind).toBe('totalLoss')
  })

  it('says that nothing was invested', () => {
    expect(periodicReturn([]).kind).toBe('nothingInvested')
    expect(periodicReturn([0, 5]).kind).toBe('nothingInvested')
  })

  it('says that every rate fits flows that cancel day by day', () => {
    expect(datedReturn([3, 3, 9, 9, 9], [-1, 1, 0.1, 0.2, -0.3]).kind).toBe('anyRate')
  })

  it('has no rate where all flows are of one day', () => {
    expect(datedReturn([3, 3], [-1, 2]).kind).toBe('none')
  })

  it('knows a loan by its first flow', () => {
    expect(periodicReturn([100, -110])).toMatchObject({ kind: 'one', startsWithReceipt: true })
  })
})

describe('hard cases', () => {
  it('finds a double root and says that it is one', () => {
    const { kind, rates } = periodicReturn([-100, 220, -121])
    expect(kind).toBe('one')
    expect(rates[0]).toMatchObject({ rate: expect.closeTo(0.1, 9), isMultiple: true })
  })

  it('parts two roots that are one part in a hundred thousand from each other, and none where they would not meet', () => {
    const near = ratesOf([-1, 2.20001, -1.1 * 1.10001])
    expect(near).toEqual([expect.closeTo(0.1, 9), expect.closeTo(0.10001, 9)])
    expect(periodicReturn([-100, 220, -121.000001]).kind).toBe('none')
  })

  it('joins a triple root', () => {
    const { rates } = periodicReturn([-1, 3.75, -4.6875, 1.953125])
    expect(rates.length).toBe(1)
    expect(rates[0]).toMatchObject({ rate: expect.closeTo(0.25, 4), isMultiple: true })
  })

  it('finds rates near -100 % and rates too large for a number', () => {
    expect(ratesOf([-1e9, 1])[0]).toBeCloseTo(-1 + 1e-9, 15)
    const [huge] = datedReturn([0, 1], [-1, 1000]).rates
    expect(huge.rate).toBe(Infinity)
    expect(huge.logRate).toBeCloseTo(365 * Math.log(1000), 9)
  })

  it('finds the rate of five years of daily flows to and fro', () => {
    const days = Array.from({ length: 1800 }, (_, i) => i)
    const amounts = days.map((day) => (day === 1799 ? 100 : day % 2 === 0 ? -1.01 : 1))
    const { kind, rates } = datedReturn(days, amounts)
    expect(kind).toBe('one')
    const value = amounts.reduce(
      (sum, amount, i) => sum + amount * Math.exp((-rates[0].logRate * i) / 365),
      0,
    )
    expect(Math.abs(value)).toBeLessThan(1e-9)
  })

  it('finds all roots that a polynomial was made of', () => {
    const rate = fc.integer({ min: -60, max: 300 }).map((percent) => percent / 100)
    fc.assert(
      fc.property(fc.uniqueArray(rate, { minLength: 1, maxLength: 4 }), (rates) => {
        // The product of (x - 1 / (1 + rate)), x being what a unit of the next period is worth today.
        let flows = [1]
        for (const one of rates) {
          const next = flows.map((flow) => -flow).concat(0)
          flows.forEach((flow, i) => (next[i + 1] += flow * (1 + one)))
          flows = next
        }
        const found = ratesOf(flows.map((flow) => (flows[0] < 0 ? flow : -flow)))
        const sorted = rates.toSorted((left, right) => left - right)
        expect(found.length).toBe(sorted.length)
        sorted.forEach((wanted, i) => expect(found[i]).toBeCloseTo(wanted, 6))
      }),
      { seed: 4, numRuns: 500 },
    )
  })

  it('is the same in any order and any currency', () => {
    const flow = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: -1000, max: 1000 }))
    fc.assert(
      fc.property(fc.array(flow, { minLength: 2, maxLength: 9 }), (flows) => {
        const solve = (some: typeof flows, unit: number) =>
          datedReturn(
            some.map(([day]) => day),
            some.map(([, amount]) => amount * unit),
          )
        const plain = solve(flows, 1)
        const other = solve(flows.toReversed(), 1024)
        expect(other.kind).toBe(plain.kind)
        plain.rates.forEach(({ logRate }, i) => {
          if (logRate === -Infinity) expect(other.rates[i].logRate).toBe(logRate)
          else expect(other.rates[i].logRate).toBeCloseTo(logRate, 6)
        })
      }),
      { seed: 4, numRuns: 500 },
    )
  })

  it('never finds more rates than the flows have sign changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 12 }),
        (amounts) => {
          const given = amounts.filter((amount) => amount !== 0)
          const changes = given.filter((amount, i) => i > 0 && amount * given[i - 1] < 0).length
          const roots = exponentialRoots(
            amounts,
            amounts.map((_, i) => i),
          )
          expect(roots.length).toBeLessThanOrEqual(changes)
          // An odd count of sign changes has an odd count of crossings.
          const crossings = roots.filter(({ isMultiple }) => !isMultiple).length
          if (roots.length === crossings) expect(crossings % 2).toBe(changes % 2)
        },
      ),
      { seed: 4, numRuns: 500 },
    )
  })
})

describe('bad arguments', () => {
  it('names what is wrong', () => {
    expect(() => returnRate([0], [1, 2])).toThrow(/returnRate: as many times as the 2 amounts/u)
    expect(() => returnRate([0, NaN], [1, 2])).toThrow(/a time must be finite, got NaN/u)
    expect(() => returnRate([0, 1], [1, Infinity])).toThrow(/an amount must be finite, got Infinity/u)
    expect(() => exponentialRoots([1, -1], [1, 1])).toThrow(/exponents must be finite and rise/u)
    expect(() => exponentialRoots([1], [])).toThrow(/as many as the 1 coefficients, got 0/u)
    expect(() => exponentialRoots([NaN], [0])).toThrow(/coefficients must be finite, got NaN/u)
  })
})
