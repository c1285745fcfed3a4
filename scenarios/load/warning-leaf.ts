import { warningCodes as entries } from '../diagnostics/codes-warning.ts'
import { refused, understood } from '../units/problem.ts'
import { certain } from './leaf-value.ts'
import { wrongKind } from './read-number.ts'
import type { LeafShape } from './shape.ts'

const warningCodes = Object.keys(entries)

/** One entry of `allow:`. */
export const warningLeaf: LeafShape = {
  kind: 'leaf',
  title: 'Code of a warning',
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'word')
    if (warningCodes.includes(node.text)) return understood(certain(node.text))
    return refused({ code: 'F115', words: { value: node.text, values: warningCodes.join(', ') } })
  },
  jsonSchema: { title: 'Code of a warning', enum: warningCodes },
}
