import type { CapTable } from '../table/cap-table.ts'
import type { Convertible } from '../table/convertible.ts'
import type { PreferredSeries } from '../table/preferred-series.ts'
import { isAtCap, takeAdjusted } from './choose-pieces.ts'
import type { CapClaim, ConvertibleClaim, NoPriceReason, SeriesClaim } from './no-price-error.ts'
import { RoundSystem } from './round-system.ts'
import { pivotOfConverting } from './solve-pieces.ts'
import { solveSystem } from './solve-system.ts'

/** So many times below the value a share is the price at which every protection is at work. */
const cheap = 1e12

/** The system at a price next to nothing; as it is where the price is agreed. */
function atNextToNothing(system: RoundSystem, table: CapTable): RoundSystem {
  if (system.agreedPriceUsd > 0) return system
  const scratch = Object.assign(new RoundSystem(), system, { termsTaken: [...system.termsTaken] })
  scratch.agreedPriceUsd = system.valueUsd / system.beforeShares / cheap
  scratch.perUsd = 1 / scratch.agreedPriceUsd
  solveSystem(scratch, table)
  return scratch
}

const termsOf = (system: RoundSystem, all: readonly Convertible[], place: number): Convertible =>
  all[system.termsTaken[place]]

function atPrice(system: RoundSystem, all: readonly Convertible[]): readonly ConvertibleClaim[] {
  return all.flatMap(({ owedUsd }, place) => {
    const terms = termsOf(system, all, place)
    const { discount } = terms
    return isAtCap(system, terms) ? [] : [{ place, owedUsd, discount, usd: owedUsd / (1 - discount) }]
  })
}

function atCaps(system: RoundSystem, all: readonly Convertible[]): readonly CapClaim[] {
  return all.flatMap(({ owedUsd }, place) => {
    const terms = termsOf(system, all, place)
    const { capUsd } = terms
    return isAtCap(system, terms) ? [{ place, owedUsd, capUsd, share: owedUsd / capUsd }] : []
  })
}

/** What anti-dilution gives one series, in dollars: its slope by 1 / price. */
function adjustedUsd(system: RoundSystem, series: PreferredSeries): number {
  const alone = Object.assign(new RoundSystem(), system, { olderPerX: 0 })
  takeAdjusted(alone, series)
  return alone.olderPerX
}

function adjusted(system: RoundSystem, all: readonly PreferredSeries[]): readonly SeriesClaim[] {
  return all.flatMap((series, place) =>
    system.protectsOlder && series.antiDilution !== 'none'
      ? [{ place, usd: adjustedUsd(system, series) }]
      : [],
  )
}

const sum = (claims: readonly { readonly usd: number }[]): number =>
  claims.reduce((total, { usd }) => total + usd, 0)

/** Who claims what of a round that has no price. */
export function noPriceReason(stopped: RoundSystem, table: CapTable): NoPriceReason {
  const system = atNextToNothing(stopped, table)
  const pivot = pivotOfConverting(system)
  if (!(pivot > 0))
    return {
      kind: 'caps',
      convertibles: atCaps(system, table.convertibles),
      countsPool: system.convertingPerPool * system.poolPerConverting > 0,
    }
  const perX = (system.convertingPerX + system.convertingPerPool * system.poolPerX) / pivot
  const convertibles = system.coversConversion ? atPrice(system, table.convertibles) : []
  const cappedUsd = system.coversConversion ? Math.max(0, perX - sum(convertibles)) : 0
  const poolUsd = system.coversPool ? system.poolPerX + system.poolPerConverting * perX : 0
  const series = adjusted(system, table.series)
  const claimedUsd = sum(convertibles) + cappedUsd + poolUsd + sum(series)
  return { kind: 'value', valueUsd: system.valueUsd, claimedUsd, convertibles, cappedUsd, poolUsd, series }
}
