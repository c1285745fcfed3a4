import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellWidth,
  cutToWidth,
  padLeft,
  padRight,
  renderBar,
  renderMultipleEstimate,
  renderNumberEstimate,
  renderShareEstimate,
  renderSparkline,
  renderUsd,
  renderUsdEstimate,
  thinOut,
  wrapToWidth,
} from '../../reports/index.ts'
import { supportedDecimals } from '../../reports/text/supported-decimals.ts'

describe('digits', () => {
  it.each([
    [268.4e6, 21e6, '$270M', 'US$2.7亿'],
    [1.183e9, 0.145e9, '$1.18B', 'US$11.8亿'],
    [85.3e6, 0.4e6, '$85.3M', 'US$8,530万'],
    [1.36e9, 0.01e9, '$1.36B', 'US$13.6亿'],
    [999.7e6, 3e6, '$1.00B', 'US$10.0亿'],
    [850_000, 20_000, '$850k', 'US$85万'],
    [0.98, 0.05, '$0.98', 'US$0.98'],
    [0, 0, '$0', 'US$0'],
    [-4.2e6, 0.1e6, '-$4.20M', '-US$420万'],
  ])('%d with a half-width of %d is %s, in Chinese %s', (value, halfWidth, en, zh) => {
    expect(renderUsd(value, 'en', halfWidth)).toBe(en)
    expect(renderUsd(value, 'zh', halfWidth)).toBe(zh)
  })

  it('the last digit is worth at least a twentieth of the half-width, and there are at most three', () => {
    const size = fc.double({ min: 1e-3, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(size, size, (value, halfWidth) => {
        const place = Number(`1e${-supportedDecimals(value, halfWidth)}`)
        expect(place * 1.0000001).toBeGreaterThanOrEqual(Math.min(halfWidth / 20, value / 10))
        expect(place).toBeLessThanOrEqual(Math.max(value, halfWidth))
        expect(value / place).toBeLessThan(1000.0001)
      }),
    )
  })

  it('an interval is printed to the place of its estimate', () => {
    expect(renderShareEstimate({ estimate: 0.7661, low: 0.7581, high: 0.7742 })).toEqual({
      estimate: '76.6%',
      interval: '75.8 - 77.4',
    })
    expect(renderUsdEstimate({ estimate: 91e6, low: 88e6, high: 94.9e6 }, 'en')).toEqual({
      estimate: '$91M',
      interval: '$88M - $95M',
    })
    expect(renderMultipleEstimate({ estimate: 0.003, low: 0, high: 0.006 }, 'zh').interval).toBe(
      '0.00倍 - 0.01倍',
    )
    expect(renderNumberEstimate({ estimate: 512_345, low: 480_001, high: 540_002 }, 'en').estimate).toBe(
      '510k',
    )
  })

  it('what is not known is a dash', () => {
    const unknown = { estimate: null, low: null, high: null }
    expect(renderShareEstimate(unknown)).toEqual({ estimate: '-', interval: '-' })
    expect(renderUsdEstimate({ estimate: 5e6, low: null, high: null }, 'en')).toEqual({
      estimate: '$5.0M',
      interval: '-',
    })
  })
})

describe('cells', () => {
  it('a Chinese character takes two cells, a combining mark and a colour code none', () => {
    expect(cellWidth('存活率')).toBe(6)
    expect(cellWidth('（市场）')).toBe(8)
    expect(cellWidth('e\u0301')).toBe(1)
    expect(cellWidth('\u001B[1mbold\u001B[22m')).toBe(4)
    expect(cellWidth('█▁ ✓')).toBe(4)
  })

  const text = fc.string({ unit: fc.constantFrom('a', ' ', '存', '，', 'Z', '█', '9'), maxLength: 40 })

  it('padding reaches the width, cutting never passes it', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 60 }), (words, width) => {
        expect(cellWidth(padLeft(words, width))).toBe(Math.max(width, cellWidth(words)))
        expect(cellWidth(padRight(words, width))).toBe(Math.max(width, cellWidth(words)))
        expect(cellWidth(cutToWidth(words, width))).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('wrapped lines fit and lose no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('bubble', 'gold', '存活率', 'a', '。'), { maxLength: 30 }),
        (words) => {
          const lines = wrapToWidth(words.join(' '), 10)
          for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(10)
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
        },
      ),
    )
  })
})

describe('drawing', () => {
  it('a bar shows anything above 0 and is never longer than its room', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (share, width) => {
          const bar = renderBar(share, width, false)
          expect(bar.length).toBeLessThanOrEqual(width)
          expect(bar.length > 0).toBe(share > 0)
        },
      ),
    )
  })

  it('a sparkline has one mark a value and a gap for an unknown one', () => {
    expect(renderSparkline([0, 0.25, null, 1], 0, 1, false)).toBe('▁▃ █')
    expect(renderSparkline([5, 5], 5, 5, true)).toBe('__')
  })

  it('thinning keeps both ends', () => {
    const thin = thinOut(
      Array.from({ length: 121 }, (_, i) => i),
      40,
    )
    expect(thin).toHaveLength(40)
    expect([thin[0], thin[39]]).toEqual([0, 120])
  })
})
