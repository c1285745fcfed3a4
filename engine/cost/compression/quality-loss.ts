/**
 * Share of a model's score on benchmarks that a compression costs: 0.02 is two hundredths of the score, not two
 * points of it. Never below 0, never above 1.
 */
export interface QualityLoss {
  /** One model in ten loses less. */
  readonly low: number
  readonly mid: number
  /** One model in ten loses more. */
  readonly high: number
  /** Where the figures are from; `assumption` where no source has them. */
  readonly source: string
}
