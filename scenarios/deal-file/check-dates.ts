import { listSeries } from './assemble-deal.ts'
import { renderDay } from './day.ts'
import { found, type Found } from './found.ts'
import type { Part } from './part.ts'
import { namedConvertibles } from './read-convertibles.ts'

interface Dated {
  readonly name: string
  readonly part: Part
  readonly day: number
}

const withDay = ({ name, part }: { name: string; part: Part }): readonly Dated[] => {
  const day = part.number('date')
  return day === null ? [] : [{ name, part, day }]
}

const outOfOrder = (part: Part, field: string, name: string, day: number, other: Dated): Found =>
  found([...part.path, field], 'F130', {
    name,
    date: renderDay(day),
    other: other.name,
    otherDate: renderDay(other.day),
  })

/** Series and rounds stand oldest first; nothing comes after the exit; a note falls due after it was made. */
export const checkDates = (root: Part): readonly Found[] => {
  const series = listSeries(root).flatMap(withDay)
  const convertibles = namedConvertibles(root)
  const inOrder = series.flatMap((one, index) => {
    const before = series[index - 1]
    return before !== undefined && one.day < before.day
      ? [outOfOrder(one.part, 'date', one.name, one.day, before)]
      : []
  })
  const due = convertibles.flatMap(withDay).flatMap((one) => {
    const maturity = one.part.number('maturity')
    return maturity !== null && maturity < one.day
      ? [outOfOrder(one.part, 'maturity', `${one.name}: maturity`, maturity, one)]
      : []
  })
  return [...inOrder, ...due, ...checkExit(root, [...series, ...convertibles.flatMap(withDay)])]
}

const checkExit = (root: Part, all: readonly Dated[]): readonly Found[] => {
  const exit = root.group('exit')
  const day = exit.number('date')
  const last = all.reduce<Dated | null>(
    (latest, one) => (latest !== null && latest.day >= one.day ? latest : one),
    null,
  )
  return day !== null && last !== null && day < last.day ? [outOfOrder(exit, 'date', 'exit', day, last)] : []
}

const needsDate = (part: Part, name: string, because: string): readonly Found[] =>
  part.isSound('date') && part.number('date') === null
    ? [{ ...found(part.path, 'F135', { name, because }), part: 'key' }]
    : []

/** Interest and dividends run between days, so these must be known where there are any. */
export const checkAccrual = (root: Part): readonly Found[] => {
  const rounds = root.list('rounds').map((part) => ({ name: part.word('name', ''), part }))
  const notes = namedConvertibles(root).filter(({ part }) => (part.number('interest') ?? 0) > 0)
  const paysDividend = ({ part }: { part: Part }): boolean => (part.group('dividend').number('rate') ?? 0) > 0
  const paying = listSeries(root).filter(paysDividend)
  const [because] = [...notes, ...paying].map(({ name }) => name)
  if (because === undefined) return []
  const converting = notes.length === 0 ? [] : rounds.filter((one) => !paysDividend(one))
  const isLeftOver = (day: number | null): boolean =>
    !rounds.some(({ part }) => (part.number('date') ?? Infinity) >= (day ?? -Infinity))
  const isPaidAtExit = paying.length > 0 || notes.some(({ day }) => isLeftOver(day))
  return [
    ...[...notes, ...paying].flatMap(({ part, name }) => needsDate(part, name, name)),
    ...converting.flatMap(({ part, name }) => needsDate(part, name, because)),
    ...(isPaidAtExit ? needsDate(root.group('exit'), 'exit', because) : []),
  ]
}
