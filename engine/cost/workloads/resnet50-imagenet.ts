import type { Convolution, ConvolutionLayer } from './convolution-layer.ts'
import { windowedSide } from './convolution-layer.ts'
import type { ConvolutionWorkload } from './convolution-workload.ts'

/** A convolution without bias and its normalisation, padded so that only the stride shrinks the image. */
function normalised(
  channels: number,
  out: number,
  kernel: number,
  stride: number,
  side: number,
): ConvolutionLayer[] {
  const padding = (kernel - 1) / 2
  const shape = { kernel, stride, padding, height: side, width: side }
  const convolution: Convolution = { kind: 'convolution', in: channels, out, bias: false, ...shape }
  const shrunk = windowedSide(side, shape)
  return [convolution, { kind: 'batch-norm', channels: out, height: shrunk, width: shrunk }]
}

/** A bottleneck block; its 3 by 3 convolution has the stride, as in version 1.5. */
function bottleneck(channels: number, width: number, stride: number, side: number): ConvolutionLayer[] {
  const shrunk = side / stride
  const out = 4 * width
  const rectifier = (elements: number): ConvolutionLayer => ({ kind: 'activation', elements })
  return [
    ...normalised(channels, width, 1, 1, side),
    rectifier(width * side * side),
    ...normalised(width, width, 3, stride, side),
    rectifier(width * shrunk * shrunk),
    ...normalised(width, out, 1, 1, shrunk),
    ...(channels === out ? [] : normalised(channels, out, 1, stride, side)),
    { kind: 'add', elements: out * shrunk * shrunk },
    rectifier(out * shrunk * shrunk),
  ]
}

function resnet50Layers(): ConvolutionLayer[] {
  const layers: ConvolutionLayer[] = [
    ...normalised(3, 64, 7, 2, 224),
    { kind: 'activation', elements: 64 * 112 * 112 },
    { kind: 'pool', channels: 64, kernel: 3, stride: 2, padding: 1, height: 112, width: 112 },
  ]
  let [channels, side] = [64, 56]
  for (const [stage, blocks] of [3, 4, 6, 3].entries()) {
    const width = [64, 128, 256, 512][stage]
    for (let block = 0; block < blocks; block++) {
      const stride = block === 0 && stage > 0 ? 2 : 1
      layers.push(...bottleneck(channels, width, stride, side))
      ;[channels, side] = [4 * width, side / stride]
    }
  }
  layers.push(
    { kind: 'pool', channels, kernel: side, stride: 1, padding: 0, height: side, width: side },
    { kind: 'dense', in: channels, out: 1000, bias: true },
  )
  return layers
}

/**
 * ResNet-50, version 1.5, on ImageNet: 90 times through 1,281,167 images of 224 by 224 in mixed precision, 256 on an
 * accelerator, and once forwards through the 50,000 of the validation set each time. 25.6 million parameters,
 * 4.1 billion multiplications an image.
 *
 * Choose it as a check of `estimateConvolutionTraining`: NVIDIA published its speed on V100 and A100.
 * Source: He et al. 2015, arXiv 1512.03385, table 1; NVIDIA DeepLearningExamples, resnet50v1.5.
 */
export const resnet50Imagenet: ConvolutionWorkload = {
  layers: resnet50Layers(),
  batch: 256,
  images: 1_281_167,
  epochs: 90,
  precision: 'fp16',
  evaluationImages: 90 * 50_000,
}
