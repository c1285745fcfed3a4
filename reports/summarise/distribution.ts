import type { QuantileSketch } from '../../engine/statistics/index.ts'
import type { PercentileName, Percentiles, ValuePercentiles } from './summary.ts'

const levels: Readonly<Record<PercentileName, number>> = {
  p1: 0.01,
  p5: 0.05,
  p10: 0.1,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
}

/** The percentiles and mean of a sketch, as a summary reports them. */
export const summarisePercentiles = (sketch: QuantileSketch): Percentiles => ({
  count: sketch.count,
  p1: sketch.quantile(levels.p1),
  p5: sketch.quantile(levels.p5),
  p10: sketch.quantile(levels.p10),
  p25: sketch.quantile(levels.p25),
  p50: sketch.quantile(levels.p50),
  p75: sketch.quantile(levels.p75),
  p90: sketch.quantile(levels.p90),
  p95: sketch.quantile(levels.p95),
  p99: sketch.quantile(levels.p99),
  mean: sketch.mean(),
})

/** The same for values of companies, with the share that the largest 1 % of them hold. */
export const summariseValues = (sketch: QuantileSketch): ValuePercentiles => ({
  ...summarisePercentiles(sketch),
  topOnePercentShare: sketch.topShare(0.01),
})
