import type { CapBasis, Day, DealConvertible } from '../../engine/finance/index.ts'
import type { Part } from './part.ts'

/** A SAFE or a note of the file by name. */
export interface NamedPart {
  readonly kind: 'safe' | 'note'
  readonly name: string
  readonly day: Day | null
  readonly part: Part
}

const named = (kind: NamedPart['kind'], otherwise: string, parts: readonly Part[]): readonly NamedPart[] =>
  parts.map((part, index) => ({
    kind,
    name: part.word('name', `${otherwise} ${index + 1}`),
    day: part.number('date'),
    part,
  }))

/** All SAFEs and notes of a file, SAFEs first; one without a name is called by its number. */
export const namedConvertibles = (start: Part): readonly NamedPart[] => [
  ...named('safe', 'SAFE', start.list('safes')),
  ...named('note', 'Note', start.list('notes')),
]

/** True if one security was sold after another: by date where both have one, else by its place in the file. */
const isLater = (one: NamedPart, other: NamedPart, isBelow: boolean): boolean =>
  one.day !== null && other.day !== null && one.day !== other.day ? one.day > other.day : isBelow

/** Names of the securities whose terms a most-favoured one may take: those it names, or all that come later. */
export const favoursOf = (one: NamedPart, all: readonly NamedPart[]): readonly string[] => {
  const said = one.part.get('mfn')
  if (said === null || said === false) return []
  if (said !== true) return one.part.names('mfn')
  const place = all.indexOf(one)
  return all.filter((other, index) => isLater(other, one, index > place)).map(({ name }) => name)
}

/** Most notes count the pre-money company (`CapBasis`); the SAFE of today counts all that converts. */
const basisOf = ({ kind, part }: NamedPart): CapBasis =>
  kind === 'safe' ? part.word('type', 'post_money') : part.word('cap_type', 'pre_money')

/** A SAFE or note as the engine takes it. */
export const readConvertible = (one: NamedPart, all: readonly NamedPart[]): DealConvertible => {
  const { kind, name, day, part } = one
  const said = part.get('mfn')
  return {
    name,
    holder: part.word('holder', ''),
    kind,
    amountUsd: part.number(kind === 'safe' ? 'amount' : 'principal') ?? 0,
    day,
    capUsd: part.number('cap') ?? Infinity,
    capBasis: basisOf(one),
    discount: part.number('discount') ?? 0,
    favours: favoursOf(one, all),
    isMostFavoured: said !== null && said !== false,
    interestRate: part.number('interest') ?? 0,
    interestCompounds: part.get('interest_kind') === 'compounding',
    maturityDay: part.number('maturity'),
    hasProRata: part.flag('pro_rata'),
  }
}
