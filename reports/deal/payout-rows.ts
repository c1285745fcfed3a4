import type { ReturnRate } from '../../engine/finance/index.ts'
import { dataCell } from './data-cell.ts'
import type { DealRow, Delimiter } from './deal-columns.ts'
import type { DealReport, ReportedExit } from './deal-report.ts'

const asWord = (isTrue: boolean | null): string | null => (isTrue === null ? null : String(isTrue))

/** All rates of a return, a blank between several; empty for none. */
const rateCell = (rate: ReturnRate | null): string | number | null => {
  if (rate === null) return null
  if (rate.kind === 'totalLoss') return -1
  if (rate.kind === 'several') return rate.rates.map((one) => String(one.rate)).join(' ')
  return rate.kind === 'one' ? rate.rates[0].rate : null
}

const holderRows = (exit: ReportedExit, { history }: DealReport, delimiter: Delimiter): readonly DealRow[] =>
  exit.holders.flatMap((holder, at) =>
    history.atExit.classes.flatMap((one, place): readonly DealRow[] => {
      const held = one.holders.find((holding) => holding.holder === holder.holder)
      if (held === undefined) return []
      const isOwed = one.kind === 'safe' || one.kind === 'note'
      return [
        {
          exit_price_usd: exit.terms.priceUsd,
          paid_as: exit.paidAs,
          holder: dataCell(holder.holder, delimiter),
          class: dataCell(one.name, delimiter),
          class_kind: one.kind,
          shares: isOwed ? null : held.shares,
          payout_usd: holder.byClassUsd[place],
          converts: asWord(exit.classes[place].converts),
          holder_payout_usd: holder.amountUsd,
          holder_paid_usd: holder.paidUsd,
          holder_received_usd: holder.receivedUsd,
          holder_moic: holder.moic,
          section: 'payout',
          holder_irr: rateCell(exit.returns[at]),
        },
      ]
    }),
  )

/** What is paid before the owners: one row each, also where it is nothing. */
const beforeRows = ({ terms, paidAs, split }: ReportedExit): readonly DealRow[] =>
  (
    [
      ['debt', split.debtUsd],
      ['costs', split.costsUsd],
      ['carve_out', split.carveOutUsd],
    ] as const
  ).map(([kind, payoutUsd]) => ({
    exit_price_usd: terms.priceUsd,
    paid_as: paidAs,
    class: kind,
    class_kind: kind,
    payout_usd: payoutUsd,
    section: 'paid_before',
  }))

/** Every payout of every exit, and what is paid before: together the exit price. */
export const payoutRows = (report: DealReport, delimiter: Delimiter): readonly DealRow[] =>
  report.exits.flatMap((exit) => [...holderRows(exit, report, delimiter), ...beforeRows(exit)])
