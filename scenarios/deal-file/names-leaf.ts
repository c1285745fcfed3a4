import { certain } from '../load/leaf-value.ts'
import { wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import type { Node } from '../text/tree.ts'
import { understood, type Problem, type Reading } from '../units/problem.ts'
import { isName, nameProblem } from './deal-leaves.ts'

const readNames = (nodes: readonly Node[]): Reading<readonly string[]> => {
  const names: string[] = []
  const problems: Problem[] = []
  for (const [index, node] of nodes.entries()) {
    const path = nodes.length > 1 ? { path: [String(index)] } : {}
    if (node.kind === 'scalar' && !node.isEmpty && isName(node.text)) names.push(node.text)
    else if (node.kind === 'scalar' && !node.isEmpty) problems.push({ ...nameProblem, ...path })
    else problems.push(...wrongKind(node, 'text').problems.map((problem) => ({ ...problem, ...path })))
  }
  return problems.length > 0 ? { ok: false, problems } : understood(names)
}

/** A name of a security or a holder. */
export const nameTextLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    const reading = readNames([node])
    return reading.ok ? understood(certain(reading.value[0] ?? '')) : reading
  },
  jsonSchema: { title, type: 'string', minLength: 1, maxLength: 100 },
})

const readList = (node: Node): ReturnType<LeafShape['read']> => {
  if (node.kind === 'map') return wrongKind(node, 'names')
  const reading = readNames(node.kind === 'list' ? node.items : [node])
  return reading.ok ? understood(certain(reading.value)) : reading
}

const listSchema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }

/** Names of securities or holders: a list, or one name alone. */
export const namesLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: readList,
  jsonSchema: { title, ...listSchema },
})

/** `true`, `false`, or the names whose terms a most-favoured security may take. */
export const favoursLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) =>
    node.kind === 'scalar' && (node.text === 'true' || node.text === 'false')
      ? understood(certain(node.text === 'true'))
      : readList(node),
  jsonSchema: { title, anyOf: [{ type: 'boolean' }, ...listSchema.anyOf] },
})
