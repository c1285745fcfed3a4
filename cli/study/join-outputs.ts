import { join } from 'node:path'
import { digestOf, unfinishedSuffix, writeAtomically } from '../files/index.ts'
import type { JoinOrder } from './join-order.ts'
import { joinTables } from './join-tables.ts'
import type { ResultFile } from './manifest.ts'
import { dataPackageName, scenarioName, summaryName } from './result-folder.ts'
import { partialName, readPartial, shardsName } from './shard-folder.ts'
import type { TableFile, TableName } from './study-program.ts'

/** The summary and every file made. */
export interface Joined<Summary> {
  readonly summary: Summary
  readonly files: readonly ResultFile[]
}

/**
 * Makes the outputs of a study from its shards, in index order. Each file gets its name when it is whole and on
 * the disk; to begin again after a crash is harmless.
 *
 * Fails: `FileError`; `DamagedResult` if a shard is no longer what it was.
 */
export async function joinOutputs<Input, Summary>(
  order: JoinOrder<Input, Summary>,
): Promise<Joined<Summary>> {
  try {
    return await joinAll(order)
  } catch (error) {
    await removeUnfinished(order)
    throw error
  }
}

async function joinAll<Input, Summary>(order: JoinOrder<Input, Summary>): Promise<Joined<Summary>> {
  const tables = await joinTables(order)
  const merged = JSON.stringify(order.mergePartials())
  await writeAtomically(order.files, join(order.directory, partialName), merged)
  const data = [...tables.map(toResultFile), describe(partialName, merged)]
  return tellAgain(order, data, JSON.parse(merged))
}

/**
 * Writes the texts of a study (scenario, summary, codebook) from its merged partial summary alone: the same bytes
 * whenever that is done, and without computing a run when only a name or a gate has changed.
 */
export async function tellAgain<Input, Summary>(
  order: JoinOrder<Input, Summary>,
  files: readonly ResultFile[],
  partial: unknown,
): Promise<Joined<Summary>> {
  const merger = order.reporter.startSummary(order.scenario)
  merger.merge(partial)
  const summary = merger.summarise(order.identity)
  const tables = order.tables.map((table) => findTable(files, table))
  const texts: readonly (readonly [string, string])[] = [
    [scenarioName, order.scenarioText],
    [summaryName, order.reporter.renderSummary(summary)],
    [dataPackageName, order.reporter.renderDataPackage(tables, order.identity)],
  ]
  for (const [name, text] of texts) await writeAtomically(order.files, join(order.directory, name), text)
  const kept = files.filter(({ path }) => !texts.some(([name]) => name === path))
  return { summary, files: [...kept, ...texts.map(([name, text]) => describe(name, text))] }
}

function findTable(files: readonly ResultFile[], table: TableName): TableFile {
  const path = `${table}.csv`
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) throw new RangeError(`findTable: the manifest has no ${path}`)
  return { table, path, rowCount: file.rows ?? 0, bytes: file.bytes, sha256: file.sha256 }
}

/** Merges the partial summaries of shards in the order given: the order decides the last bits. */
export async function summariseShards<Input, Summary>(
  order: MergeOrder<Input, Summary>,
  indices: readonly number[],
): Promise<Summary> {
  const merger = order.reporter.startSummary(order.scenario)
  const folder = join(order.directory, shardsName)
  for (const index of indices) merger.merge(await readPartial(order.files, folder, index))
  return merger.summarise(order.identity)
}

type MergeOrder<Input, Summary> = Pick<
  JoinOrder<Input, Summary>,
  'files' | 'directory' | 'reporter' | 'scenario' | 'identity'
>

/** Gives a full disk its space back; where even that fails, the next session overwrites what is left. */
async function removeUnfinished<Input, Summary>(order: JoinOrder<Input, Summary>): Promise<void> {
  const names = [
    ...order.tables.map((table) => `${table}.csv`),
    partialName,
    scenarioName,
    summaryName,
    dataPackageName,
  ]
  const removals = names.map((name) => order.files.remove(join(order.directory, name + unfinishedSuffix)))
  await Promise.allSettled(removals)
}

const toResultFile = ({ path, bytes, sha256, rowCount }: TableFile): ResultFile => ({
  path,
  bytes,
  sha256,
  rows: rowCount,
})

const describe = (path: string, text: string): ResultFile => ({ path, ...digestOf(text), rows: null })
