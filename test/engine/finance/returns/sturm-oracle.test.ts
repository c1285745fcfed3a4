import fc from 'fast-check'
import { Fraction } from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { exponentialRoots } from '../../../../engine/finance/returns/exponential-roots.ts'

/** Coefficients, constant first, the last one not zero. */
type Polynomial = readonly Fraction[]

const trimmed = (coefficients: readonly Fraction[]): Polynomial => {
  let length = coefficients.length
  while (length > 0 && coefficients[length - 1].equals(0)) length -= 1
  return coefficients.slice(0, length)
}

const derivative = (polynomial: Polynomial): Polynomial =>
  polynomial.slice(1).map((coefficient, i) => coefficient.mul(i + 1))

/** What is left of a division, its sign turned. */
function negatedRemainder(dividend: Polynomial, divisor: Polynomial): Polynomial {
  let rest = dividend
  while (rest.length >= divisor.length) {
    const factor = rest[rest.length - 1].div(divisor[divisor.length - 1])
    const shift = rest.length - divisor.length
    const next = rest.map((coefficient, i) =>
      i < shift ? coefficient : coefficient.sub(divisor[i - shift].mul(factor)),
    )
    rest = trimmed(next.slice(0, -1))
  }
  return rest.map((coefficient) => coefficient.neg())
}

const countChanges = (signs: readonly number[]): number => {
  const plain = signs.filter((sign) => sign !== 0)
  return plain.filter((sign, i) => i > 0 && sign !== plain[i - 1]).length
}

const signOf = (value: Fraction): number => (value.equals(0) ? 0 : Number(value.s))

/** Counts the distinct positive roots of a polynomial without a root at 0, exactly (Sturm's theorem). */
function countPositiveRoots(polynomial: Polynomial): number {
  const chain = [polynomial, derivative(polynomial)]
  for (;;) {
    const rest = negatedRemainder(chain[chain.length - 2], chain[chain.length - 1])
    if (rest.length === 0) break
    chain.push(rest)
  }
  const atZero = chain.map((one) => signOf(one[0]))
  const atInfinity = chain.map((one) => signOf(one[one.length - 1]))
  return countChanges(atZero) - countChanges(atInfinity)
}

describe('exponentialRoots beside Sturm’s theorem', () => {
  it('knows how many roots a polynomial has', () => {
    const product = [-6, 11, -6, 1].map((value) => new Fraction(value))
    expect(countPositiveRoots(product)).toBe(3)
    expect(countPositiveRoots([1, -2, 1].map((value) => new Fraction(value)))).toBe(1)
    expect(countPositiveRoots([1, 0, 1].map((value) => new Fraction(value)))).toBe(0)
  })

  it('finds as many roots as there are, double ones too, in 3,000 flows of small whole amounts', () => {
    const amount = fc.integer({ min: -6, max: 6 })
    const flows = fc
      .array(amount, { minLength: 2, maxLength: 9 })
      .filter((amounts) => amounts[0] !== 0 && amounts[amounts.length - 1] !== 0)
    fc.assert(
      fc.property(flows, (amounts) => {
        const roots = exponentialRoots(
          amounts,
          amounts.map((_, i) => i),
        )
        expect(roots.length).toBe(countPositiveRoots(amounts.map((value) => new Fraction(value))))
      }),
      { seed: 4, numRuns: 3000 },
    )
  })
})
