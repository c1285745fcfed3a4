import type { HolderFlow } from '../../engine/finance/index.ts'
import type { OcfItem } from './ocf-item.ts'
import type { Security, SecurityBook } from './security.ts'

const isZero = ({ amountUsd }: HolderFlow): boolean => amountUsd === 0

/**
 * Books the money of a transfer or a repurchase. OCF does not say what was paid in a transfer: the price of what came in
 * the place of the shares counts as paid by the new holder to the old one.
 */
export const bookMoney = (
  item: OcfItem,
  { holder }: Security,
  taken: number,
  results: readonly Security[],
  book: SecurityBook,
): void => {
  const day = item.said.get('date') === 'unknown' ? null : item.day('date')
  if (item.type === 'TX_STOCK_REPURCHASE')
    book.flows.push({ holder, day, amountUsd: taken * (item.money('price') ?? 0) })
  if (!item.type.endsWith('_TRANSFER')) return
  for (const { holder: buyer, costUsd } of results) {
    if (buyer === holder || costUsd === 0) continue
    book.flows.push({ holder: buyer, day, amountUsd: -costUsd }, { holder, day, amountUsd: costUsd })
    if (!item.said.has('sale')) item.log.note('transfer_as_sale', item, { holder, buyer })
  }
}

/** Securities for which their first holders paid the company: not those that came in place of others, but for exercises. */
const isBought = ({ kind, isResult, isExercised, isRetracted, isIssued }: Security): boolean =>
  (kind === 'stock' || kind === 'convertible') && isIssued && !isRetracted && (!isResult || isExercised)

/** All that holders paid and got until now, by day. */
export const readFlows = ({ securities, flows }: SecurityBook): readonly HolderFlow[] => {
  const bought = [...securities.values()]
    .filter(isBought)
    .map(({ holder, day, costUsd }): HolderFlow => ({ holder, day, amountUsd: -costUsd }))
  return [...bought, ...flows].filter((flow) => !isZero(flow))
}
