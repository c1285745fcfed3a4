import { renderQuantity } from '../units/render-quantity.ts'
import { listSeries } from './assemble-deal.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'

const times = (value: number): string => renderQuantity(value, 'multiple')

/** A series that participates up to a cap gets at least its preference. */
export const checkTerms = (root: Part): readonly Found[] =>
  listSeries(root).flatMap(({ name, part }) => {
    const cap = part.get('participation')
    const preference = part.number('liquidation_multiple') ?? 1
    if (typeof cap !== 'number' || cap >= preference) return []
    const words = { name, cap: times(cap), preference: times(preference) }
    return [found([...part.path, 'participation'], 'F238', words)]
  })
