import { cifar10Cnn } from './cifar10-cnn.ts'
import type { ConvolutionWorkload } from './convolution-workload.ts'
import { resnet50Imagenet } from './resnet50-imagenet.ts'

/** Convolutional networks that are known by name. */
export const convolutionWorkloads = {
  'cifar10-cnn': cifar10Cnn,
  'resnet50-imagenet': resnet50Imagenet,
} as const satisfies Readonly<Record<string, ConvolutionWorkload>>
