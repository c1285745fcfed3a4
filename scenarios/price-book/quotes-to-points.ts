import type { MachineTable } from '../machines/machine-table.ts'
import type { Quote } from '../machines/machine.ts'
import { monthNumber } from './month-number.ts'
import { sellerOf, type PricePoint } from './price-point.ts'

/** A range that was published for a whole market speaks three times: its ends and their middle. */
const pointsOf = (machine: string, kind: PricePoint['kind'], quote: Quote): readonly PricePoint[] => {
  const { lowUsd, highUsd, source } = quote
  const shared = { machine, kind, month: monthNumber(quote.date), source }
  const seller = sellerOf(quote.who, lowUsd)
  if (lowUsd === highUsd) return [{ ...shared, usd: lowUsd, seller }]
  const middle = Math.sqrt(lowUsd * highUsd)
  return [
    { ...shared, usd: lowUsd, seller: `${seller}, low end` },
    { ...shared, usd: middle, seller: `${seller}, middle` },
    { ...shared, usd: highUsd, seller: `${seller}, high end` },
  ]
}

/** The quotes of the table of machines, without those that somebody only supposed. */
export const quotesToPoints = ({ machines }: MachineTable): readonly PricePoint[] =>
  machines.flatMap(({ accelerator: { id }, hourlyQuotes, purchaseQuotes }) => [
    ...hourlyQuotes
      .filter(({ kind }) => kind !== 'assumed')
      .flatMap((quote) => pointsOf(id, quote.kind, quote)),
    ...purchaseQuotes.flatMap((quote) => pointsOf(id, 'purchase', quote)),
  ])
