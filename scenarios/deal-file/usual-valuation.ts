/**
 * What a valuation takes where the file is silent. Rates a year, time in months.
 *
 * Source: volatility 0.9, risk-free rate 0.025 and exits at 0.25 a year (four years on average) are the parameters of
 * Gornall and Strebulaev, "Squaring venture capital valuations with reality", Journal of Financial Economics 135(1),
 * 2020, as recalled; the time to an exit is the mean of their exit rate. The discount rate is an assumption, 20-70 %
 * by stage.
 */
export const usualValuation = {
  volatility: 0.9,
  riskFreeRate: 0.025,
  monthsToExit: 48,
  exitRate: 0.25,
  discountRate: 0.4,
} as const
