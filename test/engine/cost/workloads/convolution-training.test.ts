import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  convolutionKernels,
  convolutionPrecision,
} from '../../../../engine/cost/workloads/convolution-step.ts'
import { estimateConvolutionTraining } from '../../../../engine/cost/workloads/convolution-training.ts'
import type { ConvolutionTrainingRequest } from '../../../../engine/cost/workloads/convolution-workload.ts'
import { convolutionWorkloads } from '../../../../engine/cost/workloads/convolution-workloads.ts'
import { a100, h100, tpuV4, v100 } from './machines.ts'

const cifar = { ...convolutionWorkloads['cifar10-cnn'], accelerator: h100 }
const resnet = { ...convolutionWorkloads['resnet50-imagenet'], accelerator: a100 }
const estimate = (request: ConvolutionTrainingRequest) => estimateConvolutionTraining(request)

test("the book's example is 25,000 steps and 320 thousand million FLOP", () => {
  const { steps, flop } = estimate(cifar)
  expect(steps).toBe(25_000)
  expect(flop).toBe(3_204_720 * 100_000)
})

test("the book's example is bound by launches, minutes at most and a fraction of a cent", () => {
  for (const accelerator of [v100, a100, h100]) {
    const { bound, launchBoundShare, gpuHours, mfu } = estimate({ ...cifar, accelerator })
    expect(bound).toBe('launch')
    expect(launchBoundShare).toBeGreaterThan(0.5)
    expect(gpuHours.p90 * 60).toBeLessThan(2)
    expect(gpuHours.p50 * 2.2 * 100).toBeLessThan(1)
    expect(mfu.p90).toBeLessThan(0.01)
  }
})

test('a faster accelerator does not shorten a step that waits for launches', () => {
  const [old, current] = [v100, h100].map((accelerator) => estimate({ ...cifar, accelerator }))
  expect(current.stepSeconds.p50).toBe(old.stepSeconds.p50)
})

test('six FLOP a parameter and image would call the example free: it is a thousand times less time', () => {
  const naiveSeconds = estimate(cifar).flop / (0.4 * 67e12)
  expect(estimate(cifar).gpuHours.p50 * 3600).toBeGreaterThan(500 * naiveSeconds)
})

test('larger batches end the wait for launches', () => {
  const large = estimate({ ...cifar, batch: 4096 })
  expect(large.bound).not.toBe('launch')
  expect(large.gpuHours.p50).toBeLessThan(estimate(cifar).gpuHours.p50)
})

test('a slow loader sets the step when it is slower than the rest', () => {
  const slow = estimate({ ...cifar, loader: { secondsPerImage: 0.01, workers: 2 } })
  expect(slow.bound).toBe('loading')
  expect(slow.stepSeconds.p50).toBe(0.02)
})

// By hand, 4 images in 32 bits: conv1 forwards reads 4x3x32x32, writes 4x6x28x28 and reads 450 weights of 4 bytes.
test('a kernel moves its input, its output and its weights once', () => {
  const [first] = convolutionKernels(cifar.layers, 4, 'fp32').training
  expect(first.bytes).toBe(4 * (4 * 3072 + 4 * 4704 + 450))
  expect(first.flop).toBe(4 * 705_600)
})

// Forwards: 2 convolutions with their biases, 3 dense, 4 rectifiers, 2 pools. Backwards: 3 + 2 for the convolutions
// (none for the images) with biases 2 + 3, dense 3 x 3, rectifiers 4, pools 2 x 2. Once: 2 copies, 4 for the loss,
// 3 of the optimizer.
test('a step of the example launches 44 kernels and an evaluation 13', () => {
  const { training, evaluation } = convolutionKernels(cifar.layers, 4, 'fp32')
  expect(evaluation).toHaveLength(4 + 3 + 4 + 2)
  expect(training).toHaveLength(13 + (2 + 3) + 9 + 4 + 4 + 9)
})

// Published by NVIDIA: DeepLearningExamples, resnet50v1.5, mixed precision: one V100 1,200 and one A100 2,470 images
// a second, in 29 and 14 hours; nothing is fitted to these rows.
test.each([
  [v100, 1200, 29],
  [a100, 2470, 14],
])('ResNet-50 on one %s comes within 15 % of what was published', (accelerator, imagesPerSecond, hours) => {
  const { stepSeconds, gpuHours, bound, fits } = estimate({ ...resnet, accelerator })
  expect(bound).toBe('device')
  expect(fits).toBe(true)
  expect(Math.abs(256 / stepSeconds.p50 / imagesPerSecond - 1)).toBeLessThan(0.15)
  expect(Math.abs(gpuHours.p50 / hours - 1)).toBeLessThan(0.15)
  expect(gpuHours.p10).toBeLessThan(hours)
  expect(gpuHours.p90).toBeGreaterThan(hours)
})

interface Row {
  readonly id: string
  readonly gpu_hours: number
}

const rows = JSON.parse(
  readFileSync(new URL('../../../../scenarios/data/training-runs.json', import.meta.url), 'utf8'),
) as Row[]

// The A100 row says "about 3 hours" where its own 16,621 images a second take 1.9 for the steps: it is missed.
test.each([
  ['resnet50-v100', v100, 8322, 0.35],
  ['resnet50-a100', a100, 16_621, 0.45],
])(
  '%s on 8 accelerators is near its speed, and as near to its hours as they are exact',
  (id, accelerator, imagesPerSecond, bound) => {
    const { stepSeconds, gpuHours } = estimate({ ...resnet, accelerator, acceleratorCount: 8 })
    const reported = rows.find((row) => row.id === id)!.gpu_hours
    expect(Math.abs((8 * 256) / stepSeconds.p50 / imagesPerSecond - 1)).toBeLessThan(0.2)
    expect(Math.abs(gpuHours.p50 / reported - 1)).toBeLessThan(bound)
  },
)

test('hours grow with epochs, and accelerators share them at a loss', () => {
  const [one, two] = [90, 180].map((epochs) =>
    estimate({ ...resnet, epochs, evaluationImages: epochs * 50_000 }),
  )
  expect(two.gpuHours.p50 / one.gpuHours.p50).toBeCloseTo(2, 3)
  const eight = estimate({ ...resnet, acceleratorCount: 8 })
  expect(eight.wallDays.p50).toBeLessThan(one.wallDays.p50 / 6)
  expect(eight.gpuHours.p50).toBeGreaterThan(one.gpuHours.p50)
})

test('each spread is in order', () => {
  for (const request of [cifar, resnet, { ...resnet, acceleratorCount: 8 }]) {
    const { stepSeconds, gpuHours, wallDays, energyMwh, mfu } = estimate(request)
    for (const { p10, p50, p90 } of [stepSeconds, gpuHours, wallDays, energyMwh, mfu]) {
      expect(p10).toBeGreaterThan(0)
      expect(p50).toBeGreaterThan(p10)
      expect(p90).toBeGreaterThan(p50)
    }
  }
})

test('an accelerator that waits draws less than one that works', () => {
  const kilowatts = (request: ConvolutionTrainingRequest) => {
    const { energyMwh, gpuHours } = estimate(request)
    return (1000 * energyMwh.p50) / gpuHours.p50
  }
  expect(kilowatts(cifar)).toBeLessThan(kilowatts({ ...resnet, accelerator: h100 }))
  expect(kilowatts(cifar)).toBeGreaterThan(0.35 * 0.65)
})

test('a batch that is too large is said not to fit', () => {
  expect(estimate({ ...resnet, batch: 4096 }).fits).toBe(false)
})

test('a machine without the wanted format trains in the next narrower one it has', () => {
  expect(convolutionPrecision(h100, 'fp32')).toBe('fp32')
  expect(convolutionPrecision(tpuV4, 'fp32')).toBe('bf16')
  expect(convolutionPrecision(v100, 'bf16')).toBe('fp16')
  expect(() => convolutionPrecision(tpuV4, 'fp16')).toThrow(
    new RangeError('convolutionPrecision: TPUv4 must multiply in fp16 or a narrower format'),
  )
})

test.each([
  [{ batch: 0 }, 'estimateConvolutionTraining: batch must be positive and finite, got 0'],
  [{ epochs: NaN }, 'estimateConvolutionTraining: epochs must be positive and finite, got NaN'],
  [{ images: -1 }, 'estimateConvolutionTraining: images must be positive and finite, got -1'],
  [
    { acceleratorCount: 0 },
    'estimateConvolutionTraining: acceleratorCount must be positive and finite, got 0',
  ],
  [
    { evaluationImages: -1 },
    'estimateConvolutionTraining: evaluationImages must be at least 0 and finite, got -1',
  ],
  [
    { loader: { secondsPerImage: 1, workers: 0 } },
    'estimateConvolutionTraining: loader.workers must be positive and finite, got 0',
  ],
  [
    { accelerator: tpuV4 },
    'estimateConvolutionTraining: precision must be one that TPUv4 multiplies in, got fp32',
  ],
  [
    { precision: 'fp8' as const },
    'convolutionElementBytes: precision must be fp32, tf32, fp16 or bf16, got fp8',
  ],
])('a training that cannot be is refused: %#', (change, message) => {
  expect(() => estimate({ ...cifar, ...change })).toThrow(new RangeError(message))
})
