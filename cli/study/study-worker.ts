import { Worker } from 'node:worker_threads'
import type { Shard } from '../../engine/study/index.ts'
import { builtFolder } from './built-code.ts'
import type { WorkerAnswer, WorkerSetup } from './worker-protocol.ts'

/** What became of a shard: the worker's answer, or how the worker ended. */
export type ShardReply = WorkerAnswer | { readonly kind: 'crashed'; readonly reason: string }

const entry = new URL('cli/study/worker.js', builtFolder)

/** One worker thread, asked for one shard at a time. */
export class StudyWorker {
  readonly #worker: Worker
  #crash: ShardReply | null = null
  #resolve: ((reply: ShardReply) => void) | null = null

  constructor(setup: WorkerSetup) {
    this.#worker = new Worker(entry, { workerData: setup })
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer))
    this.#worker.on('error', (error: unknown) => this.#end(describe(error)))
    this.#worker.on('exit', (code) => this.#end(`the thread ended with code ${code}`))
  }

  /** Resolves once the shard is finished, dropped, or lost with its worker. */
  ask(shard: Shard): Promise<ShardReply> {
    if (this.#crash !== null) return Promise.resolve(this.#crash)
    return new Promise((resolve) => {
      this.#resolve = resolve
      this.#worker.postMessage({ shard })
    })
  }

  /** Ends the thread at once, whatever it does. */
  async terminate(): Promise<void> {
    await this.#worker.terminate()
  }

  #end(reason: string): void {
    this.#crash ??= { kind: 'crashed', reason }
    this.#settle(this.#crash)
  }

  #settle(reply: ShardReply): void {
    this.#resolve?.(reply)
    this.#resolve = null
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error))
