import { join } from 'node:path'
import * as Effect from 'effect/Effect'
import type { Scope } from 'effect/Scope'
import { lockFolder, writeAtomically } from '../files/index.ts'
import type { FileError, LockHeld } from '../files/index.ts'
import { attempt, attemptFiles } from './attempt.ts'
import { manifestName, renderManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { clearResult } from './result-folder.ts'
import { startManifest } from './start-manifest.ts'
import type { StudySession } from './study-session.ts'

/** Makes the folder and holds its lock until the study ends, however it ends. */
export const holdFolder = <Input, Summary>(
  session: StudySession<Input, Summary>,
): Effect.Effect<void, FileError | LockHeld, Scope> =>
  Effect.gen(function* () {
    const { files } = session.environment
    const { outDirectory } = session.request
    yield* attemptFiles(() => files.makeFolder(outDirectory))
    const lock = yield* Effect.acquireRelease(
      attempt(() => lockFolder(files, outDirectory)),
      // A lock that cannot be removed is taken over later: its process will be gone.
      (held) => Effect.ignore(attempt(() => held.release())),
    )
    session.notify(lock.notice)
  })

/** Writes the manifest first of all; a result that was to be replaced goes only then. */
export const claimFolder = <Input, Summary>(
  session: StudySession<Input, Summary>,
): Effect.Effect<Manifest, FileError> =>
  Effect.gen(function* () {
    const { request, environment, plan, startedAt } = session
    const manifest = startManifest(request, plan, startedAt)
    yield* saveManifest(session, manifest)
    if (request.fresh) yield* attemptFiles(() => clearResult(environment.files, request.outDirectory))
    return manifest
  })

/** Replaces the manifest. */
export const saveManifest = <Input, Summary>(
  { request, environment }: StudySession<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<void, FileError> =>
  attemptFiles(() =>
    writeAtomically(environment.files, join(request.outDirectory, manifestName), renderManifest(manifest)),
  )
