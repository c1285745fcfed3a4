import type { Shard } from '../../engine/study/index.ts'
import type { FileOperation } from '../files/index.ts'
import type { ShardLabel } from './shard-folder.ts'
import type { BenchSetup } from './study-program.ts'

/** What a worker thread gets when it is started. */
export interface WorkerSetup {
  readonly programUrl: string
  readonly bench: BenchSetup<unknown>
  readonly shardsFolder: string
  readonly study: string
  /** Which worker of the pool it is, from 0. */
  readonly slot: number
  readonly control: SharedArrayBuffer
}

/** What a worker is asked: one shard. */
export interface WorkerOrder {
  readonly shard: Shard
}

/** What it answers. A crash answers nothing: the thread's end is noticed instead. */
export type WorkerAnswer =
  | { readonly kind: 'finished'; readonly label: ShardLabel; readonly partial: unknown }
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'file error'
      readonly operation: FileOperation
      readonly path: string
      readonly code: string
      readonly detail: string
    }

const fieldsPerSlot = 3

/**
 * The shared memory of a pool: a stop flag that workers read between runs, and for each worker which run it is
 * at. It outlives a worker, so that a crash can be told by its run.
 */
export class PoolControl {
  readonly buffer: SharedArrayBuffer
  readonly #cells: Int32Array

  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer
    this.#cells = new Int32Array(buffer)
  }

  /** Memory for a pool of `slotCount` workers. */
  static make(slotCount: number): PoolControl {
    return new PoolControl(
      new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (1 + fieldsPerSlot * slotCount)),
    )
  }

  get isStopped(): boolean {
    return Atomics.load(this.#cells, 0) !== 0
  }

  stop(): void {
    Atomics.store(this.#cells, 0, 1)
  }

  /** A worker begins a run, having done `done` runs of its shard, of which `failed` failed. */
  note(slot: number, run: number, done: number, failed: number): void {
    const base = 1 + fieldsPerSlot * slot
    Atomics.store(this.#cells, base, run)
    Atomics.store(this.#cells, base + 1, done)
    Atomics.store(this.#cells, base + 2, failed)
  }

  read(slot: number): { readonly run: number; readonly done: number; readonly failed: number } {
    const base = 1 + fieldsPerSlot * slot
    return {
      run: Atomics.load(this.#cells, base),
      done: Atomics.load(this.#cells, base + 1),
      failed: Atomics.load(this.#cells, base + 2),
    }
  }
}
