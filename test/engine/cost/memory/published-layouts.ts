import { readFileSync } from 'node:fs'
import type { Precision } from '../../../../engine/cost/plan/accelerator.ts'
import type { ZeroStage } from '../../../../engine/cost/plan/layout.ts'
import type { TrainingPlan } from '../../../../engine/cost/plan/training-plan.ts'
import { card80, fsdp, gpt, llama, planOf } from './plans.ts'

/** A published layout, what it took, and whether it ran. */
export interface PublishedLayout {
  readonly id: string
  readonly plan: TrainingPlan
  /** Bytes that were read; undefined where none are given. */
  readonly memoryBytes: number | undefined
  readonly isOutOfMemory: boolean
  /** All points of one layout share it, whatever their micro-batch and heads. */
  readonly fold: string
}

type Row = Readonly<Record<string, number | string | boolean | null | undefined>>

const benchmarks = new URL('../../../../scenarios/data/throughput-benchmarks.jsonl', import.meta.url)
const rows: Row[] = readFileSync(benchmarks, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
const rowsOf = (set: string): Row[] => rows.filter((row) => row.set === set)
const numberOf = (row: Row, key: string): number => Number(row[key])

function bigScience(row: Row): PublishedLayout {
  const [hidden, tensor, pipeline] = ['hidden', 'tp', 'pp'].map((key) => numberOf(row, key))
  // Where layers are missing, the parameters have to tell; where both are there, layers are the ones that agree with
  // the speed.
  const vocabulary = numberOf(row, 'vocab')
  const derived = Math.round((numberOf(row, 'params') - vocabulary * hidden) / (12 * hidden * hidden))
  const layers = row.layers === null || row.layers === undefined ? derived : numberOf(row, 'layers')
  const data =
    row.dp === null || row.dp === undefined ? numberOf(row, 'n') / (tensor * pipeline) : numberOf(row, 'dp')
  const zero = numberOf(row, 'zero') as ZeroStage
  const gradientBytes = numberOf(row, 'grad_bytes') as 2 | 4
  return {
    id: String(row.id),
    plan: planOf({
      transformer: gpt(layers, hidden, numberOf(row, 'heads'), vocabulary),
      precision: gradientBytes === 4 ? 'bf16' : 'fp16',
      layout: {
        tensor,
        pipeline,
        data,
        zero,
        recompute: 'full',
        microBatch: numberOf(row, 'mbs'),
        globalBatch: numberOf(row, 'gbs'),
      },
      software: { gradientBytes },
    }),
    memoryBytes: typeof row.mem_gb === 'number' ? row.mem_gb * 1e9 : undefined,
    isOutOfMemory: row.oom === true,
    fold: [hidden, layers, tensor, pipeline, data, zero, gradientBytes].join(' '),
  }
}

const llamaBySize = new Map([
  [8.03e9, llama(32, 4096, 14_336)],
  [70.55e9, llama(80, 8192, 28_672)],
  [405.85e9, llama(126, 16_384, 53_248)],
])

/** A row of the sets that report speeds alone: Megatron-LM and Megatron-DeepSpeed, full or selective recomputation. */
function megatronRun(row: Row): PublishedLayout {
  const [recompute, sequence] = String(row.recompute).split('+')
  const transformer = gpt(
    numberOf(row, 'layers'),
    numberOf(row, 'hidden'),
    numberOf(row, 'heads'),
    numberOf(row, 'vocab'),
  )
  return {
    id: String(row.id),
    plan: planOf({
      transformer: { ...transformer, sequenceLength: numberOf(row, 'seq') },
      layout: {
        tensor: numberOf(row, 'tp'),
        pipeline: numberOf(row, 'pp'),
        data: numberOf(row, 'dp'),
        interleave: Number(row.interleave ?? 1),
        recompute: recompute as 'selective' | 'full',
        sequenceParallel: sequence !== undefined,
        microBatch: Number(row.mbs ?? 1),
        globalBatch: numberOf(row, 'gbs'),
      },
    }),
    memoryBytes: undefined,
    isOutOfMemory: false,
    fold: String(row.id),
  }
}

function torchtitan(row: Row): PublishedLayout {
  const words = String(row.parallelism)
  const degreeOf = (name: string): number => Number(new RegExp(`${name}(\\d+)`).exec(words)?.[1] ?? 1)
  const pipeline = degreeOf('pp')
  const interleave = words.includes('interleaved') ? 2 : 1
  const data = degreeOf('fsdp')
  const localBatch = numberOf(row, 'local_batch')
  return {
    id: String(row.id),
    plan: planOf({
      transformer: { ...llamaBySize.get(numberOf(row, 'params'))!, sequenceLength: numberOf(row, 'seq') },
      accelerator: { ...card80, memoryBytes: 95 * 2 ** 30 },
      precision: row.precision as Precision,
      layout: {
        tensor: degreeOf('tp'),
        pipeline,
        data,
        context: degreeOf('cp'),
        zero: 3,
        interleave,
        recompute: row.recompute as 'selective' | 'full',
        sequenceParallel: degreeOf('tp') > 1,
        // As many micro-batches as there are parts of the model, torchtitan's default of the time.
        microBatch: pipeline > 1 ? localBatch / (pipeline * interleave) : localBatch,
        globalBatch: localBatch * data,
      },
      software: { ...fsdp, fusedElementwise: words.includes('compile') },
    }),
    memoryBytes: numberOf(row, 'mem_gib') * 2 ** 30,
    isOutOfMemory: false,
    fold: words,
  }
}

/** BigScience's trials of layouts for its 176B model: Megatron-DeepSpeed on A100 80 GB, 1 GB = 1e9 bytes. */
export const bigScienceLayouts: readonly PublishedLayout[] = rowsOf('bigscience').map(bigScience)

/** torchtitan's benchmarks: FSDP of Llama 3 on H100 96 GB, GiB that PyTorch's allocator had reserved at most. */
export const torchtitanLayouts: readonly PublishedLayout[] = rowsOf('torchtitan_h100').map(torchtitan)

/** Layouts that ran on 80 GB cards, states unsharded: all that is said of them is that they fitted. */
export const layoutsThatRan: readonly PublishedLayout[] = [
  'vtrain_multi',
  'vtrain_single',
  'megatron2021_t1',
  'korthikanti2022_t5',
]
  .flatMap(rowsOf)
  .map(megatronRun)
