import type { DealRight, DealStart } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'
import { namedConvertibles, readConvertible } from './read-convertibles.ts'
import { readSeries } from './read-series.ts'
import type { RankedPart } from './resolve-ranks.ts'

/** Options granted or a warrant of the file, by name. */
export interface RightPart {
  readonly kind: DealRight['kind']
  readonly name: string
  readonly part: Part
}

/** Options, then warrants; one without a name is called by its number. */
export const namedRights = (start: Part): readonly RightPart[] => [
  ...start
    .group('options')
    .list('granted')
    .map((part, index) => ({
      kind: 'option' as const,
      name: part.word('name', `Options ${index + 1}`),
      part,
    })),
  ...start.list('warrants').map((part, index) => ({
    kind: 'warrant' as const,
    name: part.word('name', `Warrant ${index + 1}`),
    part,
  })),
]

const readRight = ({ kind, name, part }: RightPart): DealRight => ({
  name,
  kind,
  holder: part.word('holder', ''),
  shares: part.number('shares') ?? 0,
  strikeUsd: part.number('strike') ?? 0,
})

/** Who owns what before any round; `ranked` holds the series with their ranks. */
export const readStart = (start: Part, ranked: readonly RankedPart[]): DealStart => {
  const options = start.group('options')
  const convertibles = namedConvertibles(start)
  return {
    common: (start.holders('common') ?? []).map(({ name, amount, paidUsd }) => ({
      holder: name,
      shares: amount,
      paidUsd,
    })),
    rights: namedRights(start).map(readRight),
    pool: {
      promisedShares: options.number('promised') ?? 0,
      availableShares: options.number('available') ?? 0,
    },
    series: ranked.map(({ part, rank }) => readSeries(part, rank)),
    convertibles: convertibles.map((one) => readConvertible(one, convertibles)),
  }
}
