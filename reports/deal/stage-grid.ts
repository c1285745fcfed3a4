import type { DealClass, DealStage } from '../../engine/finance/index.ts'

/** A column of a cap table: classes that are shown as one. */
export interface StageColumn {
  readonly kind: 'common' | 'options' | 'series' | 'converted'
  /** Name of the series, or of the round in which SAFEs and notes converted. */
  readonly name: string
  readonly classes: readonly DealClass[]
}

/** A row of a cap table. */
export interface StageRow {
  readonly holder: string
  /** Shares by column, each of its own class. */
  readonly shares: readonly number[]
  /** All of it as common shares after conversion. */
  readonly fullyDilutedShares: number
  /** Part (0-1) of the whole company. */
  readonly share: number
}

/** A cap table as holders by classes. */
export interface StageGrid {
  readonly columns: readonly StageColumn[]
  readonly rows: readonly StageRow[]
  readonly total: StageRow
}

const optionKinds = new Set(['option', 'warrant', 'promised', 'available'])

/** The round in whose name a SAFE or note converted. */
const roundOf = (name: string): string => name.replace(/ \([^()]*(?:\([^()]*\)[^()]*)*\)$/u, '')

const columnOf = (one: DealClass): StageColumn | null => {
  const { kind, name } = one
  if (kind === 'common') return { kind: 'common', name, classes: [one] }
  if (optionKinds.has(kind)) return { kind: 'options', name: 'options', classes: [one] }
  if (kind === 'series') return { kind: 'series', name, classes: [one] }
  return kind === 'shadow_series' ? { kind: 'converted', name: roundOf(name), classes: [one] } : null
}

/** Puts classes that belong together into one column; SAFEs and notes have no shares yet and no column. */
const columnsOf = (classes: readonly DealClass[]): readonly StageColumn[] => {
  const columns: StageColumn[] = []
  for (const one of classes) {
    const column = columnOf(one)
    if (column === null) continue
    const at = columns.findIndex(({ kind, name }) => kind === column.kind && name === column.name)
    if (at < 0) columns.push(column)
    else columns[at] = { ...columns[at], classes: [...columns[at].classes, one] }
  }
  return columns
}

const heldIn = ({ classes }: StageColumn, holder: string): readonly (readonly [DealClass, number])[] =>
  classes.map((one) => [
    one,
    one.holders.filter((holding) => holding.holder === holder).reduce((sum, { shares }) => sum + shares, 0),
  ])

const asConverted = (one: DealClass, shares: number): number =>
  one.shares > 0 ? (shares / one.shares) * one.convertedShares : 0

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Lays a stage out as holders by classes. */
export const stageGrid = ({ classes }: DealStage): StageGrid => {
  const columns = columnsOf(classes)
  const shown = columns.flatMap((column) => column.classes)
  const all = sum(shown.map(({ convertedShares }) => convertedShares))
  const holders = [...new Set(shown.flatMap((one) => one.holders.map(({ holder }) => holder)))]
  const rows = holders.map((holder): StageRow => {
    const held = columns.map((column) => heldIn(column, holder))
    const fullyDilutedShares = sum(held.flat().map(([one, shares]) => asConverted(one, shares)))
    return {
      holder,
      shares: held.map((parts) => sum(parts.map(([, shares]) => shares))),
      fullyDilutedShares,
      share: fullyDilutedShares / all,
    }
  })
  const totals = columns.map((column) => sum(column.classes.map(({ shares }) => shares)))
  return { columns, rows, total: { holder: '', shares: totals, fullyDilutedShares: all, share: 1 } }
}
