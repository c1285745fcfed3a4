import { certain } from '../load/leaf-value.ts'
import { readNumber, wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { understood } from '../units/problem.ts'

/** Decimals of the price, `4 decimals` or `4`; shares are then rounded down to whole ones. */
export const roundingLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'quantity')
    const text = node.text.replace(/ ?(?:decimals?|位小数)$/u, '')
    const reading = readNumber({ ...node, text }, { dimension: 'number', min: 0, max: 12, isWhole: true })
    return reading.ok ? understood(certain(reading.value)) : reading
  },
  jsonSchema: {
    title,
    description: 'Written like 4 decimals',
    anyOf: [{ type: 'integer', minimum: 0, maximum: 12 }, { type: 'string' }],
  },
})
