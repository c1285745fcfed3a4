import type { Day, ShareLot } from '../../engine/finance/index.ts'
import { issuance } from './issuance.ts'
import { ocfId } from './ocf-id.ts'
import type { JsonRecord } from './json-value.ts'
import { commonClassId, seriesClassId } from './write-classes.ts'
import { writeDate } from './write-dates.ts'
import { WrittenItem } from './written-item.ts'

const nameOf = ({ security, holder, place }: ShareLot): readonly (string | number)[] =>
  security === 'common' ? ['common', holder, place] : ['series', security, holder, place]

const lotIssuance = (lot: ShareLot): ReturnType<typeof issuance> =>
  issuance('TX_STOCK_ISSUANCE', nameOf(lot), lot.holder)

/** Identifier of a lot as a security. */
export const lotId = (lot: ShareLot): string => ocfId('security', 'TX_STOCK_ISSUANCE', ...nameOf(lot))

/** A lot as the issuance of a stock certificate, under the day it was got. */
export const writeLot = (
  lot: ShareLot,
  day: Day | null,
  standIn: Day,
  priceUsd: number = lot.shares === 0 ? 0 : lot.paidUsd / lot.shares,
): JsonRecord => {
  const item = new WrittenItem()
  const isCommon = lot.security === 'common'
  return item.finish({
    ...lotIssuance(lot),
    date: writeDate(item, day, standIn),
    custom_id: `${isCommon ? 'CS' : lot.security}-${lot.place + 1}`,
    stock_class_id: isCommon ? commonClassId : seriesClassId(lot.security),
    share_price: item.money(priceUsd, 'share_price'),
    cost_basis: item.money(lot.paidUsd, 'cost_basis'),
    quantity: item.number(lot.shares, 'quantity'),
    stock_legend_ids: [],
  })
}
