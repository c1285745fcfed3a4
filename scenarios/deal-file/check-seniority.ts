import { listSeries } from './assemble-deal.ts'
import { findCircle } from './find-circle.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { findTiers, type SeriesPart, type Tier } from './resolve-ranks.ts'

/** A place of the text where a series of this tier says that it is senior. */
const saidIn = (tier: Tier | undefined): Found['path'] => {
  const speaker = tier?.members.find(({ part }) => part.names('senior_to').length > 0)
  return [...(speaker?.part.path ?? []), 'senior_to']
}

const tierName = (tier: Tier | undefined): string =>
  (tier?.members ?? []).map(({ name }) => `\`${name}\``).join(' = ')

const checkCircle = (all: readonly SeriesPart[]): readonly Found[] => {
  const tiers = findTiers(all)
  const circle = findCircle(tiers.map(({ juniors }) => [...juniors]))
  const [first] = circle ?? []
  if (circle === null || first === undefined) return []
  const chain = [...circle, first].map((place) => tierName(tiers[place])).join(' > ')
  return [found(saidIn(tiers[first]), 'F127', { chain })]
}

interface Ranked {
  readonly name: string
  readonly part: Part
  readonly rank: number
}

const atOdds = (one: Ranked, other: Ranked, reason: string): Found =>
  found(
    [...one.part.path, 'rank'],
    'F128',
    { name: one.name, rank: String(one.rank), other: other.name, otherRank: String(other.rank) },
    { terms: { reason } },
  )

/** What the ranks of two series, the older one first, say against the file's `seniority`. */
const againstFile = (older: Ranked, newer: Ranked, seniority: string): readonly Found[] => {
  if (seniority === 'stacked' && newer.rank <= older.rank) return [atOdds(newer, older, 'rankStacked')]
  if (seniority === 'pari_passu' && newer.rank !== older.rank) return [atOdds(newer, older, 'rankPariPassu')]
  return []
}

const againstNames = (one: Ranked, other: Ranked): readonly Found[] => {
  if (one.part.names('senior_to').includes(other.name) && one.rank <= other.rank)
    return [atOdds(one, other, 'rankJunior')]
  if (one.part.names('pari_passu_with').includes(other.name) && one.rank !== other.rank)
    return [atOdds(one, other, 'rankUnequal')]
  return []
}

const checkRanks = (all: readonly SeriesPart[], seniority: string): readonly Found[] => {
  const ranked = all.flatMap(({ name, part }): readonly Ranked[] => {
    const rank = part.number('rank')
    return rank === null ? [] : [{ name, part, rank }]
  })
  const [first] = ranked
  if (first === undefined) return []
  const missing = all
    .filter(({ part }) => part.isSound('rank') && part.number('rank') === null)
    .map(({ name, part }): Found => {
      const words = { name, other: first.name }
      return {
        ...found(part.path, 'F128', words, { terms: { reason: 'rankMissing' }, label: 'sayRank' }),
        part: 'key',
      }
    })
  const inOrder = ranked.flatMap((newer, index) => {
    const older = ranked[index - 1]
    return older === undefined ? [] : againstFile(older, newer, seniority)
  })
  return [...missing, ...inOrder, ...ranked.flatMap((one) => ranked.flatMap((two) => againstNames(one, two)))]
}

/** The order in which series are paid: no circle, and nothing said in two ways. */
export const checkSeniority = (root: Part): readonly Found[] => {
  const all = listSeries(root).filter(({ name }) => name !== '')
  return [...checkCircle(all), ...checkRanks(all, root.word('seniority', ''))]
}
