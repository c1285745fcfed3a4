import type { Layout, Software } from '../../engine/cost/index.ts'
import { megatron2021, megatron2022, megatronCore, shardedByLayer } from './published-programs.ts'

/** What is known of a program beside what a row says: its kernels and exchanges, network, schedule. */
export interface ProgramReading {
  readonly year: number
  /**
   * `gpt`: its models have the shape of GPT-2 and GPT-3: inner width four times the width, no gate, one embedding.
   * `published`: they are published architectures. `typical`: they are made for the benchmark, so that a published one
   * with as many weights would be chance. `alike`: whichever of the first two their numbers agree with.
   */
  readonly models: 'gpt' | 'published' | 'typical' | 'alike'
  /** Tokens of a sequence, where the rows leave them out. */
  readonly sequenceLength: number | null
  readonly software: Partial<Software>
  /** What its rows leave out. */
  readonly layout: Pick<Layout, 'zero' | 'recompute' | 'sequenceParallel' | 'microBatch' | 'interleave'>
  /** Share of the network that one accelerator has, where it is not the usual one of its machine. */
  readonly scaleOutBytesPerSecond: number | null
}

/** The reading of all points of a published set. */
export interface SetReading extends ProgramReading {
  readonly software: Software
  readonly source: string
}

/** A layout of before 2023, in what its rows leave out. */
export const withRecompute: ProgramReading['layout'] = {
  zero: 0,
  recompute: 'full',
  sequenceParallel: false,
  microBatch: 1,
  interleave: 1,
}
/** A later one. */
export const withoutRecompute: ProgramReading['layout'] = { ...withRecompute, recompute: 'none' }

const vtrain: SetReading = {
  year: 2022.5,
  models: 'gpt',
  sequenceLength: null,
  software: megatron2022,
  layout: withRecompute,
  // Four network cards of 200 Gb/s for the eight accelerators of a server.
  scaleOutBytesPerSecond: 12.5e9,
  source: 'Bang et al. 2024, vTrain, arXiv 2312.12391: Megatron-DeepSpeed on servers of 8 A100, 4 x 200 Gb/s',
}

const maxtext: SetReading = {
  year: 2024,
  models: 'typical',
  sequenceLength: 2048,
  software: { ...megatronCore, attention: 'flash' },
  layout: withoutRecompute,
  scaleOutBytesPerSecond: null,
  source:
    'github.com/AI-Hypercomputer/maxtext, README; sequences of 2,048 tokens: its configurations, recalled',
}

const readings: Readonly<Record<string, SetReading>> = {
  vtrain_single: vtrain,
  vtrain_multi: vtrain,
  korthikanti2022_t5: {
    year: 2022.3,
    models: 'gpt',
    sequenceLength: null,
    software: megatron2022,
    layout: withRecompute,
    scaleOutBytesPerSecond: null,
    source: 'Korthikanti et al. 2022, arXiv 2205.05198, table 5: Selene, 8 x 200 Gb/s',
  },
  megatron2021_t1: {
    year: 2021.3,
    models: 'gpt',
    sequenceLength: null,
    software: megatron2021,
    layout: withRecompute,
    scaleOutBytesPerSecond: null,
    source:
      'Narayanan et al. 2021, arXiv 2104.04473, table 1. The micro-batch is not given: 1 is an assumption',
  },
  megatron2021_t2: {
    year: 2021.3,
    models: 'gpt',
    sequenceLength: null,
    software: megatron2021,
    layout: withRecompute,
    scaleOutBytesPerSecond: null,
    source: 'Narayanan et al. 2021, arXiv 2104.04473, table 2',
  },
  bigscience: {
    year: 2022.1,
    models: 'gpt',
    sequenceLength: null,
    software: megatron2021,
    layout: { ...withRecompute, zero: 1 },
    // Jean Zay: four Omni-Path cards of 100 Gb/s for the eight accelerators of a server.
    scaleOutBytesPerSecond: 6.25e9,
    source: 'Le Scao et al. 2022, arXiv 2211.05100, section 3.4: Jean Zay, Megatron-DeepSpeed',
  },
  megatron_core_h100: {
    year: 2024.5,
    models: 'gpt',
    sequenceLength: null,
    software: megatronCore,
    layout: { ...withoutRecompute, zero: 1, sequenceParallel: true },
    scaleOutBytesPerSecond: null,
    source:
      'github.com/NVIDIA/Megatron-LM, README: exchanges overlapped, distributed optimizer; micro-batch 1 assumed',
  },
  megatron_fp8_h100: {
    year: 2025,
    models: 'published',
    sequenceLength: null,
    software: megatronCore,
    layout: { ...withoutRecompute, zero: 1, sequenceParallel: true },
    scaleOutBytesPerSecond: null,
    source: 'github.com/NVIDIA/Megatron-LM, examples/llama/README.md',
  },
  torchtitan_h100: {
    year: 2024.9,
    models: 'published',
    sequenceLength: null,
    // Parameters are kept and gradients reduced in 32 bits.
    software: { ...shardedByLayer, gradientBytes: 4 },
    layout: { ...withoutRecompute, zero: 3, sequenceParallel: true },
    scaleOutBytesPerSecond: null,
    source: 'github.com/pytorch/torchtitan, benchmarks: tensor groups share norms by sequence',
  },
  maxtext_v5p: maxtext,
  maxtext_v5e: maxtext,
  mosaic: {
    year: 2023.5,
    models: 'published',
    sequenceLength: null,
    software: shardedByLayer,
    layout: { ...withoutRecompute, zero: 3 },
    scaleOutBytesPerSecond: null,
    source:
      'github.com/mosaicml/llm-foundry, scripts/train/benchmarking: FSDP, flash attention, 1600 Gb/s a server',
  },
}

/** The reading of a set; null for one that is not known: `guessReading` takes its place. */
export const readingOf = (set: string | null): SetReading | null =>
  set !== null && Object.hasOwn(readings, set) ? (readings[set] ?? null) : null
