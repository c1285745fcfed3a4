import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmlessText } from '../../reports/tables/harmless-text.ts'
import { renderFixed, type Digits } from '../../reports/tables/render-fixed.ts'

const digits = fc.integer({ min: 0, max: 6 }).map((value) => value as Digits)

describe('numbers with a fixed count of decimals', () => {
  it('a number reads back within half a unit of its last digit, and the grain of a float64', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), digits, (value, places) => {
        const text = renderFixed(value, places)
        const ulps = 4 * Number.EPSILON * Math.abs(value)
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 / Number(`1e${places}`) + ulps)
      }),
    )
  })

  it('the text has the form of a decimal number with exactly that many digits, and no negative zero', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
        digits,
        (value, places) => {
          const text = renderFixed(value, places)
          const form = places === 0 ? /^-?\d+$/u : new RegExp(`^-?\\d+\\.\\d{${places}}$`, 'u')
          expect(text).toMatch(form)
          expect(text).not.toMatch(/^-0(?:\.0*)?$/u)
        },
      ),
    )
  })

  it('whole dollars are exact up to 2^53', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(renderFixed(value, 0)).toBe(String(value === 0 ? 0 : value))
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    '%s is an empty cell',
    (value) => {
      expect(renderFixed(value, 2)).toBe('')
    },
  )

  it.each([
    [0.5, 0, '1'],
    [-0.5, 0, '-1'],
    [-0, 4, '0.0000'],
    [-1e-9, 4, '0.0000'],
    [12.34567, 4, '12.3457'],
    [999_999.9999999, 6, '1000000.000000'],
    [1_234_567_890_123, 0, '1234567890123'],
    [5, 5, '5.00000'],
  ] as const)('%d to %d decimals is %s', (value, places, text) => {
    expect(renderFixed(value, places)).toBe(text)
  })
})

describe('text in a spreadsheet', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is made harmless', (text) => {
    expect(harmlessText(text)).toBe(`'${text}`)
  })

  it('other text stays as it is', () => {
    expect(harmlessText('a = b')).toBe('a = b')
  })
})
