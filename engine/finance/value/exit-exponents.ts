import type { ContractModel } from './contract-model.ts'

/**
 * The discounted law of w = ln(exit price / value today) when the exit comes at an exponential time: its density is
 * density × exp(-b w), with one exponent b below 0, for prices below today's value, and one above: the roots of
 * s^2/2 b^2 + (r - s^2/2) b - (rate + r) = 0.
 *
 * Source: Borodin and Salminen, Handbook of Brownian Motion (2002), stopping at an exponential time; the model is that
 * of Gornall and Strebulaev (2020).
 */
export class ExitExponents {
  below = 0
  above = 0
  /** 1 less the exponent above: taken from it, no digits would be left when it is near 1. */
  steepAbove = 0
  density = 0

  set({ volatility, riskFreeRate, exitRate }: ContractModel): void {
    const half = (volatility * volatility) / 2
    const drift = riskFreeRate - half
    const root = Math.sqrt(drift * drift + 4 * half * (exitRate + riskFreeRate))
    // Of the two forms of a root, the one without cancellation.
    this.below = drift > 0 ? -(drift + root) / (2 * half) : (-2 * (exitRate + riskFreeRate)) / (root - drift)
    // (b above - 1) (1 - b below) = 2 rate / s^2, since a payout of the price itself is worth today's value.
    this.steepAbove = -exitRate / half / (1 - this.below)
    this.above = 1 - this.steepAbove
    this.density = exitRate / root
  }
}
