import type { Distribution } from '../scenario.ts'
import type { MapNode } from '../text/tree.ts'
import { refused, understood, type Problem, type Reading } from '../units/problem.ts'
import type { LeafValue } from './leaf-value.ts'
import type { NumberRule } from './limits.ts'
import { readNumber } from './read-number.ts'

type Family = Distribution['family']
type Numbers = Readonly<Record<string, number>>

const parametersOf: Readonly<Record<Family, readonly string[]>> = {
  pert: ['low', 'mid', 'high'],
  triangular: ['low', 'mid', 'high'],
  split_normal: ['p10', 'p50', 'p90'],
  uniform: ['low', 'high'],
  normal: ['mean', 'sd'],
  lognormal: ['median', 'sigma'],
}

/** Names of the families that `family:` understands. */
export const families = Object.keys(parametersOf) as readonly Family[]

/** Keys by which a map is known to be a distribution and not a group of fields. */
export const distributionKeys = new Set(['family', ...Object.values(parametersOf).flat()])

const isFamily = (name: string): name is Family => Object.hasOwn(parametersOf, name)

/** The family, by name or by the keys that are there: `{ low, mid, high }` is PERT, `{ p10, p50, p90 }` split normal. */
const findFamily = (map: MapNode): Reading<Family> => {
  const named = map.entries.get('family')?.node
  if (named === undefined) {
    const count = (family: Family): number =>
      parametersOf[family].filter((key) => map.entries.has(key)).length
    const unnamed: Family = count('split_normal') > count('pert') ? 'split_normal' : 'pert'
    return understood(unnamed)
  }
  const name = named.kind === 'scalar' ? named.text : ''
  if (isFamily(name)) return understood(name)
  const words = { family: name, values: families.join(', ') }
  return refused({ code: 'F215', words, terms: { reason: 'unknownFamily' }, path: ['family'], help: 'oneOf' })
}

const findKeyProblems = (map: MapNode, family: Family): readonly Problem[] => {
  const wanted = parametersOf[family]
  const extra = [...map.entries.keys()].filter((key) => key !== 'family' && !wanted.includes(key))
  const missing = wanted.filter((key) => !map.entries.has(key))
  const extraProblems = extra.map((parameter) => ({
    code: 'F215',
    words: { parameter },
    terms: { reason: 'extraParameter' },
    path: [parameter],
    atKey: true,
  }))
  if (extra.length > 0) return extraProblems
  return missing.slice(0, 1).map((parameter) => ({
    code: 'F215',
    words: { parameter },
    terms: { reason: 'missingParameter' },
  }))
}

/** Spreads have limits of their own: above 0, and not larger than the field's whole range. */
const ruleOf = (parameter: string, rule: NumberRule): NumberRule => {
  if (parameter === 'sigma') return { dimension: 'number', min: 0, max: 5, isWhole: false }
  if (parameter === 'sd') return { ...rule, min: 0, max: Math.max(rule.max - rule.min, 0) }
  return rule
}

const readParameters = (map: MapNode, family: Family, rule: NumberRule): Reading<Numbers> => {
  const problems: Problem[] = []
  const numbers: Record<string, number> = {}
  for (const parameter of parametersOf[family]) {
    const node = map.entries.get(parameter)?.node
    if (node === undefined) continue
    const reading = readNumber(node, ruleOf(parameter, rule))
    if (reading.ok) numbers[parameter] = reading.value
    else
      problems.push(
        ...reading.problems.map((problem) => ({ ...problem, path: [parameter, ...(problem.path ?? [])] })),
      )
  }
  return problems.length > 0 ? { ok: false, problems } : understood(numbers)
}

const rises = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value)) &&
  (values.at(-1) ?? 0) > (values[0] ?? 0)

const findOrderProblem = (family: Family, numbers: Numbers): Problem | null => {
  const spread = numbers['sd'] ?? numbers['sigma']
  const spreadName = family === 'normal' ? 'sd' : 'sigma'
  if (spread !== undefined)
    return spread > 0
      ? findMedianProblem(family, numbers)
      : { code: 'F216', words: { order: `${spreadName} > 0` } }
  const parameters = parametersOf[family]
  if (rises(parameters.map((parameter) => numbers[parameter] ?? 0))) return null
  const order = `${parameters.join(' <= ')}, ${parameters[0] ?? ''} < ${parameters.at(-1) ?? ''}`
  return { code: 'F216', words: { order } }
}

const findMedianProblem = (family: Family, numbers: Numbers): Problem | null =>
  family === 'lognormal' && (numbers['median'] ?? 0) <= 0
    ? { code: 'F216', words: { order: 'median > 0' } }
    : null

const centralOf = (numbers: Numbers): number =>
  numbers['mid'] ??
  numbers['p50'] ??
  numbers['mean'] ??
  numbers['median'] ??
  ((numbers['low'] ?? 0) + (numbers['high'] ?? 0)) / 2

/** Reads a map as a distribution of a quantity; its central value is the mid, median or mean. */
export const readDistribution = (map: MapNode, rule: NumberRule): Reading<LeafValue> => {
  const family = findFamily(map)
  if (!family.ok) return family
  const keyProblems = findKeyProblems(map, family.value)
  if (keyProblems.length > 0) return { ok: false, problems: keyProblems }
  const numbers = readParameters(map, family.value, rule)
  if (!numbers.ok) return numbers
  const order = findOrderProblem(family.value, numbers.value)
  if (order !== null) return refused(order)
  const distribution = { family: family.value, ...numbers.value } as Distribution
  return understood({ value: centralOf(numbers.value), distribution })
}
