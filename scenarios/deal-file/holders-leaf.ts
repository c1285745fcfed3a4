import { certain } from '../load/leaf-value.ts'
import { readNumber, wrongKind } from '../load/read-number.ts'
import type { JsonSchema, LeafShape } from '../load/shape.ts'
import type { MapNode, Node } from '../text/tree.ts'
import { understood, type Problem, type Reading } from '../units/problem.ts'
import { readQuantityText } from '../units/quantity-text.ts'
import { isName, nameProblem } from './deal-leaves.ts'
import { dollarsRule, sharesRule } from './deal-rules.ts'
import type { Holder } from './holder.ts'

/** What a holder's value may be: shares, dollars, either, or shares with what was paid for them. */
export type HolderUnit = 'shares' | 'dollars' | 'either' | 'paid'

const isWrittenAsMoney = (node: Node): boolean =>
  node.kind === 'scalar' && (readQuantityText(node.text)?.currency ?? null) !== null

const readAmount = (name: string, node: Node, unit: HolderUnit): Reading<Holder> => {
  const isMoney = unit === 'dollars' || (unit === 'either' && isWrittenAsMoney(node))
  const reading = readNumber(node, isMoney ? dollarsRule : sharesRule)
  return reading.ok ? understood({ name, amount: reading.value, isMoney, paidUsd: 0 }) : reading
}

const at = (reading: { readonly problems: readonly Problem[] }, ...path: string[]): readonly Problem[] =>
  reading.problems.map((problem) => ({ ...problem, path: [...path, ...(problem.path ?? [])] }))

/** `{ shares: 100k, paid: $10k }` */
const readPaid = (name: string, node: MapNode): Reading<Holder> => {
  const problems: Problem[] = []
  for (const field of node.entries.keys()) {
    if (field === 'shares' || field === 'paid') continue
    const words = { field, parent: name, fields: 'shares, paid' }
    problems.push({ code: 'F104', words, path: [field], atKey: true })
  }
  const shares = node.entries.get('shares')?.node
  const paid = node.entries.get('paid')?.node
  const holder = shares === undefined ? null : readAmount(name, shares, 'shares')
  const money = paid === undefined ? null : readNumber(paid, dollarsRule)
  if (holder === null)
    problems.push({ code: 'F101', words: { parent: name, field: 'shares' }, path: [], atKey: true })
  else if (!holder.ok) problems.push(...at(holder, 'shares'))
  if (money?.ok === false) problems.push(...at(money, 'paid'))
  if (problems.length > 0 || holder?.ok !== true) return { ok: false, problems }
  return understood({ ...holder.value, paidUsd: money?.ok === true ? money.value : 0 })
}

const readHolder = (name: string, node: Node, unit: HolderUnit): Reading<Holder> => {
  if (!isName(name)) return { ok: false, problems: [{ ...nameProblem, atKey: true }] }
  return unit === 'paid' && node.kind === 'map' ? readPaid(name, node) : readAmount(name, node, unit)
}

/** The holders of a map that can be read, where others cannot. */
export const soundHolders = (node: Node | null, unit: HolderUnit): readonly Holder[] =>
  node?.kind === 'map'
    ? [...node.entries].flatMap(([name, entry]) => {
        const reading = readHolder(name, entry.node, unit)
        return reading.ok ? [reading.value] : []
      })
    : []

const amounts: Readonly<Record<HolderUnit, string>> = {
  shares: '4M, 4,000,000',
  dollars: '$4M, $250k',
  either: '4M shares or $4M',
  paid: '4M, or { shares: 4M, paid: $400 }',
}

const jsonSchema = (title: string, unit: HolderUnit): JsonSchema => ({
  title,
  description: `Holders by name, each written like ${amounts[unit]}`,
  type: 'object',
  additionalProperties:
    unit === 'paid'
      ? {
          anyOf: [
            { type: ['string', 'number'] },
            {
              type: 'object',
              properties: { shares: { type: ['string', 'number'] }, paid: { type: ['string', 'number'] } },
              required: ['shares'],
              additionalProperties: false,
            },
          ],
        }
      : { type: ['string', 'number'] },
})

/** Holders by name, each with shares or money: `{ Ada: 4M, Ben: 4M }`. */
export const holdersLeaf = (title: string, unit: HolderUnit): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'map') return wrongKind(node, 'holders')
    const holders: Holder[] = []
    const problems: Problem[] = []
    for (const [name, entry] of node.entries) {
      const reading = readHolder(name, entry.node, unit)
      if (reading.ok) holders.push(reading.value)
      else problems.push(...at(reading, name))
    }
    return problems.length > 0 ? { ok: false, problems } : understood(certain(holders))
  },
  jsonSchema: jsonSchema(title, unit),
})
