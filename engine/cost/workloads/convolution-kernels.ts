import { productFill } from './convolution-fill.ts'
import type { ConvolutionLayer } from './convolution-layer.ts'
import {
  inputElements,
  layerForwardFlop,
  layerParameters,
  outputElements,
  productWeights,
} from './convolution-work.ts'

/** One program that the accelerator is started with. */
export interface Kernel {
  readonly flop: number
  /** Traffic with the accelerator's memory. */
  readonly bytes: number
  /** Share of the accelerator that a product of this shape can fill, at most 1; 1 for elementwise kernels. */
  readonly fill: number
}

/** What the traffic of a layer depends on beside its shape. */
export interface KernelSetting {
  readonly batch: number
  /** Bytes of an activation. */
  readonly elementBytes: 2 | 4
  /** True for the layer that reads the images, which need no gradient. */
  readonly isFirst: boolean
}

const elementwise = (bytes: number): Kernel => ({ flop: 0, bytes, fill: 1 })

/** Rows, columns and sum of a layer's product, forwards, the convolution unrolled. */
function productShape(layer: ConvolutionLayer, batch: number): readonly [number, number, number] {
  if (layer.kind === 'dense') return [batch, layer.out, layer.in]
  if (layer.kind !== 'convolution') return [1, 1, 1]
  const positions = (batch * outputElements(layer)) / layer.out
  return [positions, layer.out, productWeights(layer) / layer.out]
}

/** The kernels of a layer's forward pass. */
export function forwardKernels(layer: ConvolutionLayer, { batch, elementBytes }: KernelSetting): Kernel[] {
  const [read, write] = [
    inputElements(layer) * batch * elementBytes,
    outputElements(layer) * batch * elementBytes,
  ]
  switch (layer.kind) {
    case 'convolution':
    case 'dense': {
      const weights = productWeights(layer)
      const fill = productFill(...productShape(layer, batch))
      const product = {
        flop: batch * layerForwardFlop(layer),
        bytes: read + write + weights * elementBytes,
        fill,
      }
      const kernels = [product]
      // A dense layer adds its bias in the product; a convolution in a kernel of its own.
      if (layer.kind === 'convolution' && layer.bias) kernels.push(elementwise(2 * write))
      // With 16-bit products the weights, kept in 32 bits, are rounded first.
      if (elementBytes === 2) kernels.push(elementwise(6 * weights))
      return kernels
    }
    case 'batch-norm':
      // Once for mean and variance, once to normalise.
      return [elementwise(2 * read + write)]
    case 'pool':
    case 'activation':
    case 'add':
      return [elementwise(read + write)]
  }
}

/** The kernels of a layer's backward pass. */
export function backwardKernels(layer: ConvolutionLayer, setting: KernelSetting): Kernel[] {
  const { batch, elementBytes, isFirst } = setting
  const [input, output] = [
    inputElements(layer) * batch * elementBytes,
    outputElements(layer) * batch * elementBytes,
  ]
  switch (layer.kind) {
    case 'convolution':
    case 'dense': {
      const [m, n, k] = productShape(layer, batch)
      const flop = batch * layerForwardFlop(layer)
      const bytes = input + output + productWeights(layer) * elementBytes
      const kernels = [{ flop, bytes, fill: productFill(n, k, m) }]
      if (!isFirst) kernels.push({ flop, bytes, fill: productFill(m, k, n) })
      if (layer.bias) kernels.push(elementwise(output))
      if (elementBytes === 2) kernels.push(elementwise(6 * productWeights(layer)))
      return kernels
    }
    case 'batch-norm':
      // Reads the gradient and the input for two sums, then both again for the gradient of the input.
      return [elementwise(4 * input + output)]
    case 'pool':
      // The gradient is set to zero and then scattered.
      return [elementwise(input), elementwise(input + output)]
    case 'activation':
      return [elementwise(2 * output + input)]
    case 'add':
      // Where the branches began, their two gradients are added.
      return [elementwise(input + output)]
  }
}

/** Kernels that the whole network needs once a step: copies of images and labels, the loss, the optimizer. */
export function wholeStepKernels(layers: readonly ConvolutionLayer[], setting: KernelSetting): Kernel[] {
  const parameters = layers.reduce((sum, layer) => sum + layerParameters(layer), 0)
  const images = inputElements(layers[0]) * setting.batch * setting.elementBytes
  const logits = outputElements(layers[layers.length - 1]) * setting.batch * 4
  // Momentum: three kernels over all tensors read weights, gradients and momenta and write two of them.
  const optimizer = Array.from({ length: 3 }, () => elementwise((5 / 3) * 4 * parameters))
  return [images, 8 * setting.batch, 2 * logits, 2 * logits, 2 * logits, 2 * logits]
    .map(elementwise)
    .concat(optimizer)
}
