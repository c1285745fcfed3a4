/** A quantity relative to a plain pre-training run: 1 is as much again. */
export interface WorkMultiple {
  /** One project in ten is below. */
  readonly low: number
  readonly mid: number
  /** One project in ten is above. */
  readonly high: number
  /** Where the figures are from; `assumption` where no source has them. */
  readonly source: string
}
