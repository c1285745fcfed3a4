import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Convolution, ConvolutionLayer } from '../../../../engine/cost/workloads/convolution-layer.ts'
import { convolutionWork, outputElements } from '../../../../engine/cost/workloads/convolution-work.ts'
import { convolutionWorkloads } from '../../../../engine/cost/workloads/convolution-workloads.ts'

const cifar = convolutionWorkloads['cifar10-cnn'].layers
const resnet = convolutionWorkloads['resnet50-imagenet'].layers

// By hand. Multiplications: 28x28 places x 6 filters x 3x5x5 = 352,800; 10x10 x 16 x 6x5x5 = 240,000;
// 400x120 + 120x84 + 84x10 = 58,920. Parameters: 456 + 2,416 + 48,120 + 10,164 + 850.
test("the book's network does 651,720 multiplications an image and has 62,006 parameters", () => {
  const work = convolutionWork(cifar)
  expect(work.forwardFlop).toBe(2 * (352_800 + 240_000 + 58_920))
  expect(work.parameters).toBe(62_006)
})

test('training takes three passes, less the gradient of the images', () => {
  expect(convolutionWork(cifar).trainingFlop).toBe(3 * 1_303_440 - 705_600)
})

// 6x28x28 + 6x14x14 + 16x10x10 + 16x5x5 + 120 + 84 + 10; rectifiers work in place.
test("the book's network keeps 8,094 elements an image for its backward pass", () => {
  expect(convolutionWork(cifar).activationElements).toBe(4704 + 1176 + 1600 + 400 + 120 + 84 + 10)
})

// torchvision's model has 25,557,032 parameters; fvcore counts 4.11 thousand million multiplications.
test('ResNet-50 has 25,557,032 parameters and does 4.1 thousand million multiplications an image', () => {
  const work = convolutionWork(resnet)
  expect(work.parameters).toBe(25_557_032)
  expect(Math.abs(work.forwardFlop / 8.2e9 - 1)).toBeLessThan(0.03)
})

const shapeOf = (layer: ConvolutionLayer): number => outputElements(layer)

test('each layer of a network gives what the next one reads, outside branches', () => {
  expect(cifar.map(shapeOf)).toEqual([4704, 4704, 1176, 1600, 1600, 400, 120, 120, 84, 84, 10])
})

const plain: Convolution = {
  kind: 'convolution',
  in: 8,
  out: 16,
  kernel: 3,
  stride: 1,
  padding: 1,
  height: 12,
  width: 12,
  bias: false,
}

test('a depthwise convolution does as many multiplications as the full one over its channels', () => {
  const depthwise = { ...plain, out: 8, groups: 8 }
  const full = { ...plain, out: 8 }
  expect(convolutionWork([full]).forwardFlop).toBe(8 * convolutionWork([depthwise]).forwardFlop)
})

test('a 1 by 1 image turns a convolution into a dense layer', () => {
  const convolution = { ...plain, kernel: 1, padding: 0, height: 1, width: 1, bias: true }
  const dense: ConvolutionLayer = { kind: 'dense', in: 8, out: 16, bias: true }
  expect(convolutionWork([convolution])).toEqual(convolutionWork([dense]))
})

test('work is the same however a stack of layers is cut in two', () => {
  const size = fc.integer({ min: 1, max: 64 })
  fc.assert(
    fc.property(size, size, size, size, (a, b, c, side) => {
      const first = { ...plain, in: a, out: b, height: side, width: side }
      const second = { ...plain, in: b, out: c, height: side, width: side }
      const both = convolutionWork([first, second])
      expect(both.forwardFlop).toBe(
        convolutionWork([first]).forwardFlop + convolutionWork([second]).forwardFlop,
      )
      expect(both.forwardFlop).toBe(18 * side * side * b * (a + c))
    }),
    { seed: 3, numRuns: 200 },
  )
})

test.each([
  [[], 'convolutionWork: layers must not be empty, got 0'],
  [
    [{ ...plain, out: 0 }],
    'convolutionWork: layer 1 (convolution): out must be a whole number of at least 1, got 0',
  ],
  [
    [plain, { ...plain, stride: NaN }],
    'convolutionWork: layer 2 (convolution): stride must be a whole number of at least 1, got NaN',
  ],
  [
    [{ ...plain, padding: -1 }],
    'convolutionWork: layer 1 (convolution): padding must be a whole number of at least 0, got -1',
  ],
  [
    [{ ...plain, groups: 3 }],
    'convolutionWork: layer 1 (convolution): groups must divide in and out, got 3 for 8 and 16',
  ],
  [
    [{ ...plain, kernel: 15 }],
    'convolutionWork: layer 1 (convolution): kernel must be at most 14, the padded side of its input, got 15',
  ],
])('a network that cannot exist is refused: %#', (layers, message) => {
  expect(() => convolutionWork(layers)).toThrow(new RangeError(message))
})
