import type { Accelerator, Precision } from '../plan/accelerator.ts'
import type { QualityLoss } from './quality-loss.ts'

/** What training in another number format changes. */
export interface PrecisionEffect {
  /** Speed of the largest products against the old format; other kernels keep theirs. */
  readonly productSpeedup: number
  /** Loss of the trained model against the same run in 16 bits. */
  readonly qualityLoss: QualityLoss
}

const losses: Readonly<Record<Precision, QualityLoss>> = {
  fp32: { low: 0, mid: 0, high: 0, source: 'definition' },
  tf32: { low: 0, mid: 0, high: 0.001, source: 'Micikevicius et al. 2017, arXiv 1710.03740, for 16 bits' },
  fp16: {
    low: 0,
    mid: 0,
    high: 0.002,
    source: 'Micikevicius et al. 2017, arXiv 1710.03740; needs loss scaling',
  },
  bf16: { low: 0, mid: 0, high: 0.002, source: 'Kalamkar et al. 2019, arXiv 1905.12322' },
  fp8: {
    low: 0,
    mid: 0.0025,
    high: 0.01,
    source: 'DeepSeek-V3, arXiv 2412.19437: loss within 0.25 %; high: assumption',
  },
  fp4: { low: 0.002, mid: 0.015, high: 0.05, source: 'assumption: no large run is published in full' },
}

/**
 * Compares training in two number formats on one machine. The whole run gains less than its products do: give
 * `precision` to `estimateTraining` for that.
 *
 * Throws: RangeError if the accelerator does not multiply in one of them.
 */
export function comparePrecision(accelerator: Accelerator, from: Precision, to: Precision): PrecisionEffect {
  for (const precision of [from, to])
    if (!(accelerator.matmulFlopPerSecond[precision] > 0))
      throw new RangeError(
        `comparePrecision: precision must be one that ${accelerator.id} multiplies in, got ${precision}`,
      )
  return {
    productSpeedup: accelerator.matmulFlopPerSecond[to] / accelerator.matmulFlopPerSecond[from],
    qualityLoss: losses[to],
  }
}
