import { certain } from '../load/leaf-value.ts'
import { readNumber } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { understood } from '../units/problem.ts'

const mostYears = 50

/**
 * A field whose name says years: `5` or `5 years` or `18 months`, read as years.
 */
export const yearsLeaf = (title: string, min: number): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    const isBare = node.kind === 'scalar' && /^\s*[-+]?[\d.]+\s*$/u.test(node.text.normalize('NFKC'))
    const perYear = isBare ? 1 : 12
    const reading = readNumber(node, {
      dimension: isBare ? 'number' : 'months',
      min: min * perYear,
      max: mostYears * perYear,
      isWhole: false,
    })
    return reading.ok ? understood(certain(reading.value / perYear)) : reading
  },
  jsonSchema: {
    title,
    description: 'Written like 5, 5 years or 18 months',
    anyOf: [{ type: 'number', minimum: min, maximum: mostYears }, { type: 'string' }],
  },
})
