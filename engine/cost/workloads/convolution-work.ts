import { type ConvolutionLayer, requireLayer, windowedSide } from './convolution-layer.ts'

/** Work and size of a convolutional network, for one image. */
export interface ConvolutionWork {
  readonly parameters: number
  /** FLOP of convolutions and dense layers, two a multiplication; elementwise work is left out, as is usual. */
  readonly forwardFlop: number
  /** Forward, plus gradients of weights and of inputs; the images themselves need no gradient. */
  readonly trainingFlop: number
  /** Elements that are kept for the backward pass; rectifiers overwrite their input. */
  readonly activationElements: number
}

/** Elements that a layer reads, for one image; an addition reads two branches. */
export function inputElements(layer: ConvolutionLayer): number {
  switch (layer.kind) {
    case 'convolution':
      return layer.in * layer.height * layer.width
    case 'pool':
    case 'batch-norm':
      return layer.channels * layer.height * layer.width
    case 'dense':
      return layer.in
    case 'activation':
      return layer.elements
    case 'add':
      return 2 * layer.elements
  }
}

/** Elements that a layer gives, for one image. */
export function outputElements(layer: ConvolutionLayer): number {
  switch (layer.kind) {
    case 'convolution':
      return layer.out * windowedSide(layer.height, layer) * windowedSide(layer.width, layer)
    case 'pool':
      return layer.channels * windowedSide(layer.height, layer) * windowedSide(layer.width, layer)
    case 'batch-norm':
      return inputElements(layer)
    case 'dense':
      return layer.out
    case 'activation':
    case 'add':
      return layer.elements
  }
}

/** Weights of a layer's matrix product, bias left out; 0 for layers that have none. */
export function productWeights(layer: ConvolutionLayer): number {
  if (layer.kind === 'dense') return layer.in * layer.out
  if (layer.kind !== 'convolution') return 0
  return (layer.in / (layer.groups ?? 1)) * layer.out * layer.kernel * layer.kernel
}

/** All that a layer learns: weights, biases, and the scale and shift of a normalisation. */
export function layerParameters(layer: ConvolutionLayer): number {
  if (layer.kind === 'batch-norm') return 2 * layer.channels
  if (layer.kind !== 'convolution' && layer.kind !== 'dense') return 0
  return productWeights(layer) + (layer.bias ? layer.out : 0)
}

/**
 * FLOP of a layer's matrix product for one image, forwards.
 *
 * @example layerForwardFlop({ kind: 'convolution', in: 3, out: 6, kernel: 5, stride: 1, padding: 0, height: 32, width: 32, bias: true }) // => 705600
 */
export function layerForwardFlop(layer: ConvolutionLayer): number {
  if (layer.kind !== 'convolution') return 2 * productWeights(layer)
  return 2 * productWeights(layer) * windowedSide(layer.height, layer) * windowedSide(layer.width, layer)
}

const isKept = ({ kind }: ConvolutionLayer): boolean => kind !== 'activation' && kind !== 'add'

/**
 * Adds up what a network computes, learns and keeps.
 *
 * Throws: RangeError for no layers or one that cannot exist.
 * @example convolutionWork([{ kind: 'dense', in: 120, out: 84, bias: true }]) // => { parameters: 10164, forwardFlop: 20160, trainingFlop: 40320, activationElements: 84 }
 */
export function convolutionWork(layers: readonly ConvolutionLayer[]): ConvolutionWork {
  if (layers.length === 0) throw new RangeError('convolutionWork: layers must not be empty, got 0')
  let parameters = 0
  let forwardFlop = 0
  let firstFlop = 0
  let activationElements = 0
  for (const [index, layer] of layers.entries()) {
    requireLayer('convolutionWork', layer, index)
    const flop = layerForwardFlop(layer)
    if (forwardFlop === 0) firstFlop = flop
    parameters += layerParameters(layer)
    forwardFlop += flop
    if (isKept(layer)) activationElements += outputElements(layer)
  }
  return { parameters, forwardFlop, trainingFlop: 3 * forwardFlop - firstFlop, activationElements }
}
