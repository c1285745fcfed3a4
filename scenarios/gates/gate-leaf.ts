import { certain } from '../load/leaf-value.ts'
import { wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { understood } from '../units/problem.ts'
import { parseGate } from './parse-gate.ts'

/** One line of `expect:`. */
export const gateLeaf: LeafShape = {
  kind: 'leaf',
  title: 'A claim that the result must fulfil',
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'text')
    const gate = parseGate(node.text)
    return gate.ok ? understood(certain(gate.value)) : gate
  },
  jsonSchema: {
    type: 'string',
    title: 'A claim that the result must fulfil',
    examples: [
      'survival(36 months) >= 70%',
      'P(moic < 1) <= 60%',
      'value(P50) >= $100M',
      'P(gold_mine) >= 50%',
    ],
  },
}
