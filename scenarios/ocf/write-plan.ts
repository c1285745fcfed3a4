import type { DealStart } from '../../engine/finance/index.ts'
import type { JsonRecord } from './json-value.ts'
import { ocfId } from './ocf-id.ts'
import { commonClassId } from './write-classes.ts'
import { WrittenItem } from './written-item.ts'

/** Identifier of the one plan that all options come out of. */
export const planId = ocfId('plan')

/** Shares set aside for options: granted, promised and available together. */
export const reservedShares = ({ pool, rights }: DealStart): number => {
  const granted = rights.filter(({ kind }) => kind === 'option').reduce((sum, { shares }) => sum + shares, 0)
  return granted + pool.promisedShares + pool.availableShares
}

/**
 * The option plan of a company with what was reserved for it at the start; none if there never was anything. What is
 * promised of it and exactly available is that of the day on which the package is true.
 */
export const writePlans = (start: DealStart, now: DealStart): readonly JsonRecord[] => {
  const reserved = reservedShares(now)
  if (reserved === 0) return []
  const { promisedShares, availableShares } = now.pool
  const granted = reservedShares({ ...now, pool: { promisedShares: 0, availableShares: 0 } })
  const item = new WrittenItem()
  item.sayUnless(0, 'promised_shares', promisedShares)
  if (reserved - granted - promisedShares !== availableShares || Number(reserved.toFixed(10)) !== reserved)
    item.say('available_shares', availableShares)
  return [
    item.finish({
      id: planId,
      object_type: 'STOCK_PLAN',
      plan_name: 'Option plan',
      initial_shares_reserved: item.number(reservedShares(start), 'initial_shares_reserved'),
      default_cancellation_behavior: 'RETURN_TO_POOL',
      stock_class_ids: [commonClassId],
    }),
  ]
}
