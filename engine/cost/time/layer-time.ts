import { storageBytes } from '../memory/storage-bytes.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import type { StepCoefficients } from './step-coefficients.ts'

/** Forward seconds of one micro-batch in one layer on one accelerator, by what limits them. */
export interface LayerTime {
  /** Arithmetic of matrix products and attention at the efficiency of large kernels. */
  arithmetic: number
  /** What attention adds to products, of that. */
  attention: number
  /** Waiting for memory: elementwise kernels, scores, unfilled tiles. */
  waiting: number
  /** Of that, what scales with elementwise traffic. */
  elementwise: number
}

/** The layer's record that `timeLayer` fills, one for the whole module: a step is timed without allocation. */
export const layerTime: LayerTime = { arithmetic: 0, attention: 0, waiting: 0, elementwise: 0 }

/** True for machines with 8-bit floats: kernels written for older ones leave much of them idle. */
export const isNewMachine = ({ accelerator }: TrainingPlan): boolean => accelerator.peakFlopPerSecond.fp8 > 0

/** FLOP a second of large matrix products inside a training loop. */
export function productSpeed(plan: TrainingPlan, k: StepCoefficients): number {
  return (
    plan.accelerator.matmulFlopPerSecond[plan.precision] *
    k.productEfficiency *
    (isNewMachine(plan) ? k.newMachineEfficiency : 1)
  )
}

/**
 * Seconds of a product of `rows` by `inner` and `inner` by `columns`: arithmetic with unfilled tiles, or the traffic of
 * its operands, whichever takes longer.
 */
export function productSeconds(
  rows: number,
  inner: number,
  columns: number,
  speed: number,
  elementsPerSecond: number,
  k: StepCoefficients,
): number {
  const unfilled = 1 + k.tileTokens / rows + k.tileColumns / columns + k.tileColumns / inner
  const arithmetic = (2 * rows * inner * columns * unfilled) / speed
  const traffic = (rows * inner + inner * columns + rows * columns) / elementsPerSecond
  return arithmetic > traffic ? arithmetic : traffic
}

/** Halvings by which a head's width misses a multiple of 8: products of misaligned matrices are slow. */
const misalignment = (headSize: number): number =>
  headSize % 8 === 0 ? 0 : headSize % 4 === 0 ? 1 : headSize % 2 === 0 ? 2 : 3

function timeAttention(
  plan: TrainingPlan,
  tokens: number,
  elementsPerSecond: number,
  k: StepCoefficients,
): void {
  const { transformer: t, software, layout } = plan
  const heads = t.heads / layout.tensor
  const flop = 4 * tokens * t.sequenceLength * heads * t.headSize
  const ceilings = plan.accelerator.matmulFlopPerSecond
  // Flash kernels compute in 16 bits, whatever the products do; in 32 bits there are none.
  const isWide = storageBytes(plan.precision) === 4
  const ceiling = isWide ? ceilings[plan.precision] : ceilings.bf16 || ceilings.fp16
  if (isWide || software.attention === 'unfused') {
    const slow = 1 + k.misalignedHeads * misalignment(t.headSize)
    layerTime.attention = (flop * slow) / (ceiling * k.scoreEfficiency)
    layerTime.waiting += (k.scorePasses * heads * tokens * t.sequenceLength) / elementsPerSecond
  } else {
    const isOld = software.attention === 'flash' && isNewMachine(plan)
    const speed = ceiling * k.flashEfficiency * (isOld ? k.flashOnNewMachine : 1)
    layerTime.attention = (0.5 * flop * (1 + k.flashHeadSize / t.headSize)) / speed
  }
}

/**
 * Times one layer's forward pass into `layerTime`. In a mixture of experts the layer is the average one.
 *
 * Units: `tokens` of one micro-batch on this accelerator; `elementsPerSecond`, numbers that kernels move from or to
 * memory.
 */
export function timeLayer(
  plan: TrainingPlan,
  tokens: number,
  elementsPerSecond: number,
  k: StepCoefficients,
): void {
  const { transformer: t, layout, software } = plan
  const tensor = layout.tensor
  const speed = productSpeed(plan, k)
  const queries = (t.heads * t.headSize) / tensor
  const projections = ((t.heads + 2 * t.keyValueHeads) * t.headSize) / tensor
  const ins = t.gated ? 2 : 1
  let flop = 2 * tokens * t.hidden * (projections + queries)
  let seconds =
    productSeconds(tokens, t.hidden, projections, speed, elementsPerSecond, k) +
    productSeconds(tokens, queries, t.hidden, speed, elementsPerSecond, k)
  let inner = 0
  const dense = t.denseLayers / t.layers
  if (dense > 0) {
    const width = t.feedForward / tensor
    flop += dense * 2 * tokens * t.hidden * width * (ins + 1)
    seconds += dense * blockSeconds(tokens, t.hidden, width, ins, speed, elementsPerSecond, k)
    inner += dense * width * tokens
  }
  if (dense < 1) {
    const width = t.expertWidth / tensor
    const met = t.activeExperts + t.sharedExperts
    // Experts of a group gather the tokens of all its members: the rows of each expert's product.
    const routed = (tokens * t.activeExperts * layout.expert) / t.experts
    const perRow = blockSeconds(routed, t.hidden, width, ins, speed, elementsPerSecond, k) / routed
    const shared = blockSeconds(tokens, t.hidden, width, ins, speed, elementsPerSecond, k) * t.sharedExperts
    flop += (1 - dense) * 2 * tokens * t.hidden * width * (ins + 1) * met
    seconds += (1 - dense) * (perRow * tokens * t.activeExperts * k.expertImbalance + shared)
    inner += (1 - dense) * width * tokens * met
  }
  layerTime.waiting = 0
  layerTime.arithmetic = flop / speed
  timeAttention(plan, tokens, elementsPerSecond, k)
  layerTime.arithmetic += layerTime.attention
  const residual = (tokens * t.hidden) / (layout.sequenceParallel ? tensor : 1)
  const passes = k.residualPasses * residual + k.innerPasses * inner * (t.gated ? 1.5 : 1)
  layerTime.elementwise = (passes * (software.fusedElementwise ? k.fusedShare : 1)) / elementsPerSecond
  layerTime.waiting += layerTime.elementwise + seconds - flop / speed
}

function blockSeconds(
  rows: number,
  hidden: number,
  width: number,
  ins: number,
  speed: number,
  elementsPerSecond: number,
  k: StepCoefficients,
): number {
  return (
    ins * productSeconds(rows, hidden, width, speed, elementsPerSecond, k) +
    productSeconds(rows, width, hidden, speed, elementsPerSecond, k)
  )
}
