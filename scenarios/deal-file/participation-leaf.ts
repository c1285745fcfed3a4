import { closestWord } from '../load/closest-word.ts'
import { certain } from '../load/leaf-value.ts'
import { readNumber, wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { refused, understood } from '../units/problem.ts'

const words = ['none', 'full']

/** `none`, `full`, or the multiple of the investment up to which the series participates, `3x`. */
export const participationLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'word')
    if (words.includes(node.text)) return understood(certain(node.text))
    const cap = readNumber(node, { dimension: 'multiple', min: 0, max: 1000, isWhole: false })
    if (cap.ok) return understood(certain(cap.value))
    if (cap.problems.some(({ code }) => code !== 'F201')) return cap
    const suggestion = closestWord(node.text, words)
    const gaps = { value: node.text, values: 'none, full, 3x', suggestion: suggestion ?? '' }
    return refused({
      code: 'F105',
      words: gaps,
      ...(suggestion === null ? {} : { help: 'didYouMean', suggestion }),
    })
  },
  jsonSchema: {
    title,
    description: 'none, full, or the cap in multiples of the money invested: 3x',
    anyOf: [{ enum: words }, { type: 'string' }, { type: 'number' }],
  },
})
