import { closings } from './closings.ts'
import type { JsonPath } from './json-value.ts'
import { bookMoney } from './book-money.ts'
import type { OcfItem } from './ocf-item.ts'
import type { Security, SecurityBook } from './security.ts'

/** Shares and money may differ from what they are taken out of by as much as their last bits. */
const lastBits = 1e-9

const takenFrom = (item: OcfItem, security: Security): number => {
  const { amount } = closings[item.type]
  if (amount.length === 0 || !item.has(...amount)) return security.quantity
  const taken = (amount[0] === 'amount' ? item.money(...amount) : item.count(...amount)) ?? 0
  if (taken <= security.quantity * (1 + lastBits)) return taken
  const words = {
    value: String(taken),
    security: security.item.text('custom_id') ?? security.id,
    has: String(security.quantity),
  }
  item.fault('F283', amount, words)
  return security.quantity
}

/** Whether shares that go stay out of their plan: used up, moved to a security that names no plan, or as it says. */
const isSpent = (
  item: OcfItem,
  { plan, id }: Security,
  results: readonly Security[],
  book: SecurityBook,
): boolean => {
  const { pool } = closings[item.type]
  if (plan === null || pool === 'spends') return pool === 'spends'
  if (pool === 'moves') return results.length > 0 && results.every((result) => result.plan === null)
  if (book.returned.has(id)) return true
  const behaviour = plan.item.text('default_cancellation_behavior')
  if (behaviour === null || behaviour === 'DEFINED_PER_PLAN_SECURITY')
    plan.item.log.note('pool_return_assumed', plan.item, { name: plan.name })
  return behaviour === 'RETIRE' || behaviour === 'HOLD_AS_CAPITAL_STOCK'
}

const checkNamed = (item: OcfItem, path: JsonPath, book: SecurityBook): Security | null => {
  const id = item.text(...path)
  if (id === null) return null
  const security = book.securities.get(id)
  if (security === undefined) item.fault('F278', path, { value: id, kind: 'security' })
  return security ?? null
}

const resultsOf = (item: OcfItem, book: SecurityBook): readonly Security[] =>
  [
    ...item.list('resulting_security_ids').map(([path]) => path),
    ...['resulting_security_id', 'balance_security_id'].map((field) => [field]),
  ].flatMap((path) => checkNamed(item, path, book) ?? [])

const takenPaths = (item: OcfItem): readonly JsonPath[] => {
  if (item.type === 'TX_STOCK_CONSOLIDATION') return item.list('security_ids').map(([path]) => path)
  if (!item.has('security_id')) item.missing('security_id')
  return [['security_id']]
}

const takeOne = (
  item: OcfItem,
  path: JsonPath,
  security: Security,
  results: readonly Security[],
  book: SecurityBook,
): void => {
  const name = security.item.text('custom_id') ?? security.id
  if (!security.isIssued) item.fault('F288', path, { security: name, date: security.item.text('date') ?? '' })
  const taken = takenFrom(item, security)
  const left = item.has('balance_security_id') ? 0 : security.quantity - taken
  if (isSpent(item, security, results, book)) security.spentShares += taken
  if (item.type.endsWith('_RETRACTION')) security.isRetracted = true
  bookMoney(item, security, taken, results, book)
  security.paidUsd *= security.quantity === 0 ? 0 : left / security.quantity
  security.quantity = left
}

/** Takes a security, or a part of it, out of the table; what comes in its place is issued by itself. */
export const takeOut = (item: OcfItem, book: SecurityBook): void => {
  const results = resultsOf(item, book)
  if (/_(?:EXERCISE|RELEASE)$/u.test(item.type)) for (const result of results) result.isExercised = true
  for (const result of results) result.isResult = true
  for (const path of takenPaths(item)) {
    const security = checkNamed(item, path, book)
    if (security !== null) takeOne(item, path, security, results, book)
  }
}
