import type { OcfItem } from './ocf-item.ts'
import type { PackageParts, StockClass, StockPlan } from './package-parts.ts'
import type { Security, SecurityKind } from './security.ts'

const find = <Part>(
  item: OcfItem,
  field: string,
  parts: ReadonlyMap<string, Part>,
  kind: string,
): Part | null => {
  const id = item.text(field)
  if (id === null) return null
  const part = parts.get(id)
  if (part === undefined) item.fault('F278', [field], { value: id, kind })
  return part ?? null
}

/** The class that a warrant's shares come from, by its triggers. */
const warrantClassField = 'converts_to_stock_class_id'

const classOf = (
  item: OcfItem,
  kind: SecurityKind,
  parts: PackageParts,
  plan: StockPlan | null,
): StockClass | null => {
  if (kind === 'convertible') return null
  if (kind === 'warrant') {
    const [path] = item
      .list('exercise_triggers')
      .map(([at]) => [...at, 'conversion_right', warrantClassField])
    const id = path === undefined ? null : item.text(...path)
    if (id !== null && !parts.classes.has(id)) item.fault('F278', path, { value: id, kind: 'STOCK_CLASS' })
    return id === null ? null : (parts.classes.get(id) ?? null)
  }
  if (kind === 'stock' && !item.has('stock_class_id')) item.missing('stock_class_id')
  const own = find(item, 'stock_class_id', parts.classes, 'STOCK_CLASS')
  return own ?? parts.classes.get(plan?.classIds[0] ?? '') ?? null
}

const strikeOf = (item: OcfItem): number => item.money('exercise_price') ?? item.money('base_price') ?? 0

const warrantShares = (item: OcfItem): number => {
  if (item.has('quantity')) return item.needCount('quantity')
  const fixed = item
    .list('exercise_triggers')
    .map(([path]) => item.count(...path, 'conversion_right', 'conversion_mechanism', 'converts_to_quantity'))
    .find((shares) => shares !== null)
  if (fixed === undefined) item.log.note('warrant_unsized', item, { name: item.text('custom_id') ?? '' })
  return fixed ?? 0
}

const quantityOf = (item: OcfItem, kind: SecurityKind): number => {
  if (kind === 'convertible') return item.needMoney('investment_amount')
  return kind === 'warrant' ? warrantShares(item) : item.needCount('quantity')
}

const paidOf = (item: OcfItem, kind: SecurityKind, quantity: number): number => {
  if (kind !== 'stock') return kind === 'convertible' ? quantity : 0
  if (!item.has('share_price')) item.missing('share_price')
  const priceUsd = item.money('share_price') ?? 0
  return item.money('cost_basis') ?? priceUsd * quantity
}

/** Reads an issuance; its shares count only from the day it happens. */
export const readSecurity = (item: OcfItem, kind: SecurityKind, parts: PackageParts): Security => {
  const plan = find(item, 'stock_plan_id', parts.plans, 'STOCK_PLAN')
  if (!item.has('stakeholder_id')) item.missing('stakeholder_id')
  const quantity = quantityOf(item, kind)
  const costUsd = paidOf(item, kind, quantity)
  return {
    item,
    id: item.needText('security_id'),
    kind,
    holder: find(item, 'stakeholder_id', parts.holders, 'STAKEHOLDER') ?? '',
    day: item.issueDay(),
    stockClass: classOf(item, kind, parts, plan),
    plan,
    quantity,
    costUsd,
    paidUsd: costUsd,
    strikeUsd: strikeOf(item),
    spentShares: 0,
    isExercised: false,
    isResult: false,
    isRetracted: false,
    isIssued: false,
  }
}
