import type { DealClass, DealStage } from '../../engine/finance/index.ts'
import { renderDay } from '../../scenarios/index.ts'
import { dataCell } from './data-cell.ts'
import type { DealRow, Delimiter } from './deal-columns.ts'

const isOwed = ({ kind }: DealClass): boolean => kind === 'safe' || kind === 'note'

const convertedPart = ({ shares, convertedShares }: DealClass, held: number): number =>
  shares > 0 ? (held / shares) * convertedShares : 0

/** Who holds what at the start and after each round: one row a stage, holder and class. */
export const capTableRows = (stages: readonly DealStage[], delimiter: Delimiter): readonly DealRow[] =>
  stages.flatMap(({ name, day, classes }) => {
    const all = classes.reduce((sum, one) => sum + one.convertedShares, 0)
    return classes.flatMap((one) =>
      one.holders.map(({ holder, shares }): DealRow => {
        const diluted = convertedPart(one, shares)
        return {
          section: 'cap_table',
          stage: name === null ? 'start' : dataCell(name, delimiter),
          date: day === null ? null : renderDay(day),
          holder: dataCell(holder, delimiter),
          class: dataCell(one.name, delimiter),
          class_kind: one.kind,
          ...(isOwed(one)
            ? { owed_usd: shares }
            : { shares, fully_diluted_shares: diluted, share: diluted / all }),
        }
      }),
    )
  })
