// Entry of a worker thread. It loads no Effect and no screen: a worker must start fast.
import { parentPort, workerData } from 'node:worker_threads'
import { FileError, nodeFiles } from '../files/index.ts'
import { computeShard } from './compute-shard.ts'
import type { ShardDesk } from './compute-shard.ts'
import type { StudyProgram } from './study-program.ts'
import { PoolControl } from './worker-protocol.ts'
import type { WorkerAnswer, WorkerOrder, WorkerSetup } from './worker-protocol.ts'

const setup = workerData as WorkerSetup
const { program } = (await import(setup.programUrl)) as { program: StudyProgram<unknown> }
const bench = program.openBench(setup.bench)
const control = new PoolControl(setup.control)

const desk: ShardDesk = {
  files: program.files ?? nodeFiles,
  shardsFolder: setup.shardsFolder,
  study: setup.study,
  tables: setup.bench.tables,
  writer: `${process.pid}-${setup.slot}`,
  isStopped: () => control.isStopped,
  note: (run, done, failed) => control.note(setup.slot, run, done, failed),
}

async function answer(order: WorkerOrder): Promise<WorkerAnswer> {
  try {
    const finished = await computeShard(desk, bench, order.shard)
    return finished === null ? { kind: 'stopped' } : { kind: 'finished', ...finished }
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const { operation, path, code, detail } = error
    return { kind: 'file error', operation, path, code, detail }
  }
}

// Whatever is not a file error ends the thread as an uncaught error, which the pool notices and names.
const crash = (error: unknown) =>
  setImmediate(() => {
    throw error
  })

parentPort?.on('message', (order: WorkerOrder) => {
  answer(order)
    .then((reply) => parentPort?.postMessage(reply))
    .catch(crash)
})
