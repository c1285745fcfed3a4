import { parseRecords, type PublishedRecord } from './parse-records.ts'
import type { FileProblem } from './file-problem.ts'
import type { PublishedRow, RowIdentity, SkippedRow, Tier, Withheld } from './published-row.ts'
import { readFacts, type PublishedTables } from './read-facts.ts'
import { readReported } from './read-reported.ts'

/** The rows of a file, in its order: those that can be predicted, and those that cannot. */
export type PublishedFile =
  | { readonly ok: true; readonly rows: readonly PublishedRow[]; readonly skipped: readonly SkippedRow[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

const textOr = (value: unknown, otherwise: string | null): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise

const tierOf = (value: unknown): Tier => (value === 'A' || value === 'B' ? value : null)

/** A run has an architecture or a number of tokens; a benchmark has neither. */
const kindOf = (record: PublishedRecord): RowIdentity['kind'] =>
  ['architecture', 'tokens', 'n_accelerators'].some((name) => Object.hasOwn(record, name))
    ? 'run'
    : 'throughput'

/** Words of `energy_scope` for a meter, and for a product of hours and a constant. */
const isEnergyMeasured = (scope: unknown): boolean =>
  typeof scope === 'string' &&
  /measured|metered|\blogs?\b/iu.test(scope) &&
  !/circular|assumed|not measured|\bTDP\b/iu.test(scope)

const identityOf = (record: PublishedRecord, index: number): RowIdentity => ({
  index,
  id: textOr(record['id'], null) ?? `#${index + 1}`,
  set: textOr(record['set'], null),
  tier: tierOf(record['eval_tier']),
  kind: kindOf(record),
  isEnergyMeasured: isEnergyMeasured(record['energy_scope']),
})

/** One copy of a larger job is as full as any other, but its time is not that of the step that the row describes. */
const ofSlice: readonly Withheld[] = (['stepSeconds', 'mfu'] as const).map((quantity) => ({
  quantity,
  reason: { code: 'sliceOfJob' },
}))

/**
 * Reads published runs and benchmarks, in the form of `training-runs.json` or of `throughput-benchmarks.jsonl`. Facts
 * and outcomes are read apart: no outcome and no name reaches `facts`.
 *
 * Throws: nothing, whatever is in the text; a row with a value that cannot be is skipped with its reason.
 */
export function readPublished(text: string, tables: PublishedTables): PublishedFile {
  const parsed = parseRecords(text)
  if (!parsed.ok) return parsed
  const rows: PublishedRow[] = []
  const skipped: SkippedRow[] = []
  for (const [index, record] of parsed.records.entries()) {
    const identity = identityOf(record, index)
    const read = readFacts(record, tables)
    const outcome = readReported(record, 'reason' in read ? null : read.facts)
    if ('reason' in read) skipped.push({ ...identity, reason: read.reason, reported: outcome.reported })
    else {
      const { facts, standIn, isSlice } = read
      rows.push({ ...identity, ...outcome, facts, standIn, unpredicted: isSlice ? ofSlice : [] })
    }
  }
  return { ok: true, rows, skipped }
}
