import type { Node } from '../text/tree.ts'
import { isBareNumber, parseQuantity } from '../units/parse-quantity.ts'
import { refused, type Reading } from '../units/problem.ts'
import { unitExamples } from '../units/unit-examples.ts'
import { checkLimits, type NumberRule } from './limits.ts'

const kindTerm = { map: 'fields', list: 'list', scalar: 'singleValue' } as const

/** The mistake of finding one kind of value where another is expected; `expected` is a term of `phrases.ts`. */
export const wrongKind = (node: Node, expected: string): ReturnType<typeof refused> =>
  node.kind === 'scalar' && node.isEmpty
    ? refused({ code: 'F116', words: {} })
    : refused({ code: 'F103', words: {}, terms: { expected, found: kindTerm[node.kind] } })

/** Reads one number of a dimension, within limits. */
export const readNumber = (node: Node, rule: NumberRule): Reading<number> => {
  if (node.kind === 'map') return refused({ code: 'F217', words: { examples: unitExamples[rule.dimension] } })
  if (node.kind !== 'scalar' || node.isEmpty) return wrongKind(node, 'quantity')
  const parsed = parseQuantity(node.text, rule.dimension)
  if (parsed.ok) return checkLimits(parsed.value, rule, isBareNumber(node.text))
  if (!rule.isWhole || rule.dimension !== 'number') return parsed
  return {
    ok: false,
    problems: parsed.problems.map((problem) => ({
      ...problem,
      words: { ...problem.words, examples: '42, 1000' },
    })),
  }
}
