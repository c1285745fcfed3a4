import type { Language } from '../text/language.ts'
import { classText } from './class-text.ts'
import { sayDeal } from './deal-messages.ts'
import { centsText, needCents, shareCents, wholeCents } from './deal-numbers.ts'
import type { DealReport, ReportedExit } from './deal-report.ts'
import type { BandTable } from './draw-bands.ts'
import { holderText } from './holder-text.ts'
import { priceTitles } from './price-titles.ts'

/** What is paid before the owners, in the order of payment. */
const before = [
  { key: 'debt', of: ({ split }: ReportedExit): number => split.debtUsd },
  { key: 'costs', of: ({ split }: ReportedExit): number => split.costsUsd },
  { key: 'carveOut', of: ({ split }: ReportedExit): number => split.carveOutUsd },
] as const

const nothing = '0'

/** One price as a column: amounts in cents that add up to it, each with a mark or none. */
interface Column {
  readonly cents: readonly number[]
  readonly marks: readonly string[]
}

/** Rows of amounts, in cents where any amount of the page is no whole dollar. */
const amountTable = (
  exits: readonly ReportedExit[],
  names: readonly string[],
  columns: readonly Column[],
  lang: Language,
): BandTable => {
  const hasCents = columns.map(({ cents }) => needCents(cents))
  const isMarked = columns.some(({ marks }) => marks.some((mark) => mark !== ''))
  const cell = (column: Column, at: number, row: number): string => {
    const text = column.cents[row] === 0 ? nothing : centsText(column.cents[row], hasCents[at])
    return isMarked ? text + (column.marks[row] === '' ? ' ' : column.marks[row]) : text
  }
  const totals = exits.map(
    ({ terms }, at) => centsText(Math.round(terms.priceUsd * 100), hasCents[at]) + (isMarked ? ' ' : ''),
  )
  const rows = names.map((name, row) => ({
    name,
    cells: columns.map((column, at) => cell(column, at, row)),
  }))
  return {
    nameTitle: sayDeal(lang, 'exitAt'),
    titles: priceTitles(exits, lang).map((title) => title + (isMarked ? ' ' : '')),
    rows: [...rows, { name: sayDeal(lang, 'total'), cells: totals }],
  }
}

/** Names and amounts of what is paid before the owners, where any exit pays it. */
const beforeRows = (
  exits: readonly ReportedExit[],
  lang: Language,
): { readonly names: readonly string[]; readonly of: (exit: ReportedExit) => readonly number[] } => {
  const shown = before.filter(({ of }) => exits.some((exit) => of(exit) > 0))
  return {
    names: shown.map(({ key }) => sayDeal(lang, key)),
    of: (exit) => shown.map(({ of }) => of(exit)),
  }
}

/** Classes that ever get something: the unissued pool has no row. */
const paidClasses = ({ history }: DealReport): readonly number[] =>
  history.atExit.classes.flatMap(({ kind }, place) => (kind === 'available' ? [] : [place]))

/** What each class gets at each exit price, in whole cents that add up to it. */
export const classPayouts = (report: DealReport, lang: Language): BandTable => {
  const { exits, history } = report
  const places = paidClasses(report)
  const others = beforeRows(exits, lang)
  const columns = exits.map((exit): Column => {
    const amounts = places.map((place) => exit.classes[place].amountUsd)
    return {
      cents: wholeCents(exit.terms.priceUsd, [...amounts, ...others.of(exit)]),
      marks: [
        ...places.map((place) => (exit.classes[place].converts === true ? '*' : '')),
        ...others.names.map(() => ''),
      ],
    }
  })
  const names = places.map((place) => classText(history.atExit.classes[place], lang))
  return amountTable(exits, [...names, ...others.names], columns, lang)
}

/** Cents of each holder: every class shares its own cents out, so that both tables agree to the cent. */
const holderCents = ({ holders, classes }: ReportedExit, cents: readonly number[]): readonly number[] => {
  const byClass = classes.map((_, place) =>
    shareCents(
      cents[place],
      holders.map(({ byClassUsd }) => byClassUsd[place]),
    ),
  )
  return holders.map((_, holder) => byClass.reduce((sum, parts) => sum + parts[holder], 0))
}

/** What each holder gets at each exit price, in whole cents that add up to it. */
export const holderPayouts = ({ exits }: DealReport, lang: Language): BandTable => {
  const others = beforeRows(exits, lang)
  const names = exits[0]?.holders.map(({ holder }) => holderText(holder, lang)) ?? []
  const columns = exits.map((exit): Column => {
    const amounts = exit.classes.map(({ amountUsd }) => amountUsd)
    const all = wholeCents(exit.terms.priceUsd, [...amounts, ...others.of(exit)])
    const cents = [...holderCents(exit, all), ...all.slice(amounts.length)]
    return { cents, marks: cents.map(() => '') }
  })
  return amountTable(exits, [...names, ...others.names], columns, lang)
}
