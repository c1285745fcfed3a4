/** A convolution of square kernels; `height` and `width` are those of its input. */
export interface Convolution {
  readonly kind: 'convolution'
  readonly in: number
  readonly out: number
  readonly kernel: number
  readonly stride: number
  readonly padding: number
  readonly height: number
  readonly width: number
  readonly bias: boolean
  /** Parts into which channels are split, each convolved alone: 1 if left out, `in` for a depthwise one. */
  readonly groups?: number
}

/** The largest or the mean of each square window; `height` and `width` are those of its input. */
export interface Pool {
  readonly kind: 'pool'
  readonly channels: number
  readonly kernel: number
  readonly stride: number
  readonly padding: number
  readonly height: number
  readonly width: number
}

/** A fully connected layer. */
export interface Dense {
  readonly kind: 'dense'
  readonly in: number
  readonly out: number
  readonly bias: boolean
}

/** Batch normalisation of each channel. */
export interface BatchNorm {
  readonly kind: 'batch-norm'
  readonly channels: number
  readonly height: number
  readonly width: number
}

/** A function of each element: a rectifier. */
export interface Activation {
  readonly kind: 'activation'
  readonly elements: number
}

/** The sum of two branches, as at the end of a residual block. */
export interface Add {
  readonly kind: 'add'
  readonly elements: number
}

/**
 * One layer of a convolutional network, in the order in which it is computed. Branches are listed one after the
 * other.
 *
 * Units: channels, pixels and elements of one image, whole numbers.
 */
export type ConvolutionLayer = Convolution | Pool | Dense | BatchNorm | Activation | Add

/**
 * Side of the image that a convolution or a pool gives: windows that do not fit are dropped.
 *
 * @example windowedSide(224, { kernel: 7, stride: 2, padding: 3 }) // => 112
 */
export function windowedSide(
  side: number,
  window: { readonly kernel: number; readonly stride: number; readonly padding: number },
): number {
  return Math.floor((side + 2 * window.padding - window.kernel) / window.stride) + 1
}

const mayBeZero = new Set(['padding'])

/**
 * Refuses a layer that cannot exist.
 *
 * Throws: RangeError for a size that is not a whole number from 1 up (padding: from 0), channels that the groups
 * do not divide, or a window larger than the image.
 */
export function requireLayer(caller: string, layer: ConvolutionLayer, index: number): void {
  const name = `${caller}: layer ${index + 1} (${layer.kind})`
  for (const [field, value] of Object.entries(layer)) {
    if (typeof value !== 'number') continue
    const least = mayBeZero.has(field) ? 0 : 1
    if (!Number.isSafeInteger(value) || value < least)
      throw new RangeError(`${name}: ${field} must be a whole number of at least ${least}, got ${value}`)
  }
  if (layer.kind === 'convolution') requireGroups(name, layer)
  if (layer.kind === 'convolution' || layer.kind === 'pool') requireWindow(name, layer)
}

function requireGroups(name: string, { in: channels, out, groups = 1 }: Convolution): void {
  if (channels % groups !== 0 || out % groups !== 0)
    throw new RangeError(`${name}: groups must divide in and out, got ${groups} for ${channels} and ${out}`)
}

function requireWindow(name: string, layer: Convolution | Pool): void {
  const side = Math.min(layer.height, layer.width) + 2 * layer.padding
  if (layer.kernel > side)
    throw new RangeError(
      `${name}: kernel must be at most ${side}, the padded side of its input, got ${layer.kernel}`,
    )
}
