import type { Shard } from '../../engine/study/index.ts'
import { tableNames } from './study-program.ts'
import type { TableName } from './study-program.ts'
import type { RunFailure } from './run-failure.ts'

/** Name of the manifest within a result folder: a folder that has one is a result. */
export const manifestName = 'manifest.json'
export const manifestSchema = 'froth.manifest/1'

/** Time and memory: outside the promise of equal bytes. */
export interface StudyTiming {
  readonly startedAt: string
  readonly finishedAt: string
  /** Of the last session; `cpuSeconds` likewise, over all threads. */
  readonly wallSeconds: number
  readonly cpuSeconds: number
  readonly peakRssBytes: number
  /** Worker threads of the last session. */
  readonly jobs: number
  /** Runs computed in the last session; the others were there. */
  readonly computedRuns: number
  readonly runsPerSecond: number
  /** Of all shards, whoever computed them. */
  readonly events: number
  /** Seconds in the model, summed over workers; then with rendering and writing. */
  readonly simulationSeconds: number
  readonly shardSeconds: number
  /** For each core: events over simulationSeconds. */
  readonly eventsPerSecond: number
  /** For each core, over simulationSeconds; 0 if the program counts no startups. */
  readonly startupMonthsPerSecond: number
}

/** A file of the result. `rows` is null where the word has no meaning. */
export interface ResultFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly rows: number | null
}

/** A row of the shard table; the counts are null until it is known. */
export interface ShardRow extends Shard {
  readonly failedRuns: number | null
  readonly events: number | null
  readonly seconds: number | null
}

/** What a result folder says of itself: written first, and last. */
export interface Manifest {
  readonly schema: typeof manifestSchema
  readonly id: string
  readonly name: string
  /** `running` is also what a killed study leaves. */
  readonly status: 'running' | 'stopped' | 'complete'
  readonly froth: string
  readonly build: string
  readonly command: string
  readonly seed: number
  readonly runs: number
  readonly tables: readonly TableName[]
  readonly scenario: { readonly sha256: string; readonly text: string }
  /** When the last session began. */
  readonly startedAt: string
  /** Null while unknown. */
  readonly doneRuns: number | null
  readonly failedRuns: number | null
  /** The first failed runs. */
  readonly failures: readonly RunFailure[]
  readonly files: readonly ResultFile[]
  readonly timing: StudyTiming | null
  readonly shards: readonly ShardRow[]
}

/** Tables in their fixed order, each once. */
export const orderTables = (tables: readonly TableName[]): readonly TableName[] =>
  tableNames.filter((name) => tables.includes(name))

/** Text of a manifest: indented JSON, the shard table last and a line for each shard. */
export function renderManifest(manifest: Manifest): string {
  const { shards, ...rest } = manifest
  const rows = shards.map((shard) => `    ${JSON.stringify(shard)}`).join(',\n')
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "shards": [\n${rows}\n  ]\n}\n`
}

/** A manifest of ours from its text, or null if it is not one. */
export function parseManifest(text: string): Manifest | null {
  try {
    const value = JSON.parse(text) as Partial<Manifest> | null
    return value !== null && isManifest(value) ? (value as Manifest) : null
  } catch {
    return null
  }
}

function isManifest(value: Partial<Manifest>): boolean {
  const texts = [value.id, value.name, value.status, value.froth, value.build, value.startedAt]
  return (
    value.schema === manifestSchema &&
    texts.every((text) => typeof text === 'string') &&
    typeof value.scenario?.sha256 === 'string' &&
    typeof value.scenario.text === 'string' &&
    Number.isSafeInteger(value.runs) &&
    typeof value.seed === 'number' &&
    [value.tables, value.files, value.failures, value.shards].every((list) => Array.isArray(list))
  )
}
