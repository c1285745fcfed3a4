import { companyFields } from '../company/company-fields.ts'
import type { Gate } from '../scenario.ts'
import type { Finding } from '../text/parse-text.ts'
import type { MapNode, Node } from '../text/tree.ts'
import type { Problem } from '../units/problem.ts'
import { renderQuantity } from '../units/render-quantity.ts'
import { locate, placeOf } from './locate.ts'
import { makeReader, type ValueReader } from './make-reader.ts'
import type { MapShape } from './shape.ts'
import { studyDefaults } from './study-defaults.ts'

type Path = readonly (string | number)[]

const highMultiple = 25
const shortRunwayMonths = 3

const numberAt = (read: ValueReader, path: Path): number | undefined => {
  const value = read(path)
  return typeof value === 'number' ? value : undefined
}

const dollars = (value: number): string => renderQuantity(Number(value.toPrecision(4)), 'usd')

const checkRounds = (read: ValueReader): readonly { path: Path; problem: Problem }[] =>
  (['ask', 'last_round'] as const).flatMap((group) => {
    const amount = numberAt(read, ['company', group, 'amount'])
    const postMoney = numberAt(read, ['company', group, 'post_money'])
    if (amount === undefined || postMoney === undefined || amount < postMoney) return []
    const words = { postMoney: dollars(postMoney) }
    return [{ path: ['company', group, 'amount'], problem: { code: 'F218', words } }]
  })

const checkAsk = (read: ValueReader): readonly { path: Path; problem: Problem }[] => {
  const postMoney = numberAt(read, ['company', 'ask', 'post_money'])
  const arr = numberAt(read, ['company', 'arr']) ?? companyFields.arr.value
  if (postMoney === undefined || arr <= 0 || postMoney <= highMultiple * arr) return []
  const words = { postMoney: dollars(postMoney), multiple: (postMoney / arr).toFixed(1) }
  return [{ path: ['company', 'ask', 'post_money'], problem: { code: 'F305', words } }]
}

const checkRunway = (read: ValueReader, tree: MapNode): readonly { path: Path; problem: Problem }[] => {
  const hasAsk = isGiven(locate(tree, ['company', 'ask']))
  const cash = numberAt(read, ['company', 'cash'])
  const burn = numberAt(read, ['company', 'burn'])
  const arr = numberAt(read, ['company', 'arr']) ?? companyFields.arr.value
  if (hasAsk || cash === undefined || burn === undefined) return []
  const netBurn = burn - arr / 12
  const months = netBurn > 0 ? cash / netBurn : Number.POSITIVE_INFINITY
  if (months >= shortRunwayMonths) return []
  return [
    {
      path: ['company', 'cash'],
      problem: { code: 'F306', words: { cash: dollars(cash), months: months.toFixed(1) } },
    },
  ]
}

const isGiven = (at: { readonly isExact: boolean; readonly node: Node }): boolean =>
  at.isExact && !(at.node.kind === 'scalar' && at.node.isEmpty)

const checkSides = (read: ValueReader): readonly { path: Path; problem: Problem }[] =>
  ['capital_supply', 'gpu_supply', 'talent_supply', 'demand', 'entry']
    .map((name) => ['market', name])
    .filter((path) => read(path) === 0)
    .map((path) => ({ path, problem: { code: 'F307', words: {} } }))

const countOf = (tree: MapNode, name: string): number => {
  const node = tree.entries.get(name)?.node
  return node?.kind === 'list' ? node.items.length : 0
}

const checkHorizon = (read: ValueReader, tree: MapNode): readonly { path: Path; problem: Problem }[] => {
  const horizon = numberAt(read, ['horizon']) ?? studyDefaults.horizonMonths
  const found: { path: Path; problem: Problem }[] = []
  for (let index = 0; index < countOf(tree, 'expect'); index += 1) {
    const gate = read(['expect', index]) as Gate | undefined
    const months = gate?.metric.kind === 'survival' ? gate.metric.months : 0
    const words = { months: String(months), horizon: renderQuantity(horizon, 'months') }
    if (months > horizon) found.push({ path: ['expect', index], problem: { code: 'F219', words } })
  }
  for (let index = 0; index < countOf(tree, 'shocks'); index += 1) {
    const month = numberAt(read, ['shocks', index, 'month']) ?? 0
    const shock = read(['shocks', index, 'shock'])
    const words = {
      shock: typeof shock === 'string' ? shock : '',
      month: String(month),
      horizon: renderQuantity(horizon, 'months'),
    }
    if (month >= horizon) found.push({ path: ['shocks', index, 'month'], problem: { code: 'F308', words } })
  }
  return found
}

/** Mistakes and warnings that need more than one field; fields that are wrong by themselves are passed over. */
export const crossCheck = (tree: MapNode, root: MapShape): readonly Finding[] => {
  const read = makeReader(tree, root)
  const found = [
    ...checkRounds(read),
    ...checkAsk(read),
    ...checkRunway(read, tree),
    ...checkSides(read),
    ...checkHorizon(read, tree),
  ]
  return found.map(({ path, problem }) => ({ problem, place: placeOf(tree, path, 'value') }))
}
