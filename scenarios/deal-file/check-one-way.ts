import { found, type Found } from './found.ts'
import type { Part } from './part.ts'

/** A field that a method cannot do without. */
export const missing = (part: Part, field: string): Found => ({
  ...found([...part.path, field], 'F101', { parent: String(part.path.at(-1)), field }),
  part: 'key',
})

/** True if anything stands at a field, readable or not. */
export const isGiven = (part: Part, field: string): boolean => part.node(field) !== null

/**
 * One way of several to say a number: each is the fields that it takes, all of them. The first field of a way stands
 * for it in messages.
 */
export const checkOneWay = (part: Part, ways: readonly (readonly string[])[]): readonly Found[] => {
  const [first, ...others] = ways.filter((fields) => fields.some((field) => isGiven(part, field)))
  if (first === undefined) {
    const words = { name: String(part.path.at(-1)), fields: ways.map((way) => way.join(' + ')).join(', ') }
    return [{ ...found(part.path, 'F138', words), part: 'key' }]
  }
  const given = (way: readonly string[]): string => way.find((field) => isGiven(part, field)) ?? way[0] ?? ''
  return [
    ...others.map((way) => found([...part.path, given(way)], 'F133', { other: given(first) })),
    ...first.filter((field) => !isGiven(part, field)).map((field) => missing(part, field)),
  ]
}

/** A list that has to say something says nothing. */
export const checkFilled = (part: Part, field: string): readonly Found[] => {
  const node = part.node(field)
  return node?.kind === 'list' && node.items.length === 0 ? [missing(part, field)] : []
}
