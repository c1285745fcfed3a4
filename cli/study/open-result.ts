import { isAbsolute, join } from 'node:path'
import * as Effect from 'effect/Effect'
import type { FileError, Files } from '../files/index.ts'
import { attemptFiles } from './attempt.ts'
import { summariseShards } from './join-outputs.ts'
import { listFinishedShards, listResults, readStoredResult } from './list-results.ts'
import type { StoredResult } from './list-results.ts'
import { inspectResultFolder, makeForeignError, readIntact, summaryName } from './result-folder.ts'
import { AmbiguousResult, DamagedResult, ResultNotFound } from './study-error.ts'
import type { NotAResultFolder, ResultError } from './study-error.ts'
import type { StudyReporter } from './study-program.ts'

/** A stored result with its summary; null if not one shard of it is finished. */
export interface OpenedResult<Summary> extends StoredResult {
  readonly summary: Summary | null
}

/** Where to look, and how to summarise a result that is not finished. */
export interface OpenOrder<Input, Summary> {
  readonly files: Files
  /** `last`, `last~1`, a prefix of an id, or the path of a folder. */
  readonly reference: string
  /** The folder that holds results. */
  readonly directory: string
  readonly reporter: StudyReporter<Input, Summary>
  /** The scenario of a result, from the text in its manifest. */
  readonly loadScenario: (text: string) => Input
}

/**
 * Finds a stored result and its summary: as stored if it is finished, else that of its finished shards.
 *
 * Fails: see `ResultError`.
 */
export const openResult = <Input, Summary>(
  order: OpenOrder<Input, Summary>,
): Effect.Effect<OpenedResult<Summary>, ResultError> =>
  Effect.gen(function* () {
    const result = yield* findResult(order.files, order.reference, order.directory)
    const isComplete = result.manifest.status === 'complete'
    const summary = yield* isComplete
      ? readFinished<Summary>(order.files, result)
      : summarisePart(order, result)
    return { ...result, summary }
  })

/** Finds a stored result without reading its summary. */
export const findResult = (
  files: Files,
  reference: string,
  directory: string,
): Effect.Effect<StoredResult, ResultError> => {
  const back = /^last(?:~(\d+))?$/u.exec(reference)
  if (back !== null) return findLatest(files, reference, directory, Number(back[1] ?? 0))
  if (isPath(reference)) return findAtPath(files, reference)
  return findById(files, reference, directory)
}

const isPath = (reference: string): boolean => isAbsolute(reference) || /[/\\]|^\.{1,2}$/u.test(reference)

const findLatest = Effect.fn(function* (
  files: Files,
  reference: string,
  directory: string,
  stepsBack: number,
) {
  const results = yield* attemptFiles(() => listResults(files, directory))
  if (stepsBack < results.length) return results[stepsBack]
  const found =
    results.length === 0 ? 'no results' : `only ${results.length} result${results.length === 1 ? '' : 's'}`
  return yield* new ResultNotFound({
    reference,
    message: `${reference}: there ${results.length === 1 ? 'is' : 'are'} ${found} in ${directory}`,
  })
})

const findById = Effect.fn(function* (files: Files, reference: string, directory: string) {
  const results = yield* attemptFiles(() => listResults(files, directory))
  const isPrefix = /^[0-9a-f]+$/u.test(reference)
  const matches = isPrefix ? results.filter(({ manifest }) => manifest.id.startsWith(reference)) : []
  const ids = new Set(matches.map(({ manifest }) => manifest.id))
  // The same study in two folders is one result: the latest is as good as the other.
  if (ids.size === 1) return matches[0]
  if (ids.size > 1) return yield* makeAmbiguous(reference, [...ids])
  const below = yield* attemptFiles(
    async () => (await readHere(files, reference)) ?? readHere(files, join(directory, reference)),
  )
  if (below !== null) return below
  return yield* makeNotFound(reference, directory, results)
})

const readHere = async (files: Files, path: string): Promise<StoredResult | null> =>
  (await files.inspect(path))?.isFolder === true ? readStoredResult(files, path) : null

const findAtPath = (
  files: Files,
  path: string,
): Effect.Effect<StoredResult, ResultNotFound | NotAResultFolder | FileError> =>
  Effect.gen(function* () {
    const result = yield* attemptFiles(() => readStoredResult(files, path))
    if (result !== null) return result
    if ((yield* attemptFiles(() => files.inspect(path))) === null) {
      return yield* new ResultNotFound({ reference: path, message: `${path}: no such folder` })
    }
    const finding = yield* attemptFiles(() => inspectResultFolder(files, path))
    return yield* makeForeignError(path, finding.kind === 'foreign' ? finding.reason : 'is empty')
  })

function makeAmbiguous(reference: string, candidates: readonly string[]): AmbiguousResult {
  const message = `${reference} could be ${candidates.join(' or ')}: give more of the id`
  return new AmbiguousResult({ reference, candidates, message })
}

function makeNotFound(
  reference: string,
  directory: string,
  results: readonly StoredResult[],
): ResultNotFound {
  const known = results.slice(0, 5).map(({ manifest }) => manifest.id)
  const there = known.length === 0 ? 'it holds no results' : `the latest there are ${known.join(', ')}`
  return new ResultNotFound({ reference, message: `no result ${reference} in ${directory}; ${there}` })
}

const readFinished = <Summary>(
  files: Files,
  { directory, manifest }: StoredResult,
): Effect.Effect<Summary, DamagedResult | FileError> =>
  Effect.gen(function* () {
    const read = yield* attemptFiles(() => readIntact(files, directory, manifest, summaryName))
    if (read instanceof DamagedResult) return yield* read
    return read as Summary
  })

const summarisePart = <Input, Summary>(
  { files, reporter, loadScenario }: OpenOrder<Input, Summary>,
  { directory, manifest }: StoredResult,
): Effect.Effect<Summary | null, FileError> =>
  attemptFiles(async () => {
    const finished = await listFinishedShards(files, directory, manifest)
    if (finished.length === 0) return null
    const { id, seed, runs } = manifest
    const identity = { id, seed, runs, scenarioSha256: manifest.scenario.sha256 }
    const scenario = loadScenario(manifest.scenario.text)
    return summariseShards({ files, directory, reporter, scenario, identity }, finished)
  })
