import fc from 'fast-check'
import { makeCapTable, PreferredSeries, usualTerms } from '../../../../engine/finance/index.ts'
import type { CapBasis, CapTable, ExitTerms, Participation } from '../../../../engine/finance/index.ts'

/** Numbers of a series that are exact in binary, so that both computations start from the same company. */
const seriesDraw = fc.record({
  shares: fc.integer({ min: 1, max: 4_000_000 }),
  price: fc.integer({ min: 1, max: 64 }).map((quarters) => quarters / 4),
  multiple: fc.constantFrom(0, 0.5, 1, 1, 1, 1.5, 2, 3),
  participation: fc.constantFrom<Participation>('none', 'none', 'full', 'capped'),
  cap: fc.constantFrom(1, 1.5, 2, 3),
  ratio: fc.constantFrom(1, 1, 1.25, 2, 4),
  rank: fc.integer({ min: 0, max: 3 }),
  ratchet: fc.constantFrom(0, 0, 1, 1.25),
})

const places = [0, 1, 2]
const convertibleDraw = fc.record({
  owedUsd: fc.integer({ min: 10_000, max: 3_000_000 }),
  capUsd: fc.oneof(fc.constant(Infinity), fc.integer({ min: 4_000_000, max: 60_000_000 })),
  capBasis: fc.constantFrom<CapBasis>('post_money', 'pre_money'),
  discount: fc.constantFrom(0, 0, 0.125, 0.25),
  isDebt: fc.constantFrom(false, false, true),
  /** Those it favours, of any order: chains and circles among them. */
  favours: fc.oneof(fc.constant<number[]>([]), fc.subarray(places, { minLength: 1 })),
})

/** A company with SAFEs and notes outstanding, as it is drawn. */
export const randomCompany = fc.record({
  common: fc.integer({ min: 1, max: 10_000_000 }),
  promised: fc.integer({ min: 0, max: 300_000 }),
  available: fc.integer({ min: 0, max: 1_000_000 }),
  rights: fc.array(
    fc.record({
      shares: fc.integer({ min: 1, max: 500_000 }),
      strikeUsd: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4),
    }),
    { maxLength: 2 },
  ),
  series: fc.array(seriesDraw, { maxLength: 5, size: 'max' }),
  convertibles: fc.array(convertibleDraw, { maxLength: places.length, size: 'max' }),
})

export type CompanyDraw = typeof randomCompany extends fc.Arbitrary<infer T> ? T : never

/** What is paid before the owners, in numbers that are exact in binary, without a price. */
export const randomExit: fc.Arbitrary<ExitTerms> = fc.record({
  kind: fc.constantFrom('sale', 'sale', 'sale', 'listing'),
  priceUsd: fc.constant(0),
  debtUsd: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 })),
  costsUsd: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500_000 })),
  costsShare: fc.constantFrom(0, 0, 0.03125),
  carveOutShare: fc.constantFrom(0, 0, 0.0625, 0.125),
  carveOutMostUsd: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 2_000_000 })),
})

/** The company as the product keeps it. */
export function tableOf(draw: CompanyDraw): CapTable {
  const table = makeCapTable(draw.common, draw.available)
  table.promisedShares = draw.promised
  table.rights.push(...draw.rights)
  for (const { shares, price, multiple, participation, cap, ratio, rank, ratchet } of draw.series) {
    const series = new PreferredSeries(shares, price, {
      ...usualTerms,
      liquidationMultiple: multiple,
      participation,
      participationCapMultiple: cap,
      rank,
      listingMultiple: ratchet,
    })
    series.conversionPriceUsd = price / ratio
    series.convertedShares = shares * ratio
    table.series.push(series)
  }
  draw.convertibles.forEach((one, place) => {
    const favours = one.favours.filter((other) => other !== place && other < draw.convertibles.length)
    table.convertibles.push({ ...one, favours, isMostFavoured: favours.length > 0 })
  })
  return table
}

/** What the notes drawn are owed. */
export const notesOf = ({ convertibles }: CompanyDraw): number =>
  convertibles.reduce((total, { owedUsd, isDebt }) => total + (isDebt ? owedUsd : 0), 0)
