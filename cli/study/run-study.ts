import * as Effect from 'effect/Effect'
import { FileError } from '../files/index.ts'
import { attemptFiles } from './attempt.ts'
import { claimFolder, holdFolder, saveManifest } from './claim-folder.ts'
import { joinOutputs, summariseShards } from './join-outputs.ts'
import type { Manifest } from './manifest.ts'
import { reopenStudy } from './reopen-study.ts'
import { resumeShards } from './resume-shards.ts'
import { DamagedResult } from './study-error.ts'
import type { StudyError, WorkerCrashed } from './study-error.ts'
import type { StudyEnvironment, StudyHooks, StudyOutcome, StudyRequest } from './study-request.ts'
import { StudySession } from './study-session.ts'
import { waitForAbort, watchStudy } from './watch-study.ts'
import { computeShards } from './worker-pool.ts'

/**
 * Runs a study into its folder, or goes on with the one that is there, or reopens a finished one. The files it
 * leaves (all but the manifest) have the same bytes for any number of workers and any number of interruptions.
 *
 * Fails: see `StudyError`; whatever happens, finished shards stay and the same command continues.
 */
export const runStudy = <Input, Summary>(
  request: StudyRequest<Input>,
  hooks: StudyHooks<Summary>,
  environment: StudyEnvironment<Input, Summary>,
): Effect.Effect<StudyOutcome<Summary>, StudyError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const session = new StudySession(request, hooks, environment)
      const finished = yield* reopenStudy(session, false)
      if (finished !== null) return finished
      yield* holdFolder(session)
      // Somebody may have finished it before the lock was ours.
      const finishedSince = yield* reopenStudy(session, true)
      if (finishedSince !== null) return finishedSince
      const manifest = yield* claimFolder(session)
      yield* watchStudy(session)
      const joined = yield* Effect.raceFirst(work(session, manifest), waitForAbort(hooks.dropSignal))
      return joined ?? (yield* keepPart(session, manifest))
    }),
  )

/** Finds what is done, computes the rest, joins. Null if it was stopped before the last shard. */
const work = <Input, Summary>(
  session: StudySession<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary> | null, WorkerCrashed | DamagedResult | FileError> =>
  Effect.gen(function* () {
    yield* resume(session)
    yield* compute(session)
    return session.ledger.isComplete ? yield* finish(session, manifest) : null
  })

const resume = <Input, Summary>(session: StudySession<Input, Summary>): Effect.Effect<void, FileError> =>
  attemptFiles(() =>
    resumeShards({
      files: session.environment.files,
      shardsFolder: session.shardsFolder,
      study: session.study,
      plan: session.plan,
      onSound: (finished) => session.take(finished, true),
      onNotice: (notice) => session.notify(notice),
    }),
  )

const compute = <Input, Summary>(
  session: StudySession<Input, Summary>,
): Effect.Effect<void, WorkerCrashed | FileError> => {
  const { request, environment, ledger, tables } = session
  if (ledger.isComplete) return Effect.void
  return computeShards({
    setup: {
      programUrl: environment.programUrl.href,
      bench: { scenario: request.scenario, seed: request.seed, tables },
      shardsFolder: session.shardsFolder,
      study: session.study,
    },
    control: session.control,
    slotCount: Math.min(session.slotCount, ledger.missing.length),
    shards: ledger.missing,
    onFinished: (finished) => session.take(finished, false),
    onNotice: (notice) => session.notify(notice),
  })
}

/** Joins the outputs and closes the manifest; only then do the shards go. */
const finish = <Input, Summary>(
  session: StudySession<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary>, DamagedResult | FileError> =>
  Effect.gen(function* () {
    session.stage = 'joining'
    session.tell()
    const { summary, files } = yield* attemptJoin(() => joinOutputs(session.joinOrder))
    const closed: Manifest = { ...describeState(session, manifest), status: 'complete', files }
    yield* saveManifest(session, closed)
    yield* attemptFiles(() => session.environment.files.remove(session.shardsFolder))
    return session.conclude('complete', closed, summary)
  })

/** A study that was stopped: says in the manifest what is there, and summarises it. */
const keepPart = <Input, Summary>(
  session: StudySession<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary>, DamagedResult | FileError> =>
  Effect.gen(function* () {
    const stopped: Manifest = { ...describeState(session, manifest), status: 'stopped' }
    yield* saveManifest(session, stopped)
    const { finished } = session.ledger
    const summary =
      finished.length === 0 ? null : yield* attemptFiles(() => summariseShards(session.joinOrder, finished))
    return session.conclude('stopped', stopped, summary)
  })

const describeState = <Input, Summary>(
  session: StudySession<Input, Summary>,
  manifest: Manifest,
): Manifest => ({
  ...manifest,
  doneRuns: session.ledger.doneRuns,
  failedRuns: session.ledger.failedRuns,
  failures: session.ledger.failures,
  timing: session.measure(),
  shards: session.ledger.rows,
})

const attemptJoin = <Value>(act: () => Promise<Value>): Effect.Effect<Value, DamagedResult | FileError> =>
  Effect.tryPromise({ try: act, catch: (error) => error }).pipe(
    Effect.catch((error): Effect.Effect<never, DamagedResult | FileError> => {
      if (error instanceof DamagedResult || error instanceof FileError) return Effect.fail(error)
      return Effect.die(error)
    }),
  )
