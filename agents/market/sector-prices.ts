import { makeStream, sampleStandardNormal, type Stream } from '../../engine/random/index.ts'
import type { Parameters } from '../../scenarios/index.ts'

/**
 * The sector's per-share price index, ln P = f + x: a fundamental that reacts to surprises in realised production
 * spend, and a mispricing that extrapolates its own recent trend, can crash, and then bleeds through a bust phase.
 * No path is given: booms and collapses come out of the feedback.
 *
 * Draws: four numbers a month from stream `prices`, whatever happens.
 * Source: Greenwood, Shleifer and You, Bubbles for Fama (2019), for crash hazards; ODD submodel "prices".
 */
export class SectorPrices {
  fundamental = 0
  mispricing = 0
  /** Private prices follow the public mispricing with a lag. */
  privateMispricing = 0
  /** Lagged log return above drift, a month. */
  momentum = 0
  crashed = false
  private readonly p: Parameters['prices']
  private readonly stream: Stream
  private expectedGrowth = 0
  private hasGrowth = false
  private bustMonthsLeft = 0
  /** ln P at the ends of the last 36 months, newest last. */
  private readonly history = new Float64Array(37)

  constructor(parameters: Parameters, seed: number, run: number) {
    this.p = parameters.prices
    this.stream = makeStream(seed, run, 'prices')
  }

  get isBust(): boolean {
    return this.bustMonthsLeft > 0
  }

  /** Public revenue multiple of the sector. */
  get publicMultiple(): number {
    return this.p.baseMultiple * Math.exp(this.mispricing)
  }

  get logPrice(): number {
    return this.fundamental + this.mispricing
  }

  /** Log return from `from` to `to` months ago. */
  pastReturn(from: number, to: number): number {
    return this.history[36 - Math.min(36, Math.round(to))] - this.history[36 - Math.min(36, Math.round(from))]
  }

  /**
   * A month passes. `spendGrowth` is last month's log growth of production spend; `drift` comes from conditions.
   */
  step(spendGrowth: number, discipline: number, sentiment: number, drift: number): void {
    const p = this.p
    const fundamentalShock = sampleStandardNormal(this.stream)
    const mispricingShock = sampleStandardNormal(this.stream)
    const crashDraw = this.stream.next()
    const bustDraw = this.stream.next()
    const before = this.logPrice
    if (!this.hasGrowth) this.expectedGrowth = spendGrowth
    this.hasGrowth = true
    this.fundamental +=
      p.drift +
      drift +
      p.growthResponse * (spendGrowth - this.expectedGrowth) +
      p.fundamentalVolatility * fundamentalShock
    this.expectedGrowth += (spendGrowth - this.expectedGrowth) / p.growthMemory
    const gain = p.extrapolationGain * (1 - discipline) * p.momentumCap
    this.mispricing +=
      -p.mispricingReversion * this.mispricing +
      gain * saturating(this.momentum / p.momentumCap) +
      p.sentimentPull * (1 - discipline) * sentiment +
      p.mispricingVolatility * mispricingShock -
      this.bustFall(bustDraw) -
      this.crashFall(crashDraw, bustDraw)
    this.privateMispricing += (this.mispricing - this.privateMispricing) / p.privateLag
    this.momentum += (this.logPrice - before - p.drift - this.momentum) / p.momentumMemory
    this.history.copyWithin(0, 1)
    this.history[36] = this.logPrice
  }

  /** Fall of this month of a running bust. */
  private bustFall(draw: number): number {
    if (this.bustMonthsLeft <= 0) return 0
    this.bustMonthsLeft -= 1
    return this.p.bustDecline * (0.6 + 0.8 * draw)
  }

  /** Fall at once if a crash starts; it opens a bust phase of 0.5 to 1.5 times the mean length. */
  private crashFall(crashDraw: number, lengthDraw: number): number {
    const p = this.p
    this.crashed = false
    if (this.bustMonthsLeft > 0 || this.mispricing <= p.crashThreshold) return 0
    const hazard = Math.min(p.crashHazardCap, p.crashBase * Math.exp(p.crashSlope * this.mispricing))
    if (crashDraw >= hazard) return 0
    this.crashed = true
    this.bustMonthsLeft = p.bustLength * (0.5 + lengthDraw)
    return p.crashSize
  }
}

/** Hyperbolic tangent from `expm1`, whose bits agree on every Node that we support. */
function saturating(x: number): number {
  if (x > 20) return 1
  if (x < -20) return -1
  const e = Math.expm1(2 * x)
  return e / (e + 2)
}
