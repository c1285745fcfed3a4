import { join } from 'node:path'
import * as Effect from 'effect/Effect'
import { lockFolder, lockName } from '../files/index.ts'
import type { FileError } from '../files/index.ts'
import { attempt, attemptFiles } from './attempt.ts'
import { saveManifest } from './claim-folder.ts'
import { tellAgain } from './join-outputs.ts'
import type { Manifest } from './manifest.ts'
import {
  compareIdentity,
  findDamage,
  inspectResultFolder,
  makeForeignError,
  readIntact,
  summaryName,
} from './result-folder.ts'
import { partialName, shardsName } from './shard-folder.ts'
import { DamagedResult, refuse } from './study-error.ts'
import type { NotAResultFolder, RefusedError } from './study-error.ts'
import type { StudyOutcome } from './study-request.ts'
import type { StudySession } from './study-session.ts'

type ReopenError = RefusedError | NotAResultFolder | DamagedResult | FileError

/**
 * The outcome of a study that is finished already, or null if there is something to do that needs the lock.
 *
 * Fails: if the folder holds another study, or something that is none.
 */
export const reopenStudy = <Input, Summary>(
  session: StudySession<Input, Summary>,
  isLocked: boolean,
): Effect.Effect<StudyOutcome<Summary> | null, ReopenError> =>
  Effect.gen(function* () {
    const { request, environment } = session
    const directory = request.outDirectory
    const finding = yield* attemptFiles(() => inspectResultFolder(environment.files, directory))
    if (finding.kind === 'foreign') return yield* makeForeignError(directory, finding.reason)
    if (finding.kind === 'free' || request.fresh) return null
    const { manifest } = finding
    const differences = compareIdentity(manifest, request)
    if (differences.length > 0) return yield* refuse(directory, differences)
    if (manifest.status !== 'complete') return null
    if (!isLocked) yield* dropLeftovers(session)
    const damage = yield* attemptFiles(() => findDamage(environment.files, directory, manifest))
    if (damage !== null) return yield* damage
    const told = yield* openAsTold(session, manifest)
    if (told !== null) return told
    return isLocked ? yield* retell(session, manifest) : null
  })

/** Shards or a lock beside a finished result are what a crash left of it. Where they cannot go, they stay. */
const dropLeftovers = <Input, Summary>({
  request,
  environment,
}: StudySession<Input, Summary>): Effect.Effect<void> => {
  const { files } = environment
  const directory = request.outDirectory
  const drop = attempt(async () => {
    const names = await files.list(directory)
    if (!names.includes(shardsName) && !names.includes(lockName)) return
    const lock = await lockFolder(files, directory)
    await files.remove(join(directory, shardsName))
    await lock.release()
  })
  return Effect.ignore(drop)
}

/** The result as it lies there; null if its texts were written for another name or other gates, or are damaged. */
const openAsTold = <Input, Summary>(
  session: StudySession<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary> | null, FileError> =>
  attemptFiles(async () => {
    const { request, environment } = session
    if (manifest.scenario.text !== request.scenarioText) return null
    const summary = await readIntact(environment.files, request.outDirectory, manifest, summaryName)
    if (summary instanceof DamagedResult) return null
    return session.conclude('reopened', manifest, summary as Summary)
  })

/** Writes the texts anew from what all runs came to: no run is computed. */
const retell = <Input, Summary>(
  session: StudySession<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary>, DamagedResult | FileError> =>
  Effect.gen(function* () {
    const { request, environment } = session
    const read = () => readIntact(environment.files, request.outDirectory, manifest, partialName)
    const partial = yield* attemptFiles(read)
    if (partial instanceof DamagedResult) return yield* partial
    const { summary, files } = yield* attemptFiles(() =>
      tellAgain(session.joinOrder, manifest.files, partial),
    )
    const { name, scenarioText: text } = request
    const retold: Manifest = { ...manifest, name, scenario: { ...manifest.scenario, text }, files }
    yield* saveManifest(session, retold)
    return session.conclude('reopened', retold, summary)
  })
