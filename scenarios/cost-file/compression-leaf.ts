import { closestWord } from '../load/closest-word.ts'
import { certain } from '../load/leaf-value.ts'
import { wrongKind } from '../load/read-number.ts'
import type { LeafShape } from '../load/shape.ts'
import { refused, understood } from '../units/problem.ts'
import { mostRemoved, readCompression, usualCompressions } from './compression-wish.ts'

/** A way to make the model smaller, `int4` or `prune-50`. */
export const compressionLeaf = (title: string): LeafShape => ({
  kind: 'leaf',
  title,
  read: (node) => {
    if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'word')
    const found = readCompression(node.text)
    if (found !== null) return understood(certain(found.name))
    const suggestion = closestWord(node.text, usualCompressions)
    const values = `${usualCompressions.join(', ')} (1-${mostRemoved})`
    const words = { value: node.text, values, suggestion: suggestion ?? '' }
    const help = suggestion === null ? {} : { help: 'didYouMean', suggestion }
    return refused({ code: 'F105', words, ...help })
  },
  jsonSchema: {
    title,
    type: 'string',
    pattern: '^(fp8|int8|int4|fp4|2:4|(prune|layers)-([1-9]|[1-8][0-9]|90))$',
    examples: usualCompressions,
  },
})
