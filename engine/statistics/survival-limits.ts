import { outOfRange } from '../random/index.ts'

/** On which scale an interval of a survival share is symmetric. */
export type LimitScale = 'plain' | 'log' | 'log-log'

/**
 * Lower and upper limit of a survival share, `reach` standard errors away (1.96 for 95 %) on the given scale,
 * cut to 0..1. Choose log-log: it stays within 0 and 1 by itself and covers best in small samples. NaN where
 * the scale has no limits: for a share of 1 or 0 on the log-log scale, of 0 on the log scale.
 *
 * Throws: RangeError unless 0 <= survival <= 1 and reach >= 0.
 * Source: Kalbfleisch and Prentice, "The Statistical Analysis of Failure Time Data", 2nd ed., 2002, section
 * 1.4.
 *
 * @example survivalLimits(0.5, 0.1, 2, 'plain') // => [0.3, 0.7]
 */
export function survivalLimits(
  survival: number,
  standardError: number,
  reach: number,
  scale: LimitScale,
): readonly [low: number, high: number] {
  if (!(survival >= 0 && survival <= 1)) {
    throw outOfRange('survivalLimits', 'survival must be between 0 and 1', survival)
  }
  if (!(reach >= 0)) throw outOfRange('survivalLimits', 'reach must be >= 0', reach)
  if (scale === 'plain') {
    return [Math.max(0, survival - reach * standardError), Math.min(1, survival + reach * standardError)]
  }
  const relative = (reach * standardError) / survival
  if (scale === 'log') return [survival * Math.exp(-relative), Math.min(1, survival * Math.exp(relative))]
  const logSurvival = Math.log(survival)
  const factor = Math.exp(relative / Math.abs(logSurvival))
  return [Math.exp(logSurvival * factor), Math.exp(logSurvival / factor)]
}
