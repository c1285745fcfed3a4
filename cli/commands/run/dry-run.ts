import type { Scenario } from '../../../scenarios/index.ts'
import type { CommandContext } from '../../context.ts'
import { writeOut } from '../../output.ts'
import type { StudyRequest, TableName } from '../../study/index.ts'
import { formatBytes, formatCount } from '../../text/count.ts'
import { harmless } from '../../text/harmless.ts'

/** Bytes that a run adds to a table: measured on `book`, where a run has about 280 startups in 120 months. */
const bytesPerRun: Readonly<Record<TableName, (months: number) => number>> = {
  runs: () => 135,
  startups: (months) => 330 * months,
  rounds: (months) => 230 * months,
  market: (months) => 135 * months,
  funds: () => 5_000,
  panel: (months) => 390 * months,
  events: (months) => 6300 * months,
}

/** How large a table of a study will be, very roughly. Units: bytes. */
export const estimateTableBytes = (table: TableName, runs: number, horizonMonths: number): number =>
  runs * bytesPerRun[table](horizonMonths)

/** Says what a run would do: how many runs of what, where to, and which files of which size. Nothing is touched. */
export const tellDryRun = async (
  request: StudyRequest<Scenario>,
  { words, flags }: CommandContext,
): Promise<void> => {
  const { horizonMonths } = request.scenario
  const tables = request.tables.map((table) => ({
    path: `${table}.csv`,
    bytes: estimateTableBytes(table, request.runs, horizonMonths),
  }))
  if (flags.format === 'json') {
    const { id, name, seed, runs, jobs, outDirectory } = request
    const plan = { schema: 'froth.plan/1', id, name, seed, runs, horizonMonths, jobs, outDirectory, tables }
    return writeOut(`${JSON.stringify(plan, null, 2)}\n`)
  }
  const { dryRun } = words
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0)
  const lines = [
    dryRun.wouldRun(
      formatCount(request.runs),
      harmless(request.name),
      horizonMonths,
      request.seed,
      request.jobs,
    ),
    `${dryRun.wouldWrite}  ${harmless(request.outDirectory)}/   ${dryRun.about(formatBytes(total))}`,
    ...tables.map(({ path, bytes }) => `  ${path.padEnd(14)}${dryRun.about(formatBytes(bytes))}`),
    `${dryRun.identity} ${request.id}   ${dryRun.title}`,
  ]
  return writeOut(`${lines.join('\n')}\n`)
}
