import { attentionParameters, blockParameters } from '../plan/parameter-count.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import { storageBytes } from '../memory/storage-bytes.ts'
import { layerTime, productSeconds, productSpeed, timeLayer } from './layer-time.ts'
import { stepCoefficients, type StepCoefficients } from './step-coefficients.ts'
import type { StepTime } from './step-time.ts'

/** Parameters that one accelerator computes with, the average stage's. */
function parametersHere({ transformer: t, layout }: TrainingPlan): number {
  const experts = t.experts / layout.expert + t.sharedExperts
  const layers =
    t.layers * attentionParameters(t) +
    t.denseLayers * blockParameters(t, t.feedForward) +
    (t.layers - t.denseLayers) * experts * blockParameters(t, t.expertWidth)
  return (layers / layout.pipeline + t.vocabulary * t.hidden) / layout.tensor
}

/** Seconds of one all-reduce of a micro-batch's activations inside the tensor group. */
function tensorExchange(plan: TrainingPlan, bytes: number, k: StepCoefficients): number {
  const { accelerator: machine, layout } = plan
  const t = layout.tensor
  if (t === 1) return 0
  const up = machine.scaleUpBytesPerSecond * k.scaleUpEfficiency
  const isInside = t <= machine.scaleUpDomain
  const out = machine.scaleOutBytesPerSecond * k.scaleOutEfficiency * machine.scaleUpDomain
  const latency = isInside ? k.scaleUpLatencySeconds : 4 * k.scaleOutLatencySeconds
  return (2 * (t - 1) * bytes) / (t * (isInside ? up : Math.min(up, out))) + latency
}

/** Seconds that passing keys and values around the context group adds to a layer. */
function contextExchange(plan: TrainingPlan, k: StepCoefficients): number {
  const { accelerator: machine, layout, transformer: t } = plan
  const c = layout.context
  if (c === 1) return 0
  const isInside = c * layout.tensor <= machine.scaleUpDomain
  const bytesPerSecond = isInside
    ? machine.scaleUpBytesPerSecond * k.scaleUpEfficiency
    : machine.scaleOutBytesPerSecond * k.scaleOutEfficiency
  const elements = (layout.microBatch * t.sequenceLength * t.keyValueHeads * t.headSize) / layout.tensor
  const bytes = 2 * storageBytes(plan.precision) * elements
  const seconds = (3 * (c - 1) * bytes) / (c * bytesPerSecond)
  // A ring hands its blocks on once forward and twice backward, c - 1 times each.
  const latency = 3 * (c - 1) * k.scaleUpLatencySeconds
  return Math.max(0, seconds - k.contextHidden * 3.5 * layerTime.attention) + latency
}

/** Most other servers that a token is sent to: routers limit it. Source: DeepSeek-AI 2024, arXiv 2412.19437, 2.1.2. */
const mostServers = 3

/**
 * Seconds of the all-to-all exchanges of a layer with experts: two forward, two backward. A token crosses the slow
 * network once for each other server that has an expert for it, and is handed on inside. Beside `computeSeconds` of the
 * layer a share of it is hidden where exchanges are overlapped.
 */
function expertExchange(
  plan: TrainingPlan,
  bytes: number,
  computeSeconds: number,
  k: StepCoefficients,
): number {
  const { accelerator: machine, layout, transformer: t, software, precision } = plan
  const e = layout.expert
  if (e === 1 || t.denseLayers === t.layers) return 0
  const up = machine.scaleUpBytesPerSecond * k.scaleUpEfficiency
  const out = machine.scaleOutBytesPerSecond * k.scaleOutEfficiency
  const servers = Math.max(1, (e * layout.tensor) / machine.scaleUpDomain)
  // Distinct servers among `activeExperts` drawn alike, its own left out.
  const missed = servers === 1 ? 0 : Math.exp(t.activeExperts * Math.log(1 - 1 / servers))
  const crossings = Math.min(mostServers, (servers - 1) * (1 - missed))
  const sent = bytes / layout.tensor
  // Both legs run at once. With 8-bit floats tokens are sent in 1 byte and come back in 2.
  const legs = Math.max((sent * crossings) / out, (sent * t.activeExperts * (e - 1)) / (e * up))
  const once = legs * (precision === 'fp8' ? 0.75 : 1) + k.scaleUpLatencySeconds
  const seconds = 4 * (1 - t.denseLayers / t.layers) * once
  if (!software.overlapsExperts) return seconds
  return seconds - Math.min(seconds, k.expertHidden * computeSeconds) * (1 - k.dataInterference)
}

/** Seconds in which one stage sends a micro-batch on and receives one, forward and backward. */
function sendSeconds(plan: TrainingPlan, bytes: number, k: StepCoefficients): number {
  const { accelerator: machine, layout } = plan
  if (layout.pipeline === 1) return 0
  const count = layout.tensor * layout.data * layout.context * layout.pipeline
  const isInside = count <= machine.scaleUpDomain
  const bytesPerSecond = isInside
    ? machine.scaleUpBytesPerSecond * k.scaleUpEfficiency
    : machine.scaleOutBytesPerSecond * k.scaleOutEfficiency
  const latency = isInside ? k.scaleUpLatencySeconds : k.scaleOutLatencySeconds
  // Members of the tensor group send a part each.
  return (bytes / layout.tensor / bytesPerSecond + latency) * 2 * layout.interleave * k.sendVisible
}

/** Seconds of a step's exchange of gradients or sharded parameters, before any overlap. */
function dataExchange(
  plan: TrainingPlan,
  parameters: number,
  microBatches: number,
  k: StepCoefficients,
): number {
  const { accelerator: machine, layout, software, transformer: t } = plan
  const d = layout.data * layout.context
  if (d === 1) return 0
  const isInside = layout.tensor * d <= machine.scaleUpDomain
  const up = machine.scaleUpBytesPerSecond * k.scaleUpEfficiency
  // Members of the group in one server share its network cards.
  const members = Math.max(1, Math.min(d, machine.scaleUpDomain / layout.tensor))
  const out = machine.scaleOutBytesPerSecond * k.scaleOutEfficiency * members
  const bytesPerSecond = isInside ? up : Math.min(up, out)
  // Inside a fabric one exchange costs what a tensor group's does; between servers each hop of the ring adds its own.
  const hops = isInside ? 0 : (d / members) * k.scaleOutLatencySeconds
  const latency = k.scaleUpLatencySeconds + hops
  const share = (d - 1) / d
  const weight = storageBytes(plan.precision)
  const gradients = Math.max(weight, software.gradientBytes)
  // All-reduce of gradients; with sharded states their scatter and the gathering of 16-bit weights.
  if (layout.zero < 3) {
    const bytes = layout.zero === 0 ? 2 * gradients : gradients + weight
    return (share * parameters * bytes) / bytesPerSecond + 2 * latency
  }
  // With a pipeline the gathered parameters are kept until the step ends.
  const gathers = layout.pipeline > 1 ? 1 : microBatches
  const once =
    (share * parameters * (2 * weight + gradients)) / bytesPerSecond +
    (3 * latency * t.layers) / layout.pipeline
  return once * gathers
}

/**
 * Seconds of one training step on the slowest stage, by cause: a roofline per class of kernel, the host's launches,
 * exchanges by volume and bandwidth with what hides them, and the pipeline's bubble.
 *
 * Shape: `into` is overwritten; nothing is allocated.
 * Source: communication volumes and the bubble: Narayanan et al. 2021, arXiv 2104.04473, sections 2 and 3; sharded
 * states: Rajbhandari et al. 2020, arXiv 1910.02054; coefficients: `step-coefficients.ts`.
 */
export function estimateStepTime(
  plan: TrainingPlan,
  into: StepTime,
  k: StepCoefficients = stepCoefficients,
): void {
  const { transformer: t, accelerator: machine, layout, software } = plan
  const bytesPerSecond = machine.memoryBytesPerSecond * k.memoryEfficiency
  const element = storageBytes(plan.precision)
  const elementsPerSecond = bytesPerSecond / element
  const tokens = (layout.microBatch * t.sequenceLength) / layout.context
  const microBatches = Math.max(1, layout.globalBatch / (layout.data * layout.microBatch))
  const activationBytes = element * tokens * t.hidden
  timeLayer(plan, tokens, elementsPerSecond, k)
  const { arithmetic, attention, waiting, elementwise } = layerTime
  const backwardAttention = software.attention === 'unfused' ? 2 : 2.5
  const reduce = 2 * tensorExchange(plan, activationBytes, k)
  // What is longer than the backward products cannot hide behind them.
  const reduceBack = software.overlapsTensor
    ? Math.max(reduce * k.tensorVisible, reduce - 2 * arithmetic - waiting)
    : reduce
  const context = contextExchange(plan, k)
  const forward = Math.max(arithmetic + waiting + reduce, k.launchSeconds)
  const backArithmetic = 2 * arithmetic + (backwardAttention - 2) * attention
  const backWaiting = 2 * waiting + (k.backwardTraffic - 2) * elementwise
  const backward = Math.max(backArithmetic + backWaiting + reduceBack, k.launchSeconds * k.backwardLaunch)
  const again =
    layout.recompute === 'full'
      ? forward
      : layout.recompute === 'none'
        ? 0
        : software.attention === 'unfused'
          ? attention + waiting - elementwise
          : k.selectiveShare * (arithmetic + waiting)
  const expert = expertExchange(plan, activationBytes, forward + backward, k)
  const layer = forward + backward + again + context + expert

  const speed = productSpeed(plan, k)
  const columns = t.vocabulary / layout.tensor
  const logitFlop = 2 * tokens * t.hidden * columns
  const lossTraffic = (k.lossPasses * 4 * tokens * columns) / bytesPerSecond
  const logits = 3 * productSeconds(tokens, t.hidden, columns, speed, elementsPerSecond, k) + lossTraffic

  const p = layout.pipeline
  const layersHere = Math.ceil(t.layers / p)
  const send = sendSeconds(plan, activationBytes, k)
  const stage = layersHere * layer + logits + send
  const average = (t.layers / p) * layer + logits / p + send
  const bubble = ((p - 1) * average) / layout.interleave
  const steady = microBatches * stage

  const parameters = parametersHere(plan)
  const exchange = dataExchange(plan, parameters, microBatches, k)
  const hidden = software.overlapsDataParallel ? Math.min(exchange, steady * k.dataHidden) : 0
  const shards = layout.zero > 0 ? layout.data * layout.context : 1
  const isSharded = software.framework === 'fsdp'
  const hostSeconds =
    (t.layers / p) * (isSharded ? k.fsdpLayerSeconds : k.megatronLayerSeconds) +
    (isSharded ? k.fsdpStepSeconds : k.megatronStepSeconds)
  const optimizer = (k.optimizerBytes * parameters) / (shards * bytesPerSecond)

  const layers = (microBatches * t.layers) / p
  into.compute = layers * (arithmetic + backArithmetic) + (microBatches * 3 * logitFlop) / (speed * p)
  into.recompute = layers * again
  into.expert = layers * expert
  into.tensor = layers * (reduce + reduceBack + context)
  into.data = exchange - hidden + hidden * k.dataInterference + optimizer
  into.pipeline = bubble + microBatches * (stage - average) + microBatches * send
  into.total = steady + bubble + into.data + hostSeconds
  into.memoryBound = Math.max(
    0,
    into.total - into.compute - into.recompute - into.expert - into.tensor - into.data - into.pipeline,
  )
}
