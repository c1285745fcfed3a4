import { join } from 'node:path'
import type { Shard } from '../../engine/study/index.ts'
import { digestOf, FileError, hashFile } from '../files/index.ts'
import type { Digest, Files } from '../files/index.ts'
import type { RunFailure } from './run-failure.ts'

/** Folder of the shards within a result folder; gone once the outputs are joined. */
export const shardsName = 'shards'
/** The partial summary: of a shard in its folder, of all shards in the result folder. */
export const partialName = 'partial.json'
const labelName = 'shard.json'
const schema = 'froth.shard/1'

/** A file of a shard. `rows` is 0 for the partial summary. */
export interface ShardFile extends Digest {
  readonly rows: number
}

/** What a shard folder says of itself; a shard is finished when its folder has its final name. */
export interface ShardLabel extends Shard {
  readonly schema: typeof schema
  /** Digest of the study's identity: a shard of another study is no shard of this one. */
  readonly study: string
  readonly failedRuns: number
  /** The first failed runs. */
  readonly failures: readonly RunFailure[]
  readonly events: number
  readonly startupMonths: number
  readonly simulationSeconds: number
  readonly seconds: number
  readonly files: Readonly<Record<string, ShardFile>>
}

/** How many failed runs are kept by their messages, in a shard and in a manifest. */
export const keptFailures = 20

/**
 * Name of a shard's folder.
 *
 * @example shardName(12) // => '00012'
 */
export const shardName = (index: number): string => String(index).padStart(5, '0')

/** Name of the same folder while it is being filled. */
export const unfinishedShardName = (index: number, writer: string): string =>
  `${shardName(index)}.tmp-${writer}`

/** Writes the label: the last file of a shard, with a digest of its own. */
export async function writeShardLabel(
  files: Files,
  folder: string,
  content: Omit<ShardLabel, 'schema'>,
): Promise<ShardLabel> {
  const label = { schema, ...content } as const
  const text = JSON.stringify(label)
  await files.write(join(folder, labelName), `{"sha256":"${digestOf(text).sha256}","content":${text}}\n`)
  return label
}

/** What is found where a shard should be. */
export type ShardFinding =
  | { readonly status: 'sound'; readonly label: ShardLabel; readonly partial: unknown }
  | { readonly status: 'missing' }
  | { readonly status: 'damaged'; readonly reason: string }

/** Looks at a shard's folder and checks every byte of it against its label. */
export async function inspectShard(
  files: Files,
  shardsFolder: string,
  study: string,
  shard: Shard,
): Promise<ShardFinding> {
  const folder = join(shardsFolder, shardName(shard.index))
  if ((await files.inspect(folder)) === null) return { status: 'missing' }
  const label = await readShardLabel(files, folder)
  if (label === null) return { status: 'damaged', reason: `${labelName} is missing or damaged` }
  if (!isLabelOf(label, study, shard)) return { status: 'damaged', reason: 'it belongs to another study' }
  const bad = await findBadFile(files, folder, label)
  if (bad !== null) return { status: 'damaged', reason: bad }
  return { status: 'sound', label, partial: await readPartial(files, shardsFolder, shard.index) }
}

/** Reads the partial summary of a finished shard. */
export async function readPartial(files: Files, shardsFolder: string, index: number): Promise<unknown> {
  const bytes = await files.read(join(shardsFolder, shardName(index), partialName))
  return JSON.parse(Buffer.from(bytes).toString('utf8'))
}

/** The label of a finished shard, or null if it is missing or damaged. */
export async function readShardLabel(files: Files, folder: string): Promise<ShardLabel | null> {
  const text = await readIfThere(files, join(folder, labelName))
  const found = /^\{"sha256":"([0-9a-f]{64})","content":(.*)\}\n$/su.exec(text)
  if (found === null || digestOf(found[2]).sha256 !== found[1]) return null
  return JSON.parse(found[2]) as ShardLabel
}

async function readIfThere(files: Files, path: string): Promise<string> {
  try {
    return Buffer.from(await files.read(path)).toString('utf8')
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') return ''
    throw error
  }
}

const isLabelOf = (label: ShardLabel, study: string, shard: Shard): boolean =>
  label.schema === schema &&
  label.study === study &&
  label.index === shard.index &&
  label.firstRun === shard.firstRun &&
  label.runCount === shard.runCount

async function findBadFile(files: Files, folder: string, label: ShardLabel): Promise<string | null> {
  for (const [name, expected] of Object.entries(label.files)) {
    const path = join(folder, name)
    if ((await files.inspect(path)) === null) return `${name} is missing`
    const found = await hashFile(files, path)
    if (found.bytes !== expected.bytes) return `${name} has ${found.bytes} bytes instead of ${expected.bytes}`
    if (found.sha256 !== expected.sha256) return `${name} does not match its checksum`
  }
  return null
}
