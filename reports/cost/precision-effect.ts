import { comparePrecision, type Accelerator, type Precision } from '../../engine/cost/index.ts'
import { lossSpread } from './compress-model.ts'
import type { PrecisionEffect } from './cost-report.ts'
import { precisionOf } from './machine-of.ts'

/** What training in a number format changes against the accelerator's usual one; null for that one. */
export const precisionEffectOf = (accelerator: Accelerator, precision: Precision): PrecisionEffect | null => {
  const from = precisionOf(null, accelerator)
  if (precision === from) return null
  const { productSpeedup, qualityLoss } = comparePrecision(accelerator, from, precision)
  return { from, productSpeedup, qualityLoss: lossSpread(qualityLoss), source: qualityLoss.source }
}
