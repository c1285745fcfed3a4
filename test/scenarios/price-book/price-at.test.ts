import { expect, test } from 'vitest'
import { commitments, ownedTerms, spotTerms } from '../../../scenarios/price-book/commitment.ts'
import { monthNumber, monthText } from '../../../scenarios/price-book/month-number.ts'
import { priceAt } from '../../../scenarios/price-book/price-at.ts'
import { makePriceBook, priceBookDate } from '../../../scenarios/price-book/price-book.ts'
import { TableError } from '../../../scenarios/tables/table-error.ts'
import { dataText, machines, priceBook } from '../data-texts.ts'

const h100 = (date: string) => priceAt(priceBook, 'H100-SXM', date, 'on-demand')

test('the default date is the latest month with quotes', () => {
  expect(monthText(priceBook.lastMonth)).toBe(priceBookDate)
})

test('every machine has a price at any date under any commitment, its ends around its middle', () => {
  for (const { id } of machines.accelerators)
    for (const date of ['2016', '2020-06', '2023-07-04', priceBookDate, '2031'])
      for (const commitment of commitments) {
        const { low, mid, high, quotes, from, to } = priceAt(priceBook, id, date, commitment)
        expect(low).toBeGreaterThan(0)
        expect(mid).toBeGreaterThan(low)
        expect(high).toBeGreaterThan(mid)
        expect(high).toBeLessThan(1000)
        expect(quotes).toBeGreaterThan(0)
        expect(from <= to).toBe(true)
      }
})

// G6_h100_path and G6_h100_now, facts kept for validation, which feed no default. US dollars an hour.
test.each([
  ['2023-06', 'on-demand', 4.7],
  ['2023-10', 'on-demand', 8],
  ['2024-02', 'on-demand', 2.85],
  ['2024-10', 'on-demand', 2.99],
  ['2025-10', 'reserved-1y', 1.7],
  ['2026-03', 'reserved-1y', 2.35],
  ['2026-02', 'on-demand', 6.88],
] as const)("an H100 of %s %s: the market's %d lies within the estimate", (date, commitment, usd) => {
  const { low, high } = priceAt(priceBook, 'H100-SXM', date, commitment)
  expect(usd).toBeGreaterThan(low)
  expect(usd).toBeLessThan(high)
})

test('the middle estimate of all these is not off by more than a third', () => {
  const path = [
    ['2023-06', 'on-demand', 4.7],
    ['2023-10', 'on-demand', 8],
    ['2024-02', 'on-demand', 2.85],
    ['2024-10', 'on-demand', 2.99],
    ['2025-10', 'reserved-1y', 1.7],
    ['2026-03', 'reserved-1y', 2.35],
    ['2026-02', 'on-demand', 6.88],
  ] as const
  const ratios = path
    .map(([date, commitment, usd]) => priceAt(priceBook, 'H100-SXM', date, commitment).mid / usd)
    .toSorted((left, right) => left - right)
  expect(Math.abs(ratios[3] - 1)).toBeLessThan(1 / 3)
})

test('prices of H100 fell from 2023 to 2026', () => {
  expect(h100('2023-07').mid).toBeGreaterThan(1.3 * h100('2026-05').mid)
})

test('a price near quotes is read, one far from all is extrapolated and wider', () => {
  const near = h100('2026-05')
  const far = h100('2030-01')
  expect([near.isExtrapolated, far.isExtrapolated]).toEqual([false, true])
  expect(far.high / far.low).toBeGreaterThan(near.high / near.low)
})

test('a machine without quotes is priced from others of its time, wide, and says so', () => {
  const { isFromRelatives, isExtrapolated, low, mid, high } = priceAt(
    priceBook,
    'MI300X',
    '2026-05',
    'on-demand',
  )
  expect([isFromRelatives, isExtrapolated]).toEqual([true, true])
  expect(high / low).toBeGreaterThan(4)
  // Its products are 0.84 times as fast as an H100's.
  expect(mid / h100('2026-05').mid).toBeGreaterThan(0.5)
  expect(mid / h100('2026-05').mid).toBeLessThan(1.2)
})

test('an old quote moves as those of its family have: both A100 cost about the same in 2026', () => {
  const small = priceAt(priceBook, 'A100-SXM-40GB', '2026-05', 'on-demand')
  const large = priceAt(priceBook, 'A100-SXM-80GB', '2026-05', 'on-demand')
  expect(small.mid / large.mid).toBeGreaterThan(0.7)
  expect(small.mid / large.mid).toBeLessThan(1.3)
})

test('the H100 with another memory costs what an H100 costs', () => {
  const { mid } = priceAt(priceBook, 'H100-SXM-96GB-500W', '2026-05', 'on-demand')
  expect(mid).toBe(h100('2026-05').mid)
})

test('the longer the commitment the lower the price', () => {
  const [onDemand, oneYear, threeYears] = (['on-demand', 'reserved-1y', 'reserved-3y'] as const).map(
    (commitment) => priceAt(priceBook, 'H100-SXM', '2026-05', commitment).mid,
  )
  expect(oneYear / onDemand).toBeCloseTo(priceBook.habits.ratios['reserved-1y'], 12)
  expect(priceBook.habits.ratios['reserved-1y']).toBeGreaterThan(0.55)
  expect(priceBook.habits.ratios['reserved-1y']).toBeLessThan(0.8)
  expect(threeYears).toBeLessThan(oneYear)
})

test('spot costs its share of the price on demand and is wider', () => {
  const spot = priceAt(priceBook, 'H100-SXM', '2026-05', 'spot')
  const { low, mid, high } = h100('2026-05')
  expect(spot.mid / mid).toBeCloseTo(spotTerms.priceRatio.mid, 12)
  expect(spot.high / spot.low).toBeGreaterThan(high / low)
})

// G6_breakeven: an H100 bought in 2024 loses money below $1.65 an hour.
test('an owned H100 of 2024 costs about its break-even', () => {
  const { mid } = priceAt(priceBook, 'H100-SXM', '2024-06', 'owned')
  expect(Math.abs(mid / 1.65 - 1)).toBeLessThan(0.15)
  expect(ownedTerms.interconnectShare.mid).toBe(0.19)
})

test('the source names where quotes come from and how many there are', () => {
  const { source, quotes, from, to } = h100('2025-03')
  expect(source).toContain('epoch-research')
  expect(quotes).toBeGreaterThan(5)
  expect([from, to].every((month) => /^20\d\d-\d\d$/.test(month))).toBe(true)
})

test('no fact that is kept for validation reaches a price', () => {
  const facts = JSON.parse(dataText('calibration.json')) as { id: string; role: string }[]
  const sources = { history: dataText('gpu-price-history.csv'), machines, ownedPricePerHour: () => 1 }
  const without = facts.filter(({ role }) => role === 'calibrate')
  const book = makePriceBook({ ...sources, calibration: JSON.stringify(without) })
  expect(priceAt(book, 'H100-SXM', '2024-01', 'on-demand')).toEqual(h100('2024-01'))
  const relabelled = facts.map((fact) => (fact.id === 'G6_listprices' ? { ...fact, role: 'validate' } : fact))
  expect(() => makePriceBook({ ...sources, calibration: JSON.stringify(relabelled) })).toThrow(TableError)
})

test('a price that nobody agreed to is no quote', () => {
  const sources = [...priceBook.hourly.values()].flat().map(({ source }) => source)
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter((source) => source.includes('2412.19437'))).toEqual([])
})

test.each(['', 'yesterday', '2025-13', '2025-00', '1999', '2025-03-32', '2025-3', '20255'])(
  '"%s" is no date of a price',
  (date) => {
    expect(() => h100(date)).toThrow(expect.objectContaining({ _tag: 'DateError', date }))
  },
)

test('an unknown machine is refused by name', () => {
  expect(() => priceAt(priceBook, 'H1000', '2025', 'spot')).toThrow(/priceAt: machineId must be .* H1000/)
})

test('months are numbered without a gap over the end of a year', () => {
  expect(monthNumber('2025-01-01') - monthNumber('2024-12-01')).toBe(1)
  expect(monthText(monthNumber('2024-12'))).toBe('2024-12')
})

test('a cell that is no price is refused with its line', () => {
  const history =
    'chip,date,vendor,location,usd_per_chip_hour_ondemand,usd_1y,usd_3y,purchase_usd,url\nNVIDIA L4,2025-03-03,RunPod,,free,,,,'
  const sources = { history, calibration: dataText('calibration.json'), machines, ownedPricePerHour: () => 1 }
  expect(() => makePriceBook(sources)).toThrow('gpu-price-history.csv: line 2 must be a price above 0')
})
