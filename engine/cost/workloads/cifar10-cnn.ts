import type { ConvolutionWorkload } from './convolution-workload.ts'

/**
 * The example of chapter 9.2 of the book: two convolutions, two pools and three dense layers on CIFAR-10, four images
 * a step, twice through 50,000 images, then once forwards through the 10,000 of the test set. 62,006 parameters.
 *
 * Two workers of the loader decode and scale an image in about 100 microseconds each (assumption, 50 to 200).
 */
export const cifar10Cnn: ConvolutionWorkload = {
  layers: [
    {
      kind: 'convolution',
      in: 3,
      out: 6,
      kernel: 5,
      stride: 1,
      padding: 0,
      height: 32,
      width: 32,
      bias: true,
    },
    { kind: 'activation', elements: 6 * 28 * 28 },
    { kind: 'pool', channels: 6, kernel: 2, stride: 2, padding: 0, height: 28, width: 28 },
    {
      kind: 'convolution',
      in: 6,
      out: 16,
      kernel: 5,
      stride: 1,
      padding: 0,
      height: 14,
      width: 14,
      bias: true,
    },
    { kind: 'activation', elements: 16 * 10 * 10 },
    { kind: 'pool', channels: 16, kernel: 2, stride: 2, padding: 0, height: 10, width: 10 },
    { kind: 'dense', in: 16 * 5 * 5, out: 120, bias: true },
    { kind: 'activation', elements: 120 },
    { kind: 'dense', in: 120, out: 84, bias: true },
    { kind: 'activation', elements: 84 },
    { kind: 'dense', in: 84, out: 10, bias: true },
  ],
  batch: 4,
  images: 50_000,
  epochs: 2,
  precision: 'fp32',
  evaluationImages: 10_000,
  loader: { secondsPerImage: 100e-6, workers: 2 },
}
