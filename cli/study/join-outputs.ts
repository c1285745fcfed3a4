import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { digestOf, unfinishedSuffix, writeAtomically } from '../files/index.ts'
import type { Files, FileWriter } from '../files/index.ts'
import type { ResultFile } from './manifest.ts'
import { dataPackageName, scenarioName, summaryName } from './result-folder.ts'
import { readPartial, readShardLabel, shardName, shardsName } from './shard-folder.ts'
import { DamagedResult } from './study-error.ts'
import type { StudyIdentity, StudyReporter, TableFile, TableName } from './study-program.ts'

/** A study whose shards are all there. */
export interface JoinOrder<Input, Summary> {
  readonly files: Files
  readonly directory: string
  readonly reporter: StudyReporter<Input, Summary>
  readonly scenario: Input
  readonly scenarioText: string
  readonly identity: StudyIdentity
  readonly tables: readonly TableName[]
  readonly shardCount: number
}

/** The summary and every file made. */
export interface Joined<Summary> {
  readonly summary: Summary
  readonly files: readonly ResultFile[]
}

const pieceBytes = 1 << 20

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
  const tables: TableFile[] = []
  for (const table of order.tables) tables.push(await joinTable(order, table))
  for (const { path } of tables) {
    await order.files.rename(join(order.directory, path + unfinishedSuffix), join(order.directory, path))
  }
  const indices = Array.from({ length: order.shardCount }, (_, index) => index)
  const summary = await summariseShards(order, indices)
  const texts: readonly (readonly [string, string])[] = [
    [scenarioName, order.scenarioText],
    [summaryName, order.reporter.renderSummary(summary)],
    [dataPackageName, order.reporter.renderDataPackage(tables, order.identity)],
  ]
  for (const [name, text] of texts) await writeAtomically(order.files, join(order.directory, name), text)
  return {
    summary,
    files: [...tables.map(toResultFile), ...texts.map(([name, text]) => describe(name, text))],
  }
}

/** Merges the partial summaries of shards in the order given: the order decides the last bits. */
export async function summariseShards<Input, Summary>(
  order: Pick<JoinOrder<Input, Summary>, 'files' | 'directory' | 'reporter' | 'scenario' | 'identity'>,
  indices: readonly number[],
): Promise<Summary> {
  const merger = order.reporter.startSummary(order.scenario)
  const folder = join(order.directory, shardsName)
  for (const index of indices) merger.merge(await readPartial(order.files, folder, index))
  return merger.summarise(order.identity)
}

/** Gives a full disk its space back; where even that fails, the next session overwrites what is left. */
async function removeUnfinished<Input, Summary>(order: JoinOrder<Input, Summary>): Promise<void> {
  const names = [...order.tables.map((table) => `${table}.csv`), scenarioName, summaryName, dataPackageName]
  const removals = names.map((name) => order.files.remove(join(order.directory, name + unfinishedSuffix)))
  await Promise.allSettled(removals)
}

async function joinTable<Input, Summary>(
  order: JoinOrder<Input, Summary>,
  table: TableName,
): Promise<TableFile> {
  const path = `${table}.csv`
  const unfinished = join(order.directory, path + unfinishedSuffix)
  const writer = await order.files.openWriter(unfinished)
  try {
    const joined = await appendShards(order, table, writer)
    await writer.flush()
    return { table, path, ...joined }
  } finally {
    await writer.close()
  }
}

async function appendShards<Input, Summary>(
  order: JoinOrder<Input, Summary>,
  table: TableName,
  writer: FileWriter,
): Promise<{ bytes: number; sha256: string; rowCount: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  let rowCount = 0
  const append = async (piece: Uint8Array): Promise<void> => {
    hash.update(piece)
    bytes += piece.byteLength
    await writer.append(piece)
  }
  await append(Buffer.from(order.reporter.renderHeader(table)))
  for (let index = 0; index < order.shardCount; index += 1) {
    const expected = await expectPart(order, index, `${table}.csv`)
    const before = bytes
    for await (const piece of order.files.readPieces(expected.path, pieceBytes)) await append(piece)
    if (bytes - before !== expected.bytes) throw makeDamage(order.directory, expected.path)
    rowCount += expected.rows
  }
  return { bytes, sha256: hash.digest('hex'), rowCount }
}

async function expectPart<Input, Summary>(
  order: JoinOrder<Input, Summary>,
  index: number,
  name: string,
): Promise<{ path: string; bytes: number; rows: number }> {
  const folder = join(order.directory, shardsName, shardName(index))
  const file = (await readShardLabel(order.files, folder))?.files[name]
  if (file === undefined) throw makeDamage(order.directory, join(folder, name))
  return { path: join(folder, name), bytes: file.bytes, rows: file.rows }
}

const makeDamage = (path: string, file: string): DamagedResult =>
  new DamagedResult({
    path,
    file,
    message: `${file} was changed while the study ran; run the same command again to compute its shard anew`,
  })

const toResultFile = ({ path, bytes, sha256, rowCount }: TableFile): ResultFile => ({
  path,
  bytes,
  sha256,
  rows: rowCount,
})

const describe = (path: string, text: string): ResultFile => ({ path, ...digestOf(text), rows: null })
