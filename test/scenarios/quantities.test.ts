import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dimension } from '../../scenarios/index.ts'
import { parseQuantity, renderQuantity } from '../../scenarios/index.ts'

const understood: readonly (readonly [string, Dimension, number])[] = [
  ['$4M', 'usd', 4e6],
  ['$4.35M/month', 'usd/month', 4.35e6],
  ['3.9M/month', 'usd/month', 3.9e6],
  ['$52M/year', 'usd/month', 52e6 / 12],
  ['$52M a year', 'usd/month', 52e6 / 12],
  ['$300k/quarter', 'usd/month', 1e5],
  ['$15k/month', 'usd/year', 180e3],
  ['$200k/year', 'usd/year', 2e5],
  ['200k', 'count', 200_000],
  ['18 months', 'months', 18],
  ['2 years', 'months', 24],
  ['18个月', 'months', 18],
  ['１８个月', 'months', 18],
  ['2年', 'months', 24],
  ['1.4%/month', 'rate/month', 0.014],
  ['0.2/year', 'rate/month', 0.2 / 12],
  ['12%/year', 'rate/month', 0.01],
  ['8%/year', 'rate/year', 0.08],
  ['1%/month', 'rate/year', 0.12],
  ['2 times', 'multiple', 2],
  ['5%/month', 'growth/month', 0.05],
  ['5%/月', 'growth/month', 0.05],
  ['-2%/month', 'growth/month', -0.02],
  ['2.20 $/gpu-hour', 'usd/gpu-hour', 2.2],
  ['$2.20/gpu-hour', 'usd/gpu-hour', 2.2],
  ['$2/hour', 'usd/gpu-hour', 2],
  ['45%', 'share', 0.45],
  ['４５％', 'share', 0.45],
  ['0.45', 'share', 0.45],
  ['10x', 'multiple', 10],
  ['10倍', 'multiple', 10],
  ['150%', 'multiple', 1.5],
  ['30M', 'usd', 30e6],
  ['3000万', 'usd', 30e6],
  ['1.2亿', 'usd', 120e6],
  ['3千万美元', 'usd', 30e6],
  ['USD 30M', 'usd', 30e6],
  ['$1,200,000', 'usd', 1.2e6],
  ['-$4M', 'usd', -4e6],
  ['−0.5', 'orders', -0.5],
  ['5e25', 'number', 5e25],
  ['0', 'usd', 0],
  ['-0', 'months', 0],
]

const refused: readonly (readonly [string, Dimension, string])[] = [
  ['abc', 'usd', 'F201'],
  ['', 'usd', 'F201'],
  ['$', 'usd', 'F201'],
  ['1,20', 'number', 'F201'],
  ['4 M M', 'usd', 'F201'],
  ['$4 USD', 'usd', 'F201'],
  ['.nan', 'share', 'F202'],
  ['NaN', 'share', 'F202'],
  ['-.inf', 'share', 'F202'],
  ['Infinity', 'usd', 'F202'],
  ['1e400', 'number', 'F202'],
  ['4000000', 'usd', 'F210'],
  ['18', 'months', 'F210'],
  ['2.20', 'usd/gpu-hour', 'F210'],
  ['1.4%', 'rate/month', 'F211'],
  ['8%', 'rate/year', 'F211'],
  ['5%', 'growth/month', 'F211'],
  ['$4M', 'usd/month', 'F211'],
  ['18 months', 'usd', 'F212'],
  ['$4M/month', 'usd', 'F212'],
  ['10x', 'share', 'F212'],
  ['5%', 'usd', 'F212'],
  ['$3', 'count', 'F212'],
  ['CNY 30M', 'usd', 'F213'],
  ['人民币3000万', 'usd', 'F213'],
  ['30M EUR', 'usd', 'F213'],
  ['¥30M', 'usd', 'F214'],
  ['￥30M', 'usd', 'F214'],
]

describe('quantities', () => {
  test.each(understood)('%s as %s is %d', (text, dimension, value) => {
    expect(parseQuantity(text, dimension)).toEqual({ ok: true, value })
  })

  test.each(refused)('%s as %s is refused with %s', (text, dimension, code) => {
    const reading = parseQuantity(text, dimension)
    expect(reading.ok ? [] : reading.problems.map((problem) => problem.code)).toEqual([code])
  })

  test('a text of 100,000 letters is refused like a short one', () => {
    expect(parseQuantity('4'.repeat(100_000), 'usd')).toMatchObject({
      ok: false,
      problems: [{ code: 'F201' }],
    })
  })

  test('yearly growth compounds to its monthly rate', () => {
    const reading = parseQuantity('80%/year', 'growth/month')
    const monthly = reading.ok ? reading.value : Number.NaN
    expect((1 + monthly) ** 12).toBeCloseTo(1.8, 12)
  })

  test('a rate without time shows both readings, and each of them parses', () => {
    const reading = parseQuantity('1.4%', 'rate/month')
    const words = reading.ok ? {} : reading.problems[0]?.words
    expect(words).toMatchObject({
      monthly: '1.4%/month',
      yearlyOfMonthly: '16.8%/year',
      monthlyOfYearly: '0.117%/month',
    })
  })

  const dimensions: readonly Dimension[] = [
    'share',
    'number',
    'multiple',
    'orders',
    'count',
    'usd',
    'usd/month',
    'usd/year',
    'usd/gpu-hour',
    'months',
    'rate/month',
    'rate/year',
    'growth/month',
  ]

  test.each(dimensions)('what is rendered as %s parses to the very same number', (dimension) => {
    const numbers = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => (value === 0 ? 0 : value))
    fc.assert(
      fc.property(numbers, (value) => {
        expect(parseQuantity(renderQuantity(value, dimension), dimension)).toEqual({ ok: true, value })
      }),
      { numRuns: 2000, seed: 20_261_123 },
    )
  })

  test('no text makes the parser throw, and every refusal has one code', () => {
    const pieces = fc.constantFrom(
      '$',
      '4',
      '.',
      ',',
      'M',
      '万',
      '%',
      '/',
      'month',
      ' ',
      'x',
      '-',
      'e',
      '¥',
      '年',
      'per',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.constantFrom(...dimensions), (parts, dimension) => {
        const reading = parseQuantity(parts.join(''), dimension)
        expect(reading.ok ? Number.isFinite(reading.value) : reading.problems.length === 1).toBe(true)
      }),
      { numRuns: 5000, seed: 7 },
    )
  })
})
