import type { Accelerator, Precision } from '../plan/accelerator.ts'
import { backwardKernels, forwardKernels, type Kernel, wholeStepKernels } from './convolution-kernels.ts'
import type { ConvolutionLayer } from './convolution-layer.ts'
import { productWeights } from './convolution-work.ts'
import { type ConvolutionSpeed, kernelSeconds } from './convolution-speed.ts'

/** Formats in which convolutions are trained, and the bytes of an activation in them. */
const elementBytes: Partial<Record<Precision, 2 | 4>> = { fp32: 4, tf32: 4, fp16: 2, bf16: 2 }

/** What a step of training a convolutional network, and one of evaluating it, asks of an accelerator. */
export interface ConvolutionKernels {
  readonly training: readonly Kernel[]
  readonly evaluation: readonly Kernel[]
}

/** Bytes of an activation in a number format. Throws: RangeError for a format that convolutions do not train in. */
export function convolutionElementBytes(precision: Precision): 2 | 4 {
  const bytes = elementBytes[precision]
  if (bytes === undefined)
    throw new RangeError(
      `convolutionElementBytes: precision must be fp32, tf32, fp16 or bf16, got ${precision}`,
    )
  return bytes
}

/**
 * The number format to train in on a machine that may lack the one wanted: the next narrower one that it has.
 *
 * Throws: RangeError for a format that convolutions do not train in, or a machine that has none of those left.
 */
export function convolutionPrecision(accelerator: Accelerator, wanted: Precision): Precision {
  convolutionElementBytes(wanted)
  const order: readonly Precision[] = ['fp32', 'tf32', 'bf16', 'fp16']
  const found = order
    .slice(order.indexOf(wanted))
    .find((format) => accelerator.matmulFlopPerSecond[format] > 0)
  if (found === undefined)
    throw new RangeError(
      `convolutionPrecision: ${accelerator.id} must multiply in ${wanted} or a narrower format`,
    )
  return found
}

/** Lists the kernels of a step, layer after layer. */
export function convolutionKernels(
  layers: readonly ConvolutionLayer[],
  batch: number,
  precision: Precision,
): ConvolutionKernels {
  const bytes = convolutionElementBytes(precision)
  const first = layers.findIndex((layer) => productWeights(layer) > 0)
  const settingOf = (index: number) => ({ batch, elementBytes: bytes, isFirst: index === first })
  const forward = layers.flatMap((layer, index) => forwardKernels(layer, settingOf(index)))
  const backward = layers.flatMap((layer, index) => backwardKernels(layer, settingOf(index)))
  return {
    training: [...forward, ...backward, ...wholeStepKernels(layers, settingOf(0))],
    evaluation: forward,
  }
}

/** Seconds of one step, by who makes it wait. */
export interface ConvolutionStepTime {
  /** The accelerator at work. */
  readonly device: number
  /** The host launching kernels, which runs ahead of the accelerator. */
  readonly launch: number
  /** The loader's workers preparing the next batch, beside both. */
  readonly loading: number
  /** The step: the slowest of the three, and the host's part that nothing hides. */
  readonly total: number
}

/** Times a step of some kernels; `loadingSeconds` is what its batch costs the loader. */
export function convolutionStepTime(
  kernels: readonly Kernel[],
  accelerator: Accelerator,
  precision: Precision,
  speed: ConvolutionSpeed,
  loadingSeconds: number,
): ConvolutionStepTime {
  let device = 0
  for (const kernel of kernels) device += kernelSeconds(kernel, accelerator, precision, speed)
  const launch = kernels.length * speed.launchSeconds
  const total = Math.max(Math.max(device, launch) + speed.hostSeconds, loadingSeconds)
  return { device, launch, loading: loadingSeconds, total }
}
