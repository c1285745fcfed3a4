import * as Effect from 'effect/Effect'
import type { Scope } from 'effect/Scope'
import type { Shard } from '../../engine/study/index.ts'
import { FileError } from '../files/index.ts'
import type { FinishedShard } from './compute-shard.ts'
import { WorkerCrashed } from './study-error.ts'
import { StudyWorker } from './study-worker.ts'
import type { ShardReply } from './study-worker.ts'
import type { PoolControl, WorkerSetup } from './worker-protocol.ts'

/** The shards to compute and who hears of each. */
export interface PoolOrder {
  readonly setup: Omit<WorkerSetup, 'slot' | 'control'>
  readonly control: PoolControl
  readonly slotCount: number
  readonly shards: readonly Shard[]
  readonly onFinished: (finished: FinishedShard) => void
  readonly onNotice: (notice: string) => void
}

/** A shard whose worker died; it gets one more try. */
interface LostShard {
  readonly shard: Shard
  readonly reason: string
}

const triesPerShard = 2

/**
 * Computes shards in a pool of worker threads. Whichever way it ends (done, failed, interrupted) no thread is
 * left; shards that finished before stay finished.
 *
 * Fails: `WorkerCrashed` if a shard takes its worker down twice; `FileError`.
 */
export function computeShards(order: PoolOrder): Effect.Effect<void, WorkerCrashed | FileError> {
  const queue = order.shards.values()
  const slots = Array.from({ length: order.slotCount }, (_, slot) => slot)
  return Effect.forEach(slots, (slot) => serveSlot(order, slot, queue), {
    concurrency: 'unbounded',
    discard: true,
  })
}

/** Keeps one worker busy until no shard is left; a worker that dies is replaced. */
const serveSlot = Effect.fn(function* (order: PoolOrder, slot: number, queue: Iterator<Shard>) {
  let lost: LostShard | null = null
  do {
    lost = yield* Effect.scoped(serveWithOneWorker(order, slot, queue, lost))
  } while (lost !== null)
})

/** Returns the shard with which the worker died, or null when there is nothing left to do. */
const serveWithOneWorker = Effect.fn(function* (
  order: PoolOrder,
  slot: number,
  queue: Iterator<Shard>,
  again: LostShard | null,
) {
  const worker = yield* startWorker({ ...order.setup, slot, control: order.control.buffer })
  let shard = again?.shard ?? takeNext(queue)
  let tries = again === null ? 1 : triesPerShard
  while (shard !== null && !order.control.isStopped) {
    order.control.note(slot, 0, 0, 0)
    const asked: Shard = shard
    const reply = yield* Effect.promise(() => worker.ask(asked))
    if (reply.kind === 'crashed') return yield* judgeCrash(order, slot, asked, reply.reason, tries)
    yield* accept(order, slot, reply)
    shard = takeNext(queue)
    tries = 1
  }
  return null
})

const startWorker = (setup: WorkerSetup): Effect.Effect<StudyWorker, never, Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => new StudyWorker(setup)),
    (worker) => Effect.promise(() => worker.terminate()),
  )

function takeNext(queue: Iterator<Shard>): Shard | null {
  const next = queue.next()
  return next.done === true ? null : next.value
}

function accept(
  order: PoolOrder,
  slot: number,
  reply: Exclude<ShardReply, { kind: 'crashed' }>,
): Effect.Effect<void, FileError> {
  order.control.note(slot, 0, 0, 0)
  if (reply.kind === 'file error') {
    return Effect.fail(new FileError(reply.operation, reply.path, reply.code, reply.detail))
  }
  if (reply.kind === 'finished') order.onFinished(reply)
  return Effect.void
}

function judgeCrash(
  order: PoolOrder,
  slot: number,
  shard: Shard,
  reason: string,
  tries: number,
): Effect.Effect<LostShard, WorkerCrashed> {
  const { run } = order.control.read(slot)
  const { seed } = order.setup.bench
  const where = run === 0 ? `between the runs of shard ${shard.index}` : `in run ${run}`
  order.control.note(slot, 0, 0, 0)
  if (tries < triesPerShard) {
    order.onNotice(`a worker ended ${where} of seed ${seed} (${reason}): trying its shard again`)
    return Effect.succeed({ shard, reason })
  }
  const message =
    `a worker ended ${where} of seed ${seed}, and again in a fresh one: ${reason}; ` +
    'finished shards are kept'
  return Effect.fail(new WorkerCrashed({ run, seed, shard: shard.index, reason, message }))
}
