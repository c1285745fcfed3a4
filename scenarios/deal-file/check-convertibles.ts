import { renderQuantity } from '../units/render-quantity.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { namedConvertibles, readConvertible, type NamedPart } from './read-convertibles.ts'
import type { DealConvertible } from '../../engine/finance/index.ts'

const dollars = (value: number): string => renderQuantity(Number(value.toPrecision(6)), 'usd')

interface Known {
  readonly one: NamedPart
  readonly terms: DealConvertible
}

const raised = (known: readonly Known[]): number =>
  known.reduce((total, { terms }) => total + terms.amountUsd, 0)

/** Post-money SAFEs at one cap share what lies below it, so the cap must be above all that they raised. */
const sharing = ({ terms }: Known, all: readonly Known[]): readonly Known[] =>
  terms.capBasis === 'pre_money'
    ? []
    : all.filter((other) => other.terms.capBasis === 'post_money' && other.terms.capUsd === terms.capUsd)

const checkCap = (known: Known, all: readonly Known[]): readonly Found[] => {
  const { one, terms } = known
  const group = sharing(known, all)
  const total = Math.max(terms.amountUsd, raised(group))
  const isFirst = group.length === 0 || group[0] === known
  if (terms.capUsd > total || (!isFirst && terms.capUsd > terms.amountUsd)) return []
  const names = terms.amountUsd < total ? group.map(({ one: { name } }) => name).join(', ') : one.name
  const words = { name: names, cap: dollars(terms.capUsd), raised: dollars(total) }
  return [found([...one.part.path, 'cap'], 'F233', words)]
}

const daysPerYear = 365

/** What a note comes to until the first round after it, or the exit; its principal where the days are not known. */
const owedUsd = ({ terms }: Known, root: Part): number => {
  const { amountUsd, day, interestRate, interestCompounds } = terms
  const rounds = root.list('rounds').map((round) => round.number('date'))
  const end = rounds.find((date) => date !== null && day !== null && date >= day)
  const last = end ?? root.group('exit').number('date')
  if (day === null || last === null || last <= day) return amountUsd
  const years = (last - day) / daysPerYear
  return (
    amountUsd * (interestCompounds ? Math.exp(years * Math.log1p(interestRate)) : 1 + interestRate * years)
  )
}

/** Post-money SAFEs and notes at several caps cannot own the whole company together. */
const checkWhole = (all: readonly Known[], root: Part): readonly Found[] => {
  const post = all.filter(({ terms }) => terms.capBasis === 'post_money' && terms.capUsd < Infinity)
  const share = post.reduce((total, known) => total + owedUsd(known, root) / known.terms.capUsd, 0)
  const [last] = post.slice(-1)
  if (last === undefined || share < 1) return []
  const names = post.map(({ one }) => one.name).join(', ')
  const words = { names, share: renderQuantity(Number(share.toPrecision(4)), 'share') }
  return [found([...last.one.part.path, 'cap'], 'F234', words)]
}

const checkDiscount = ({ one, terms }: Known): readonly Found[] => {
  if (terms.discount < 1) return []
  const words = {
    name: one.name,
    discount: renderQuantity(terms.discount, 'share'),
    percent: renderQuantity(terms.discount / 100, 'share'),
  }
  const isPercent = terms.discount > 1 && terms.discount < 100 && one.part.isBareNumber('discount')
  return [found([...one.part.path, 'discount'], 'F240', words, isPercent ? { help: 'percentOfShare' } : {})]
}

/** Caps above the money raised, discounts below the whole price. */
export const checkConvertibles = (root: Part): readonly Found[] => {
  const named = namedConvertibles(root)
  const all = named.map((one): Known => ({ one, terms: readConvertible(one, named) }))
  const caps = all.flatMap((known) => checkCap(known, all))
  return [...caps, ...(caps.length === 0 ? checkWhole(all, root) : []), ...all.flatMap(checkDiscount)]
}
