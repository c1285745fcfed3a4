import { fundMetrics } from '../../engine/finance/index.ts'
import { renderDay, type CashFlow, type CashFlowList } from '../../scenarios/index.ts'
import type { PositionReturns, ReturnsReport, YearFlows } from './returns-report.ts'

/** Values of the last day that has any; earlier ones are history. */
function lastValues(rows: readonly CashFlow[]): readonly CashFlow[] {
  const values = rows.filter(({ isNetAssetValue }) => isNetAssetValue)
  const last = values.reduce((latest, { day }) => Math.max(latest, day), -Infinity)
  return values.filter(({ day }) => day === last)
}

function groupByName(rows: readonly CashFlow[]): ReadonlyMap<string, readonly CashFlow[]> {
  const groups = new Map<string, CashFlow[]>()
  for (const row of rows) {
    const group = groups.get(row.name)
    if (group === undefined) groups.set(row.name, [row])
    else group.push(row)
  }
  return groups
}

const isFlow = ({ isNetAssetValue }: CashFlow): boolean => !isNetAssetValue

type Levels = ReadonlyMap<number, number>

/** Measures some flows with the values that count; null if there is no flow. */
function measure(
  name: string | null,
  flows: readonly CashFlow[],
  values: readonly CashFlow[],
  levels: Levels,
): PositionReturns {
  const rows = [...flows, ...values]
  const known = rows.flatMap(({ day }) => levels.get(day) ?? [])
  const isComplete = known.length === rows.length
  const metrics = fundMetrics({
    days: flows.map(({ day }) => day),
    amountsUsd: flows.map(({ amountUsd }) => amountUsd),
    netAssetValues: values.map(({ day, amountUsd }) => ({ day, usd: amountUsd })),
    index: isComplete && rows.length > 0 ? known : null,
  })
  return {
    ...metrics,
    name,
    flowCount: flows.length,
    firstDay: rows.reduce((least, { day }) => Math.min(least, day), Infinity),
    lastDay: rows.reduce((most, { day }) => Math.max(most, day), -Infinity),
    isValued: values.length > 0,
    indexGapCount: levels.size === 0 ? 0 : rows.length - known.length,
  }
}

const yearOf = (day: number): number => Number(renderDay(day).slice(0, 4))

function sumYears(flows: readonly CashFlow[]): readonly YearFlows[] {
  const years = flows.map(({ day }) => yearOf(day))
  const first = years.reduce((least, year) => Math.min(least, year), Infinity)
  const last = years.reduce((most, year) => Math.max(most, year), -Infinity)
  const paidIn = Array.from({ length: last - first + 1 }, () => 0)
  const received = paidIn.map(() => 0)
  flows.forEach(({ amountUsd }, i) => {
    if (amountUsd < 0) paidIn[years[i] - first] -= amountUsd
    else received[years[i] - first] += amountUsd
  })
  let cumulativeUsd = 0
  return paidIn.map((paidInUsd, i) => {
    cumulativeUsd += received[i] - paidInUsd
    return { year: first + i, paidInUsd, receivedUsd: received[i], cumulativeUsd }
  })
}

/**
 * Works out what a list of cash flows comes to, for each name and for all together.
 *
 * A value counts if it is of the last day on which its name has one. The index is compared where its level is known on
 * the day of every flow and value, on any row of the file.
 */
export function makeReturnsReport({ rows, hasIndex, unusedColumns }: CashFlowList): ReturnsReport {
  const levels = new Map(rows.flatMap(({ day, index }) => (index === null ? [] : [[day, index] as const])))
  const byName = groupByName(rows)
  const positions = [...byName].map(([name, own]) =>
    measure(name, own.filter(isFlow), lastValues(own), levels),
  )
  const flows = rows.filter(isFlow)
  const values = [...byName.values()].flatMap(lastValues)
  const unvalued = positions.filter(({ isValued, name }) => !isValued && name !== null)
  return {
    rowCount: rows.length,
    hasIndex,
    unusedColumns,
    positions,
    all: measure(null, flows, values, levels),
    years: sumYears(flows),
    unvalued: values.length === 0 ? [] : unvalued.map(({ name }) => name ?? ''),
  }
}
