import type { Day, DealPast, DealPool, DealStart, PastRound, ShareEvent } from '../../engine/finance/index.ts'
import type { JsonRecord } from './json-value.ts'
import { ocfId } from './ocf-id.ts'
import { ratioMechanism, seriesClassId } from './write-classes.ts'
import { convertibleId, triggerId } from './write-convertible.ts'
import { writeDate } from './write-dates.ts'
import { lotId, writeLot } from './write-lots.ts'
import { planId, reservedShares } from './write-plan.ts'
import { WrittenItem } from './written-item.ts'

type Fields = Readonly<Record<string, JsonRecord[string] | undefined>>

/** When something happened, and the day that stands in for one that is not known. */
interface When {
  readonly day: Day | null
  readonly standIn: Day
}

const transaction = (
  type: string,
  names: readonly (string | number)[],
  { day, standIn }: When,
  fields: (item: WrittenItem) => Fields,
): JsonRecord => {
  const item = new WrittenItem()
  return item.finish({
    id: ocfId('transaction', type, ...names),
    object_type: type,
    date: writeDate(item, day, standIn),
    ...fields(item),
  })
}

type Taking = Extract<ShareEvent, { readonly from: unknown }>

/** What ends a lot, or a part of it: a forced conversion or a sale. */
const writeTaking = ({ kind, from, to }: Taking, when: When): JsonRecord => {
  const type = kind === 'sale' ? 'TX_STOCK_TRANSFER' : 'TX_STOCK_CONVERSION'
  const field = kind === 'sale' ? 'quantity' : 'quantity_converted'
  return transaction(type, [lotId(from.lot)], when, (item) => {
    if (kind === 'sale') item.say('sale', true)
    return {
      security_id: lotId(from.lot),
      [field]: item.number(from.shares, field),
      ...(from.balance === null ? {} : { balance_security_id: lotId(from.balance) }),
      resulting_security_ids: [lotId(to)],
    }
  })
}

const writeEvent = (past: DealPast, event: ShareEvent, when: When): readonly JsonRecord[] => {
  const { day, standIn } = when
  const priceUsd = past.series.find(({ name }) => name === event.to.security)?.issuePriceUsd
  switch (event.kind) {
    case 'issue':
      return [writeLot(event.to, day, standIn, priceUsd)]
    case 'convertible':
      return [
        transaction('TX_CONVERTIBLE_CONVERSION', [event.name], when, () => ({
          security_id: convertibleId(event.name),
          trigger_id: triggerId(event.name),
          reason_text: 'Next round of preferred stock',
          resulting_security_ids: [lotId(event.to)],
        })),
        writeLot(event.to, day, standIn, priceUsd),
      ]
    default: {
      const got = event.from.balance === null ? [event.to] : [event.from.balance, event.to]
      return [writeTaking(event, when), ...got.map((lot) => writeLot(lot, day, standIn))]
    }
  }
}

const writeAdjustments = (
  past: DealPast,
  { name, adjustments }: PastRound,
  when: When,
): readonly JsonRecord[] =>
  adjustments.flatMap(({ series, toPriceUsd }) => {
    const of = past.series.find((one) => one.name === series)
    if (of === undefined) return []
    const write = (item: WrittenItem): Fields => ({
      stock_class_id: seriesClassId(series),
      new_ratio_conversion_mechanism: ratioMechanism(item, ['new_ratio_conversion_mechanism'], {
        ...of,
        conversionPriceUsd: toPriceUsd,
      }),
    })
    return [transaction('TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT', [name, series], when, write)]
  })

const writePool = (
  start: DealStart,
  before: DealPool,
  round: PastRound,
  when: When,
): readonly JsonRecord[] => {
  const reserved = reservedShares({ ...start, pool: round.pool })
  if (reserved === reservedShares({ ...start, pool: before })) return []
  return [
    transaction('TX_STOCK_PLAN_POOL_ADJUSTMENT', [round.name], when, (item) => ({
      stock_plan_id: planId,
      shares_reserved: item.number(reserved, 'shares_reserved'),
    })),
  ]
}

/** What the rounds did, as transactions; a round without a day stands under the one before it. */
export const writeRounds = (past: DealPast, firstDay: Day): readonly JsonRecord[] => {
  let standIn = firstDay
  let before = past.start.pool
  return past.rounds.flatMap((round) => {
    standIn = Math.max(standIn, round.day ?? standIn)
    const when = { day: round.day, standIn }
    const written = [
      ...round.events.flatMap((event) => writeEvent(past, event, when)),
      ...writeAdjustments(past, round, when),
      ...writePool(past.start, before, round, when),
    ]
    before = round.pool
    return written
  })
}
