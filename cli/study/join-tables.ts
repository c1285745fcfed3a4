import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unfinishedSuffix } from '../files/index.ts'
import type { Digest, FileWriter } from '../files/index.ts'
import type { JoinOrder } from './join-order.ts'
import { readShardLabel, shardName, shardsName } from './shard-folder.ts'
import { DamagedResult } from './study-error.ts'
import type { TableFile, TableName } from './study-program.ts'

const pieceBytes = 1 << 20

/**
 * Joins the parts of each table under its header, in the order of the shards; the tables get their names when all
 * of them are whole and on the disk.
 *
 * Fails: `FileError`; `DamagedResult` if a shard is no longer what it was.
 */
export async function joinTables<Input, Summary>(
  order: JoinOrder<Input, Summary>,
): Promise<readonly TableFile[]> {
  const joins = await Promise.allSettled(order.tables.map((table) => joinTable(order, table)))
  const tables = joins.map((join) => {
    if (join.status === 'rejected') throw join.reason
    return join.value
  })
  for (const { path } of tables) {
    await order.files.rename(join(order.directory, path + unfinishedSuffix), join(order.directory, path))
  }
  return tables
}

async function joinTable<Input, Summary>(
  order: JoinOrder<Input, Summary>,
  table: TableName,
): Promise<TableFile> {
  const path = `${table}.csv`
  const writer = await order.files.openWriter(join(order.directory, path + unfinishedSuffix))
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
): Promise<Digest & { readonly rowCount: number }> {
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
    const part = await expectPart(order, index, `${table}.csv`)
    const before = bytes
    for await (const piece of order.files.readPieces(part.path, pieceBytes)) await append(piece)
    if (bytes - before !== part.bytes) throw makeDamage(order.directory, part.path)
    rowCount += part.rows
  }
  return { bytes, sha256: hash.digest('hex'), rowCount }
}

async function expectPart<Input, Summary>(
  order: JoinOrder<Input, Summary>,
  index: number,
  name: string,
): Promise<{ readonly path: string; readonly bytes: number; readonly rows: number }> {
  const folder = join(order.directory, shardsName, shardName(index))
  const path = join(folder, name)
  const file = (await readShardLabel(order.files, folder))?.files[name]
  if (file === undefined) throw makeDamage(order.directory, path)
  return { path, bytes: file.bytes, rows: file.rows }
}

const makeDamage = (path: string, file: string): DamagedResult =>
  new DamagedResult({
    path,
    file,
    message: `${file} was changed while the study ran; run the same command again to compute its shard anew`,
  })
