import { join } from 'node:path'
import type { Files } from '../files/index.ts'
import type { Manifest } from './manifest.ts'
import { inspectResultFolder } from './result-folder.ts'
import { shardsName } from './shard-folder.ts'

/** A result in a folder of results. */
export interface StoredResult {
  readonly directory: string
  readonly manifest: Manifest
  /** Of a study that was interrupted: as many as its finished shards hold. */
  readonly doneRuns: number
}

/** The results in a folder, the latest first. Folders that are no results are passed over. Fails: `FileError`. */
export async function listResults(files: Files, directory: string): Promise<readonly StoredResult[]> {
  if ((await files.inspect(directory))?.isFolder !== true) return []
  const results: StoredResult[] = []
  for (const name of await files.list(directory)) {
    const result = await readStoredResult(files, join(directory, name))
    if (result !== null) results.push(result)
  }
  return results.sort(
    (left, right) =>
      compare(right.manifest.startedAt, left.manifest.startedAt) || compare(left.directory, right.directory),
  )
}

/** The result in a folder, or null if it holds none. Fails: `FileError`. */
export async function readStoredResult(files: Files, directory: string): Promise<StoredResult | null> {
  const finding = await inspectResultFolder(files, directory)
  if (finding.kind !== 'result') return null
  const { manifest } = finding
  const finished = await listFinishedShards(files, directory, manifest)
  const done = finished.reduce((sum, index) => sum + manifest.shards[index].runCount, 0)
  return { directory, manifest, doneRuns: manifest.status === 'complete' ? manifest.runs : done }
}

/** Indices of the shards that have their final name, in order. */
export async function listFinishedShards(
  files: Files,
  directory: string,
  manifest: Manifest,
): Promise<readonly number[]> {
  const folder = join(directory, shardsName)
  if ((await files.inspect(folder)) === null) return []
  return (await files.list(folder))
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((index) => index < manifest.shards.length)
    .toSorted((left, right) => left - right)
}

const compare = (left: string, right: string): number => (left < right ? -1 : Number(left > right))
