import type { Accelerator, Precision } from '../plan/accelerator.ts'
import type { Kernel } from './convolution-kernels.ts'

/** What is not known of host and kernels, at one end of its range. */
export interface ConvolutionSpeed {
  /** Share of the fastest matrix product that a convolution reaches if its shape fills the accelerator. */
  readonly productShare: number
  /** Share of the memory's bandwidth that an elementwise kernel reaches. */
  readonly bandwidthShare: number
  /** What the program on the host spends on one kernel: Python, the framework's dispatch, the launch. */
  readonly launchSeconds: number
  /** What it spends on a step beside kernels: the next batch from the loader, the loss read back. */
  readonly hostSeconds: number
  /** Share of a step's ideal time that several accelerators reach together. */
  readonly parallelShare: number
  /** Time outside steps and evaluation, start and checkpoints, as a share of theirs. */
  readonly outsideShare: number
}

/**
 * Assumptions at their good end, in the middle and at their bad end; each is one in ten, one in two, nine in ten.
 *
 * `launchSeconds`: NVIDIA shows about 20e-6 from call to start on a V100 of 2020 ("Understanding the Visualization
 * of Overhead and Latency in NVIDIA Nsight Systems", blog), which overlaps; the mid is for a host of the mid 2020s.
 * A forward pass of ResNet-50 on one image takes 59e-6 a kernel on a DGX-1 of 2016, loader included (10.4 ms,
 * NVIDIA DeepLearningExamples, resnet50v1.5); the bad end is half of that. `parallelShare`: 0.84 to 0.97 on 8
 * accelerators in the same tables. The others are assumptions, set before they were compared with any run.
 */
export const convolutionSpeeds: Readonly<Record<'good' | 'middle' | 'bad', ConvolutionSpeed>> = {
  good: {
    productShare: 0.85,
    bandwidthShare: 0.9,
    launchSeconds: 5e-6,
    hostSeconds: 0.1e-3,
    parallelShare: 0.97,
    outsideShare: 0.01,
  },
  middle: {
    productShare: 0.7,
    bandwidthShare: 0.8,
    launchSeconds: 8e-6,
    hostSeconds: 0.15e-3,
    parallelShare: 0.9,
    outsideShare: 0.05,
  },
  bad: {
    productShare: 0.5,
    bandwidthShare: 0.65,
    launchSeconds: 30e-6,
    hostSeconds: 1.5e-3,
    parallelShare: 0.82,
    outsideShare: 0.2,
  },
}

/** No kernel is shorter (assumption, 2 to 4 microseconds). */
const shortestKernelSeconds = 2.5e-6

/** Time of a kernel on the accelerator: arithmetic or memory, whichever takes longer. */
export function kernelSeconds(
  { flop, bytes, fill }: Kernel,
  accelerator: Accelerator,
  precision: Precision,
  speed: ConvolutionSpeed,
): number {
  const rate = accelerator.matmulFlopPerSecond[precision] * speed.productShare * fill
  const traffic = bytes / (accelerator.memoryBytesPerSecond * speed.bandwidthShare)
  return Math.max(shortestKernelSeconds, traffic, flop === 0 ? 0 : flop / rate)
}
