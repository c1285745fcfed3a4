import type { JsonPath } from './json-value.ts'
import type { OcfItem } from './ocf-item.ts'
import type { OcfLog } from './ocf-log.ts'
import { UniqueNames } from './unique-name.ts'

/** A class of stock as it stands after the splits and adjustments so far. */
export interface StockClass {
  readonly item: OcfItem
  readonly id: string
  readonly name: string
  readonly isPreferred: boolean
  /** Factor by which splits have divided the price of a share. */
  splits: number
  /** Factor by which splits of the common stock have divided the conversion price since it was stated. */
  commonSplits: number
  /** Where its conversion is stated last, and its own splits until then; null if nowhere. */
  conversion: { readonly item: OcfItem; readonly path: JsonPath; readonly splits: number } | null
}

/** A plan with the shares reserved for it so far. */
export interface StockPlan {
  readonly item: OcfItem
  readonly id: string
  readonly name: string
  readonly classIds: readonly string[]
  reservedShares: number
}

/** What transactions refer to, by identifier. */
export interface PackageParts {
  readonly holders: ReadonlyMap<string, string>
  readonly classes: ReadonlyMap<string, StockClass>
  readonly plans: ReadonlyMap<string, StockPlan>
}

const classTypes = ['COMMON', 'PREFERRED'] as const

const byId = <Part>(
  items: readonly OcfItem[],
  type: string,
  make: (item: OcfItem, id: string) => Part,
): ReadonlyMap<string, Part> =>
  new Map(
    items
      .filter((item) => item.type === type)
      .map((item) => {
        const id = item.needText('id')
        return [id, make(item, id)] as const
      }),
  )

const conversionOf = (item: OcfItem): StockClass['conversion'] => {
  const [path, ...others] = item.list('conversion_rights').map(([at]) => [...at, 'conversion_mechanism'])
  for (const [, place] of others)
    item.log.note('fields_not_used', item, { type: item.type, fields: `conversion_rights[${place}]` })
  return path === undefined ? null : { item, path, splits: 1 }
}

const makeClass = (item: OcfItem, id: string, names: UniqueNames): StockClass => {
  const kind = item.word(classTypes, 'class_type')
  if (!item.has('class_type')) item.missing('class_type')
  const isPreferred = kind === 'PREFERRED'
  const name = item.needText('name')
  return {
    item,
    id,
    name: isPreferred ? names.claim(name, item) : name,
    isPreferred,
    splits: 1,
    commonSplits: 1,
    conversion: conversionOf(item),
  }
}

const makePlan = (item: OcfItem, id: string): StockPlan => {
  const older = item.text('stock_class_id')
  return {
    item,
    id,
    name: item.needText('plan_name'),
    classIds: older === null ? item.texts('stock_class_ids') : [older],
    reservedShares: item.needCount('initial_shares_reserved'),
  }
}

const refuseTwins = (items: readonly OcfItem[], field: string): void => {
  const seen = new Set<string>()
  for (const item of items) {
    const id = item.text(field)
    if (id === null) continue
    const key = field === 'security_id' || item.type.startsWith('TX_') ? id : `${item.type} ${id}`
    if (seen.has(key)) item.fault('F279', [field], { value: id, field })
    seen.add(key)
  }
}

/** Puts holders, classes and plans in order; identifiers that are there twice are refused. */
export const readParts = (items: readonly OcfItem[], names: UniqueNames, log: OcfLog): PackageParts => {
  refuseTwins(items, 'id')
  refuseTwins(
    items.filter(({ type }) => type.endsWith('_ISSUANCE')),
    'security_id',
  )
  const holderNames = new UniqueNames()
  const holders = byId(items, 'STAKEHOLDER', (item) => {
    const name = item.needText('name', 'legal_name')
    return name === '' ? '' : holderNames.claim(name, item)
  })
  const classes = byId(items, 'STOCK_CLASS', (item, id) => makeClass(item, id, names))
  const parts = { holders, classes, plans: byId(items, 'STOCK_PLAN', makePlan) }
  const common = [...classes.values()].filter(({ isPreferred }) => !isPreferred)
  if (common.length > 1)
    log.note('common_merged', common[0].item, { names: common.map(({ name }) => name).join(', ') })
  return parts
}
