import type { Part } from './part.ts'

/** A series of the start or of a round, with its name. */
export interface SeriesPart {
  readonly name: string
  readonly part: Part
}

/** A series with its rank at an exit. */
export interface RankedPart extends SeriesPart {
  readonly rank: number
}

/** Series that are paid together, and the series that they are paid before. */
export interface Tier {
  readonly members: readonly SeriesPart[]
  /** Places in the list of tiers. */
  readonly juniors: ReadonlySet<number>
}

const joinEqual = (all: readonly SeriesPart[]): readonly number[] => {
  const tierOf = all.map((_, index) => index)
  for (const [index, { part }] of all.entries())
    for (const name of part.names('pari_passu_with')) {
      const other = all.findIndex((one) => one.name === name)
      const [from, to] = [tierOf[index] ?? index, tierOf[other] ?? index]
      if (other >= 0) for (const [at, tier] of tierOf.entries()) if (tier === from) tierOf[at] = to
    }
  return tierOf
}

/** Groups series by what they say of being equal, and orders the groups by what they say of being senior. */
export const findTiers = (all: readonly SeriesPart[]): readonly Tier[] => {
  const tierOf = joinEqual(all)
  const tiers = [...new Set(tierOf)]
  return tiers.map((tier) => {
    const members = all.filter((_, index) => tierOf[index] === tier)
    const named = members.flatMap(({ part }) => part.names('senior_to'))
    const juniors = named.map((name) =>
      tiers.indexOf(tierOf[all.findIndex((one) => one.name === name)] ?? -1),
    )
    return { members, juniors: new Set(juniors.filter((junior) => junior >= 0)) }
  })
}

/** Levels from the bottom: each tier as low as what it is senior to allows, and above all older ones if stacked. */
const levelTiers = (tiers: readonly Tier[], isStacked: boolean): readonly number[] => {
  const levels = tiers.map(() => -1)
  for (let placed = 0; placed < tiers.length; placed += 1) {
    const isReady = (tier: Tier, at: number): boolean =>
      levels[at] === -1 && [...tier.juniors].every((junior) => levels[junior] !== -1)
    const next = tiers.findIndex(isReady)
    // A circle, which is reported: the rest keeps the order of the file.
    const at = next < 0 ? levels.indexOf(-1) : next
    const below = [...(tiers[at]?.juniors ?? [])].map((junior) => levels[junior] ?? -1)
    levels[at] = isStacked ? placed : Math.max(-1, ...below) + 1
  }
  return levels
}

/**
 * The rank of every series at an exit: the ranks that are given, or else newest first (all equal for `pari_passu`)
 * with the exceptions that `senior_to` and `pari_passu_with` make.
 *
 * Shape: `all` oldest first.
 */
export const resolveRanks = (all: readonly SeriesPart[], isStacked: boolean): readonly RankedPart[] => {
  const tiers = findTiers(all)
  const levels = levelTiers(tiers, isStacked)
  return all.map((one) => {
    const tier = tiers.findIndex(({ members }) => members.includes(one))
    return { ...one, rank: one.part.number('rank') ?? levels[tier] ?? 0 }
  })
}
