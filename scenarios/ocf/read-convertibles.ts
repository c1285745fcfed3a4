import type { Day, DealConvertible } from '../../engine/finance/index.ts'
import { dayOf } from '../deal-file/day.ts'
import { findTerms, readCapBasis, type ConversionTerms } from './conversion-terms.ts'
import type { OcfItem } from './ocf-item.ts'
import { readInterest } from './read-interest.ts'
import type { Security, SecurityBook } from './security.ts'
import type { UniqueNames } from './unique-name.ts'

const kinds = ['NOTE', 'SAFE', 'CONVERTIBLE_SECURITY'] as const

const isNoteBy = (item: OcfItem, { type }: ConversionTerms): boolean => {
  const kind = item.word(kinds, 'convertible_type')
  if (!item.has('convertible_type')) item.missing('convertible_type')
  return kind === 'NOTE' || (kind === 'CONVERTIBLE_SECURITY' && type === 'CONVERTIBLE_NOTE_CONVERSION')
}

const capOf = (
  item: OcfItem,
  { path }: ConversionTerms,
  name: string,
  amountUsd: number,
  isPost: boolean,
): number => {
  const cap = item.money(...path, 'conversion_valuation_cap')
  if (cap === null) return Infinity
  if (!(cap > (isPost ? amountUsd : 0)))
    item.fault('F284', [...path, 'conversion_valuation_cap'], {
      name,
      cap: String(cap),
      amount: String(amountUsd),
    })
  return cap
}

/** Day a note falls due: as froth wrote it, else when it is to convert by itself. */
const maturityOf = (item: OcfItem): Day | null => {
  const said = item.said.get('maturity')
  if (said !== undefined) return dayOf(said)
  const [dated] = item
    .list('conversion_triggers')
    .filter(([at]) => item.text(...at, 'type') === 'AUTOMATIC_ON_DATE')
  return dated === undefined ? null : item.day(...dated[0], 'trigger_date')
}

const hasProRata = (item: OcfItem, name: string): boolean => {
  const size = item.count('pro_rata') ?? 0
  if (size > 0) item.log.note('pro_rata_size', item, { name, size: String(size) })
  return size > 0 || item.said.get('pro_rata') === 'true'
}

const readOne = ({ item, holder, quantity, day }: Security, name: string): DealConvertible => {
  const terms = findTerms(item, name)
  const isNote = isNoteBy(item, terms)
  const capBasis = readCapBasis(item, terms, name, isNote)
  return {
    name,
    holder,
    kind: isNote ? 'note' : 'safe',
    amountUsd: quantity,
    day,
    capUsd: capOf(item, terms, name, quantity, capBasis === 'post_money'),
    capBasis,
    discount: item.share(...terms.path, 'conversion_discount') ?? 0,
    favours: [],
    isMostFavoured: item.flag(...terms.path, 'conversion_mfn'),
    ...(isNote ? readInterest(item, terms, name) : { interestRate: 0, interestCompounds: false }),
    maturityDay: isNote ? maturityOf(item) : null,
    hasProRata: hasProRata(item, name),
  }
}

const saidFavours = (item: OcfItem): readonly string[] | null => {
  const said = item.said.get('favours')
  if (said === undefined) return null
  try {
    const names: unknown = JSON.parse(said)
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : null
  } catch {
    return null
  }
}

/** Names whose terms a most-favoured security may take: those stated, else all that were sold later on plain terms. */
const favoursOf = (
  place: number,
  items: readonly OcfItem[],
  all: readonly DealConvertible[],
): readonly string[] => {
  const mine = all[place]
  const item = items[place]
  if (!mine.isMostFavoured) return []
  const said = saidFavours(item)
  if (said !== null) return said.filter((name) => all.some((other) => other.name === name && other !== mine))
  const isLater = ({ day }: DealConvertible): boolean => day !== null && mine.day !== null && day > mine.day
  const favours = all.filter((other) => isLater(other) && !other.isMostFavoured).map(({ name }) => name)
  item.log.note('favours_assumed', item, { name: mine.name, favours: favours.join(', ') })
  return favours
}

/** SAFEs and notes outstanding, in the order of the file. */
export const readConvertibles = (
  { securities }: SecurityBook,
  names: UniqueNames,
): readonly DealConvertible[] => {
  const held = [...securities.values()].filter(({ kind, quantity }) => kind === 'convertible' && quantity > 0)
  const items = held.map(({ item }) => item)
  const all = held.map((one) => readOne(one, names.claim(one.item.text('custom_id') ?? one.id, one.item)))
  return all.map((one, place) => ({ ...one, favours: favoursOf(place, items, all) }))
}
