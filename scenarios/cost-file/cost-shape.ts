import { certain } from '../load/leaf-value.ts'
import { flagLeaf, numberLeaf, textLeaf, wordLeaf } from '../load/leaves.ts'
import type { LeafShape, ListShape, MapShape, Shape } from '../load/shape.ts'
import { understood } from '../units/problem.ts'
import {
  bandwidthLeaf,
  countLeaf,
  dateLeaf,
  nameLeaf,
  plainLeaf,
  spreadLeaf,
  type KnownNames,
} from './cost-leaves.ts'
import { compressionLeaf } from './compression-leaf.ts'
import { precisionNames, recomputes, runKinds } from './cost-plan.ts'
import { commitments } from '../price-book/commitment.ts'
import { gridLeaf } from './grid-leaf.ts'
import { lineLeaf } from './line-leaf.ts'

/** The names that a cost file may use, by what they name. */
export interface CostNames {
  readonly gpus: KnownNames
  readonly models: KnownNames
  readonly workloads: KnownNames
  readonly grids: KnownNames
}

const mostParameters = 1e15
const mostTokens = 1e17
const mostAccelerators = 10_000_000

const group = (
  title: string,
  fields: Readonly<Record<string, Shape>>,
  required: readonly string[] = [],
): MapShape => ({
  kind: 'map',
  title,
  fields,
  required,
})

const versionLeaf: LeafShape = {
  kind: 'leaf',
  title: 'Kind and version of the file: cost/1',
  read: () => understood(certain('cost/1')),
  jsonSchema: { title: 'Kind and version of the file', const: 'cost/1' },
}

const modelShape = (names: CostNames): MapShape =>
  group('The model', {
    name: nameLeaf('A published architecture', names.models, '`froth list models`'),
    workload: nameLeaf('A built-in workload with its data', names.workloads, '`froth help cost`'),
    params: countLeaf('All weights', 1, mostParameters),
    active: countLeaf('Weights that one token meets, in a mixture of experts', 1, mostParameters),
    layers: countLeaf('Layers', 1, 10_000),
    hidden: countLeaf('Width of the residual stream', 1, 1_000_000),
    heads: countLeaf('Attention heads', 1, 100_000),
    kv_heads: countLeaf('Heads of keys and values', 1, 100_000),
    head_size: countLeaf('Width of a head', 1, 100_000),
    ffn: countLeaf('Inner width of the dense block', 1, 10_000_000),
    gated: flagLeaf('Whether the block has a gate, three matrices instead of two'),
    vocab: countLeaf('Vocabulary', 1, 100_000_000),
    tied: flagLeaf('Whether input and output embedding are one matrix'),
    seq: countLeaf('Tokens of a training sequence', 1, 100_000_000),
    experts: countLeaf('Routed experts of a layer', 1, 100_000),
    active_experts: countLeaf('Routed experts that a token meets', 1, 100_000),
    shared_experts: countLeaf('Experts that every token meets', 0, 100_000),
    expert_ffn: countLeaf('Inner width of an expert', 1, 10_000_000),
    dense_layers: countLeaf('Layers that have no experts', 0, 10_000),
  })

const runShape = group('How it is trained', {
  tokens: countLeaf('Tokens of the data, each counted once', 1, mostTokens),
  epochs: plainLeaf('Times through the data', 0.001, 100_000),
  batch: countLeaf('Tokens a step', 1, 1e12),
  precision: wordLeaf('Number format of matrix products', precisionNames),
  kind: wordLeaf('What the run is for', runKinds),
  teacher: countLeaf("A distillation teacher's weights that one token meets", 1, mostParameters),
  date: dateLeaf('Month of prices and software'),
  repeats: spreadLeaf('Compute of the whole project over that of the run that is kept', {
    dimension: 'multiple',
    min: 1,
    max: 1000,
  }),
})

const hardwareShape = (names: CostNames): ListShape => ({
  kind: 'list',
  title: 'Accelerators to be compared',
  item: group(
    'Accelerators of one kind',
    {
      gpu: nameLeaf('The accelerator', names.gpus, '`froth list gpus`'),
      count: countLeaf('How many', 1, mostAccelerators),
      price: spreadLeaf('Price of an hour of one', { dimension: 'usd/gpu-hour', min: 0.001, max: 10_000 }),
      commitment: wordLeaf('How they are come by', commitments),
      network: bandwidthLeaf('Network between servers, for each accelerator in one direction'),
    },
    ['gpu'],
  ),
})

const layoutShape = group('Parts of the layout that are fixed; the rest is searched', {
  tensor: countLeaf('Accelerators that share each matrix product', 1, mostAccelerators),
  pipeline: countLeaf('Stages of consecutive layers', 1, mostAccelerators),
  data: countLeaf('Copies that work on sequences of their own', 1, mostAccelerators),
  expert: countLeaf('Accelerators over which the experts are spread', 1, mostAccelerators),
  context: countLeaf('Accelerators that share each sequence', 1, mostAccelerators),
  zero: numberLeaf('What is sharded over the copies: 1 optimizer, 2 gradients too, 3 parameters too', {
    dimension: 'number',
    min: 0,
    max: 3,
    isWhole: true,
  }),
  recompute: wordLeaf('What of the forward pass is computed again', recomputes),
  micro_batch: countLeaf('Sequences of a micro-batch', 1, mostAccelerators),
  interleave: countLeaf('Parts of a pipeline stage', 1, 10_000),
  sequence_parallel: flagLeaf('Whether the tensor group shares the work between products by sequence'),
})

const overheadsShape = (names: CostNames): MapShape =>
  group('What comes on top', {
    pue: spreadLeaf('Energy of the building over that of its machines', {
      dimension: 'number',
      min: 1,
      max: 5,
    }),
    grid: gridLeaf('Carbon of the electricity: a region, or grams a kilowatt-hour', names.grids),
    storage: lineLeaf('Storage of data and checkpoints'),
    network: lineLeaf('Traffic and network beside the accelerators'),
    data: lineLeaf('Preparation of the data: licences, cleaning, labelling'),
    staff: lineLeaf('People'),
    tuning: lineLeaf('Tuning and evaluation after the run'),
    support: lineLeaf('Idle time and support'),
  })

const compressionShape: ListShape = {
  kind: 'list',
  title: 'Ways to make the model smaller before it is served, each by itself',
  item: compressionLeaf('Bits of a weight, a pattern of zeros, or hundredths that are cut'),
}

/** The shape of cost files: the one description behind their checks and their JSON Schema. */
export const makeCostShape = (names: CostNames): MapShape => ({
  kind: 'map',
  name: 'cost/1',
  title: 'froth cost file: one training run and what it may run on',
  fields: {
    froth: versionLeaf,
    name: textLeaf('Name of the run'),
    model: modelShape(names),
    run: runShape,
    hardware: hardwareShape(names),
    layout: layoutShape,
    overheads: overheadsShape(names),
    compression: compressionShape,
  },
  required: [],
})
