import type { CapTable, ShareRight } from '../table/cap-table.ts'
import type { Convertible } from '../table/convertible.ts'
import { participationCapUsd, preferenceUsd, PreferredSeries, usualTerms } from '../table/preferred-series.ts'
import { countBefore, countConvertibles } from './count-convertibles.ts'
import type { ExitTerms } from './exit-terms.ts'
import { makeExitSplit } from './make-exit-split.ts'
import { splitExit } from './split-exit.ts'

/** One way in which all series can choose so that none gains by another choice. */
export interface ConversionEquilibrium {
  /** One entry a series. */
  readonly converts: readonly boolean[]
  /** One entry a series, US dollars. */
  readonly seriesUsd: readonly number[]
}

const mostSeries = 12
/** Gains below this share of the price are rounding. */
const rounding = 1e-9

/**
 * All the ways in which the series can choose, in a sale, so that none gains by changing its mind alone: found by
 * trying every one. `splitExit` reports one of them; others exist only where somebody is paid the same either way.
 *
 * Shape: in order of the choices read as a binary number, nobody converting first.
 * Throws: as `splitExit`, and RangeError for more than 12 series.
 */
export function conversionEquilibria(table: CapTable, exit: ExitTerms): readonly ConversionEquilibrium[] {
  const count = table.series.length
  if (count > mostSeries)
    throw new RangeError(
      `conversionEquilibria: the table must have at most ${mostSeries} series, got ${count}`,
    )
  const payouts = Array.from({ length: 1 << count }, (_, profile) => forcedPayouts(table, exit, profile))
  const tolerance = rounding * (1 + exit.priceUsd)
  return payouts.flatMap((seriesUsd, profile) => {
    const somebodyGains = seriesUsd.some((usd, i) => payouts[profile ^ (1 << i)][i] > usd + tolerance)
    if (somebodyGains) return []
    return [{ converts: seriesUsd.map((_, i) => converts(profile, i)), seriesUsd }]
  })
}

const converts = (profile: number, series: number): boolean => ((profile >> series) & 1) === 1

/**
 * What the series get when each is held to its choice: the waterfall of a company in which a converted series is
 * shares without preference, and a held one a preference that cannot convert, beside a share of the rest up to its cap.
 */
function forcedPayouts(table: CapTable, exit: ExitTerms, profile: number): readonly number[] {
  const shares = table.series.map((series, i) => sharesOf(series, converts(profile, i)))
  const rights = [...table.rights, ...shares.flat()]
  const series = table.series.map((one, i) => preferenceOf(one, converts(profile, i)))
  const convertibles = sameShares(table, { ...table, rights, series })
  const split = makeExitSplit()
  splitExit({ ...table, rights, series, convertibles }, { ...exit, kind: 'sale' }, split)
  let place = table.rights.length
  return split.seriesUsd.map((usd, i) => {
    const fromShares = split.rightsUsd.slice(place, place + shares[i].length)
    place += shares[i].length
    return fromShares.reduce((total, one) => total + one, usd)
  })
}

/** The SAFEs and notes with terms that give them in another table the shares and discounts of theirs. */
function sameShares(table: CapTable, other: CapTable): Convertible[] {
  const split = makeExitSplit()
  countConvertibles(table, split)
  countBefore(other, split.claims)
  const counted = split.claims.sharesBefore
  return table.convertibles.map((one, i) => ({
    ...one,
    capUsd: split.convertibleShares[i] > 0 ? (one.owedUsd * counted) / split.convertibleShares[i] : Infinity,
    capBasis: 'pre_money',
    discount: split.claims.discount[i],
    isMostFavoured: false,
    favours: [],
  }))
}

/** What shares in the rest; a cap takes away, from its level on, what the shares give. */
function sharesOf(series: PreferredSeries, isConverted: boolean): readonly ShareRight[] {
  const own = { shares: series.convertedShares, strikeUsd: 0 }
  if (isConverted || series.participation === 'full') return [own]
  if (series.participation === 'none') return []
  const capUsd = participationCapUsd(series) - preferenceUsd(series)
  return [own, { shares: -series.convertedShares, strikeUsd: capUsd / series.convertedShares }]
}

function preferenceOf(series: PreferredSeries, isConverted: boolean): PreferredSeries {
  const usd = isConverted ? 0 : preferenceUsd(series)
  const held = new PreferredSeries(1, usd, { ...usualTerms, rank: series.rank })
  held.convertedShares = 0
  return held
}
