import { join } from 'node:path'
import * as Effect from 'effect/Effect'
import type { Scope } from 'effect/Scope'
import { FileError, lockFolder, lockName, writeAtomically } from '../files/index.ts'
import type { LockHeld } from '../files/index.ts'
import { attempt, attemptFiles } from './attempt.ts'
import { joinOutputs, summariseShards } from './join-outputs.ts'
import type { JoinOrder } from './join-outputs.ts'
import { manifestName, renderManifest, startManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import {
  clearResult,
  compareIdentity,
  findDamage,
  inspectResultFolder,
  makeForeignError,
  readSummary,
} from './result-folder.ts'
import { resumeShards } from './resume-shards.ts'
import { shardsName } from './shard-folder.ts'
import { DamagedResult, refuse } from './study-error.ts'
import type { NotAResultFolder, RefusedError, StudyError, WorkerCrashed } from './study-error.ts'
import type { StudyEnvironment, StudyHooks, StudyOutcome, StudyRequest } from './study-request.ts'
import { StudySession } from './study-session.ts'
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
      const finished = yield* reopen(session)
      if (finished !== null) return finished
      yield* holdFolder(session)
      // Somebody may have finished it before the lock was ours.
      const finishedSince = yield* reopen(session)
      if (finishedSince !== null) return finishedSince
      const manifest = yield* claimFolder(session)
      yield* watch(session)
      const joined = yield* Effect.raceFirst(work(session, manifest), waitForAbort(hooks.dropSignal))
      return joined ?? (yield* keepPart(session, manifest))
    }),
  )

type Session<Input, Summary> = StudySession<Input, Summary>

/** The outcome of a study that is finished already, or null if there is something to do. */
const reopen = <Input, Summary>(
  session: Session<Input, Summary>,
): Effect.Effect<StudyOutcome<Summary> | null, RefusedError | NotAResultFolder | DamagedResult | FileError> =>
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
    yield* dropLeftovers(session)
    return yield* openFinished(session, manifest)
  })

/** Shards or a lock beside a finished result are what a crash left of it. Where they cannot go, they stay. */
const dropLeftovers = <Input, Summary>({
  request,
  environment,
}: Session<Input, Summary>): Effect.Effect<void> => {
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

const openFinished = <Input, Summary>(
  session: Session<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary>, DamagedResult | FileError> =>
  Effect.gen(function* () {
    const { files } = session.environment
    const directory = session.request.outDirectory
    const damage = yield* attemptFiles(() => findDamage(files, directory, manifest))
    if (damage !== null) return yield* damage
    const read = yield* attemptFiles(() => readSummary(files, directory, manifest))
    if (read instanceof DamagedResult) return yield* read
    return session.conclude('reopened', manifest, read.summary as Summary)
  })

/** Makes the folder and holds its lock until the study ends, however it ends. */
const holdFolder = <Input, Summary>(
  session: Session<Input, Summary>,
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
const claimFolder = <Input, Summary>(session: Session<Input, Summary>): Effect.Effect<Manifest, FileError> =>
  Effect.gen(function* () {
    const { request, environment, plan, startedAt } = session
    const manifest = startManifest(request, plan, startedAt)
    yield* saveManifest(session, manifest)
    if (request.fresh) yield* attemptFiles(() => clearResult(environment.files, request.outDirectory))
    return manifest
  })

const saveManifest = <Input, Summary>(
  { request, environment }: Session<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<void, FileError> =>
  attemptFiles(() =>
    writeAtomically(environment.files, join(request.outDirectory, manifestName), renderManifest(manifest)),
  )

const tellEveryMilliseconds = 100

/** Shows progress ten times a second, and passes the stop signal on to the workers, while the study lasts. */
const watch = <Input, Summary>(session: Session<Input, Summary>): Effect.Effect<void, never, Scope> => {
  const { stopSignal } = session.hooks
  const stop = (): void => session.control.stop()
  const begin = Effect.sync(() => {
    if (stopSignal?.aborted === true) stop()
    stopSignal?.addEventListener('abort', stop)
    return setInterval(() => session.tell(), tellEveryMilliseconds)
  })
  const end = (timer: NodeJS.Timeout) =>
    Effect.sync(() => {
      clearInterval(timer)
      stopSignal?.removeEventListener('abort', stop)
    })
  return Effect.asVoid(Effect.acquireRelease(begin, end))
}

/** Resolves to null once the signal is aborted. */
const waitForAbort = (signal: AbortSignal | undefined): Effect.Effect<null> =>
  signal === undefined
    ? Effect.never
    : Effect.callback((resume) => {
        const end = (): void => resume(Effect.succeed(null))
        if (signal.aborted) end()
        signal.addEventListener('abort', end)
        return Effect.sync(() => signal.removeEventListener('abort', end))
      })

/** Finds what is done, computes the rest, joins. Null if it was stopped before the last shard. */
const work = <Input, Summary>(
  session: Session<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary> | null, WorkerCrashed | DamagedResult | FileError> =>
  Effect.gen(function* () {
    yield* resume(session)
    yield* compute(session)
    return session.ledger.isComplete ? yield* finish(session, manifest) : null
  })

const resume = <Input, Summary>(session: Session<Input, Summary>): Effect.Effect<void, FileError> =>
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
  session: Session<Input, Summary>,
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
  session: Session<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary>, DamagedResult | FileError> =>
  Effect.gen(function* () {
    session.stage = 'joining'
    session.tell()
    const { summary, files } = yield* attemptJoin(() => joinOutputs(makeJoinOrder(session)))
    const closed: Manifest = { ...describeState(session, manifest), status: 'complete', files }
    yield* saveManifest(session, closed)
    yield* attemptFiles(() => session.environment.files.remove(session.shardsFolder))
    return session.conclude('complete', closed, summary)
  })

/** A study that was stopped: says in the manifest what is there, and summarises it. */
const keepPart = <Input, Summary>(
  session: Session<Input, Summary>,
  manifest: Manifest,
): Effect.Effect<StudyOutcome<Summary>, DamagedResult | FileError> =>
  Effect.gen(function* () {
    const stopped: Manifest = { ...describeState(session, manifest), status: 'stopped' }
    yield* saveManifest(session, stopped)
    const { finished } = session.ledger
    const summary =
      finished.length === 0
        ? null
        : yield* attemptFiles(() => summariseShards(makeJoinOrder(session), finished))
    return session.conclude('stopped', stopped, summary)
  })

const describeState = <Input, Summary>(session: Session<Input, Summary>, manifest: Manifest): Manifest => ({
  ...manifest,
  doneRuns: session.ledger.doneRuns,
  failedRuns: session.ledger.failedRuns,
  failures: session.ledger.failures,
  timing: session.measure(),
  shards: session.ledger.rows,
})

const makeJoinOrder = <Input, Summary>(session: Session<Input, Summary>): JoinOrder<Input, Summary> => ({
  files: session.environment.files,
  directory: session.request.outDirectory,
  reporter: session.environment.reporter,
  scenario: session.request.scenario,
  scenarioText: session.request.scenarioText,
  identity: session.identity,
  tables: session.tables,
  shardCount: session.plan.length,
})

const attemptJoin = <Value>(act: () => Promise<Value>): Effect.Effect<Value, DamagedResult | FileError> =>
  Effect.tryPromise({ try: act, catch: (error) => error }).pipe(
    Effect.catch((error): Effect.Effect<never, DamagedResult | FileError> => {
      if (error instanceof DamagedResult || error instanceof FileError) return Effect.fail(error)
      return Effect.die(error)
    }),
  )
