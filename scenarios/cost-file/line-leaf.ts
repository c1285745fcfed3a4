import { certain } from '../load/leaf-value.ts'
import { readNumber, wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { understood } from '../units/problem.ts'

/** The word for what is usual, as a share of the compute. */
export const typicalLine = 'typical'

/** A line of a bill: an amount, or `typical`. */
export const lineLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'quantity')
    if (node.text === typicalLine) return understood(certain(typicalLine))
    const reading = readNumber(node, { dimension: 'usd', min: 0, max: 1e12, isWhole: false })
    return reading.ok ? understood(certain(reading.value)) : reading
  },
  jsonSchema: { title, type: 'string', examples: [typicalLine, '$50k'] },
})
