import fc from 'fast-check'
import type {
  Deal,
  DealConvertible,
  DealRight,
  DealSeries,
  DealStart,
} from '../../../engine/finance/index.ts'
import { readOcf } from '../../../scenarios/ocf/read-ocf.ts'
import { filesOf, samplePackage } from './sample-package.ts'

const dollars = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
const shares = fc.oneof(fc.integer({ min: 1, max: 1e8 }), fc.double({ min: 1, max: 1e8, noNaN: true }))
const rate = fc.double({ min: 0, max: 0.9, noNaN: true }).map((value) => value + 0)
const day = fc.option(fc.integer({ min: 1, max: 40_000 }))
const holder = fc.constantFrom('Ada', 'Ben', 'Chi & Söhne', '红杉', 'a "quoted" = name')

const holdings = fc.uniqueArray(fc.record({ holder, shares }), {
  selector: (one) => one.holder,
  minLength: 1,
})

const capped = fc.double({ min: 1, max: 9, noNaN: true })
const terms = fc
  .record({
    liquidationMultiple: fc.double({ min: 0, max: 5, noNaN: true }).map((value) => value + 0),
    participation: fc.constantFrom('none', 'full', 'capped'),
    participationCapMultiple: capped,
    rank: fc.integer({ min: -5, max: 20 }).map((value) => value + 0),
    antiDilution: fc.constantFrom('none', 'broad_based', 'narrow_based', 'full_ratchet'),
    dividendKind: fc.constantFrom('none', 'simple', 'compounding'),
    dividendRate: rate,
    paysToPlay: fc.boolean(),
    listingMultiple: rate,
    vetoesDownListing: fc.boolean(),
  } as const)
  .map((one) => ({
    ...one,
    participationCapMultiple: one.participation === 'capped' ? one.participationCapMultiple : Infinity,
  }))

const series: fc.Arbitrary<DealSeries> = fc
  .record({
    issuePriceUsd: dollars,
    conversionPriceUsd: dollars,
    accruedDividendUsd: rate,
    terms,
    day,
    holders: holdings,
  })
  .map((one) => ({ ...one, name: '', shares: one.holders.reduce((sum, held) => sum + held.shares, 0) }))

const convertible: fc.Arbitrary<DealConvertible> = fc
  .record({
    holder,
    isNote: fc.boolean(),
    amountUsd: fc.double({ min: 1, max: 1e6, noNaN: true }),
    day,
    capUsd: fc.oneof(fc.constant(Infinity), fc.double({ min: 2e6, max: 1e9, noNaN: true })),
    capBasis: fc.constantFrom('post_money', 'pre_money'),
    discount: rate,
    isMostFavoured: fc.boolean(),
    interestRate: rate,
    interestCompounds: fc.boolean(),
    maturityDay: day,
    hasProRata: fc.boolean(),
  } as const)
  .map(({ isNote, interestRate, interestCompounds, maturityDay, ...one }) => ({
    ...one,
    name: '',
    kind: isNote ? 'note' : 'safe',
    favours: [],
    interestRate: isNote ? interestRate : 0,
    interestCompounds: isNote && interestCompounds,
    maturityDay: isNote ? maturityDay : null,
  }))

const right: fc.Arbitrary<DealRight> = fc.record({
  name: fc.constantFrom('2021 plan', 'W-1', '期权'),
  holder,
  kind: fc.constantFrom('option', 'warrant'),
  shares,
  strikeUsd: fc.oneof(fc.constant(0), dollars),
})

/** Series stand oldest first, as a deal asks for; those without a day keep their places. */
const inOrder = (all: readonly DealSeries[]): readonly DealSeries[] => {
  const days = all.flatMap((one) => one.day ?? []).toSorted((a, b) => a - b)
  let next = 0
  return all.map((one, place) => {
    const known = one.day === null ? null : days[next++]
    return { ...one, day: known, name: `Series ${place + 1}` }
  })
}

const named = (all: readonly DealConvertible[]): readonly DealConvertible[] =>
  all.map((one, place) => ({
    ...one,
    name: `SAFE ${place + 1}`,
    favours: one.isMostFavoured && place > 0 ? [`SAFE ${place}`] : [],
  }))

/** Starts of companies with everything that a deal can say of one. */
export const dealStart: fc.Arbitrary<DealStart> = fc.record({
  common: holdings.chain((held) =>
    fc
      .array(fc.oneof(fc.constant(0), dollars), { minLength: held.length, maxLength: held.length })
      .map((paid) => held.map((one, place) => ({ ...one, paidUsd: paid[place] }))),
  ),
  rights: fc.array(right, { maxLength: 4 }),
  pool: fc.record({
    promisedShares: fc.oneof(fc.constant(0), shares),
    availableShares: fc.oneof(fc.constant(0), shares),
  }),
  series: fc.array(series, { maxLength: 4 }).map(inOrder),
  convertibles: fc.array(convertible, { maxLength: 4 }).map(named),
})

/** A deal that starts so. */
export const dealOf = (start: DealStart): Deal => {
  const sample = readOcf(filesOf(samplePackage()))
  if (!sample.ok) throw new Error('the sample package does not load')
  return { ...sample.deal, name: 'Acme', ...start }
}
