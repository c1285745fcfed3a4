import { join } from 'node:path'
import { digestOf, lockName, unfinishedSuffix } from '../files/index.ts'
import type { Files } from '../files/index.ts'
import { manifestName, orderTables, parseManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { partialName, shardsName } from './shard-folder.ts'
import { DamagedResult, NotAResultFolder } from './study-error.ts'
import type { IdentityDifference } from './study-error.ts'
import { tableNames } from './study-program.ts'
import type { StudyRequest } from './study-request.ts'

/** Names of the files of a result that are no table. */
export const summaryName = 'summary.json'
export const dataPackageName = 'datapackage.json'
export const scenarioName = 'scenario.yaml'

/** What stands where a result should go. */
export type FolderFinding =
  /** Nothing, or an empty folder. */
  | { readonly kind: 'free' }
  | { readonly kind: 'result'; readonly manifest: Manifest }
  /** Somebody's: not to be touched. */
  | { readonly kind: 'foreign'; readonly reason: string }

/** Looks at a folder without changing it. */
export async function inspectResultFolder(files: Files, directory: string): Promise<FolderFinding> {
  const found = await files.inspect(directory)
  if (found === null) return { kind: 'free' }
  if (!found.isFolder) return { kind: 'foreign', reason: 'is a file, not a folder' }
  const names = await files.list(directory)
  if (names.includes(manifestName)) return readResult(files, directory)
  const others = names.filter((name) => !isScaffold(name))
  if (others.length === 0) return { kind: 'free' }
  return { kind: 'foreign', reason: `is not a result: it has no ${manifestName}, but ${others[0]}` }
}

/** What a study that was killed before its first manifest may leave. */
const isScaffold = (name: string): boolean =>
  name.startsWith(lockName) || name === manifestName + unfinishedSuffix

async function readResult(files: Files, directory: string): Promise<FolderFinding> {
  const text = Buffer.from(await files.read(join(directory, manifestName))).toString('utf8')
  const manifest = parseManifest(text)
  if (manifest !== null) return { kind: 'result', manifest }
  return { kind: 'foreign', reason: `has a ${manifestName} that is damaged or not of froth` }
}

/** The error for a folder that is not ours. */
export const makeForeignError = (path: string, reason: string): NotAResultFolder =>
  new NotAResultFolder({
    path,
    message: `${path} ${reason}; it was left as it is: use -o to write elsewhere`,
  })

/** In what the study of a folder is not the one asked for; empty if they agree. */
export function compareIdentity(
  manifest: Manifest,
  request: StudyRequest<unknown>,
): readonly IdentityDifference[] {
  const pairs: readonly IdentityDifference[] = [
    { item: 'scenario hash', found: manifest.scenario.sha256, asked: request.scenarioSha256 },
    { item: 'seed', found: String(manifest.seed), asked: String(request.seed) },
    { item: 'runs', found: String(manifest.runs), asked: String(request.runs) },
    { item: 'build', found: manifest.build, asked: request.build },
    { item: 'tables', found: manifest.tables.join(','), asked: orderTables(request.tables).join(',') },
  ]
  return pairs.filter(({ found, asked }) => found !== asked)
}

/** Digest that stamps the shards of a study. */
export const stampStudy = (request: StudyRequest<unknown>): string =>
  digestOf(
    JSON.stringify([
      request.scenarioSha256,
      request.seed,
      request.runs,
      request.build,
      orderTables(request.tables),
    ]),
  ).sha256

/** Everything in a result folder that a study makes, other than manifest and lock. */
const derivedNames: readonly string[] = [
  shardsName,
  ...[
    ...tableNames.map((table) => `${table}.csv`),
    partialName,
    summaryName,
    dataPackageName,
    scenarioName,
  ].flatMap((name) => [name, name + unfinishedSuffix]),
]

/** Removes what a study made; files of anybody else stay. */
export async function clearResult(files: Files, directory: string): Promise<void> {
  for (const name of derivedNames) await files.remove(join(directory, name))
}

/** Checks that the tables of a finished result are there and as long as its manifest says. */
export async function findDamage(
  files: Files,
  directory: string,
  manifest: Manifest,
): Promise<DamagedResult | null> {
  for (const file of manifest.files.filter(({ rows }) => rows !== null)) {
    const found = await files.inspect(join(directory, file.path))
    if (found === null) return makeDamage(directory, file.path, 'is gone')
    if (found.bytes !== file.bytes) {
      return makeDamage(directory, file.path, `has ${found.bytes} bytes instead of ${file.bytes}`)
    }
  }
  return null
}

/** The content of a JSON file of a finished result, if it still is what its manifest says. */
export async function readIntact(
  files: Files,
  directory: string,
  manifest: Manifest,
  name: string,
): Promise<unknown> {
  const path = join(directory, name)
  if ((await files.inspect(path)) === null) return makeDamage(directory, name, 'is gone')
  const data = await files.read(path)
  const expected = manifest.files.find((file) => file.path === name)
  if (digestOf(data).sha256 !== expected?.sha256) {
    return makeDamage(directory, name, 'does not match its checksum')
  }
  return JSON.parse(Buffer.from(data).toString('utf8')) as unknown
}

const makeDamage = (path: string, file: string, what: string): DamagedResult =>
  new DamagedResult({
    path,
    file,
    message: `${path}: ${file} ${what} since the study was finished; --fresh computes it again`,
  })
