import { power } from '../../engine/random/index.ts'
import type { Parameters } from '../../scenarios/index.ts'

/**
 * Customers of each industry, as shares of its potential spend: waiting, pilot, production, disappointed.
 * Hype brings pilots forward; only capability above the industry's threshold turns pilots into production.
 */
export class Customers {
  readonly industryCount: number
  readonly waiting: Float64Array
  readonly pilot: Float64Array
  readonly production: Float64Array
  readonly disappointed: Float64Array
  readonly potentialUsd: Float64Array
  /** Chance that a pilot reaches production now. */
  readonly conversion: Float64Array
  readonly threshold: Float64Array
  /** Yearly spend that was put to tender in the last month. */
  readonly tenderedUsd: Float64Array
  /** Weight of all vendors and incumbents in the last tender. */
  readonly rivals: Float64Array
  /** What founders choose an industry by: potential spend, or nothing where there are no customers at all. */
  readonly foundersChoice: Float64Array
  /** Startups that sell in each industry. */
  readonly vendors: number[][]
  private readonly p: Parameters['customers']
  private readonly promises: Float64Array

  constructor(parameters: Parameters) {
    const p = parameters.customers
    this.p = p
    const n = p.potential.length
    this.industryCount = n
    this.waiting = new Float64Array(n).fill(1 - p.startAdoption)
    this.pilot = new Float64Array(n)
    this.production = new Float64Array(n).fill(p.startAdoption)
    this.disappointed = new Float64Array(n)
    const growth = power(1 + p.potentialGrowth, -parameters.world.burnIn)
    this.potentialUsd = Float64Array.from(p.potential, (usd) => usd * parameters.market.demand * growth)
    this.conversion = new Float64Array(n)
    this.promises = new Float64Array(n)
    this.tenderedUsd = new Float64Array(n)
    this.rivals = new Float64Array(n)
    this.threshold = shiftedThresholds(parameters)
    this.foundersChoice = Float64Array.from(p.potential, (usd) => (usd > 0 ? usd : 1))
    this.vendors = Array.from({ length: n }, () => [])
  }

  /** A month passes in one industry; returns the share of its potential that turned disappointed. */
  step(industry: number, capability: number, sentiment: number, disappointment: number): number {
    const p = this.p
    const chance =
      p.conversionFloor +
      p.conversionRange * logistic((capability - this.threshold[industry]) / p.thresholdWidth)
    this.conversion[industry] = chance
    const starting = Math.min(
      this.waiting[industry],
      this.waiting[industry] * this.pilotRate(industry, sentiment),
    )
    const ended = Math.min(this.pilot[industry], this.pilot[industry] / p.pilotLength)
    const won = ended * chance
    const dropped = Math.min(this.pilot[industry] - won, ended * (1 - chance) * disappointment)
    const recovered = this.disappointed[industry] / p.recovery
    const lost = this.production[industry] * Math.min(1, p.productionLoss * disappointment)
    this.tenderedUsd[industry] =
      this.potentialUsd[industry] *
      (won + this.production[industry] * Math.min(1, p.switching + p.productionLoss))
    this.waiting[industry] += recovered + lost - starting
    this.pilot[industry] += starting - won - dropped
    this.production[industry] += won - lost
    this.disappointed[industry] += dropped - recovered
    this.potentialUsd[industry] *= 1 + p.potentialGrowth
    return dropped
  }

  /** How promising each industry looks to a founder: its conversion, and a little hope. Overwritten by the next call. */
  promise(): Float64Array {
    for (let i = 0; i < this.industryCount; i++) this.promises[i] = this.conversion[i] + 0.05
    return this.promises
  }

  /** Yearly production spend of all industries. */
  productionUsd(): number {
    let sum = 0
    for (let i = 0; i < this.industryCount; i++) sum += this.potentialUsd[i] * this.production[i]
    return sum
  }

  /** Share of all potential spend that is in production. */
  adoption(): number {
    let potential = 0
    for (let i = 0; i < this.industryCount; i++) potential += this.potentialUsd[i]
    return potential > 0 ? this.productionUsd() / potential : 0
  }

  /** Bass rate of starting a pilot, sped up by hype and slowed by disappointed peers. */
  private pilotRate(industry: number, sentiment: number): number {
    const p = this.p
    const imitation =
      p.imitation[industry] * (this.production[industry] + p.pilotWeight * this.pilot[industry])
    const rate =
      p.adoptionSpeed *
      (p.innovation[industry] + imitation) *
      (1 - p.disappointmentDrag * this.disappointed[industry]) *
      Math.exp(p.hypePull * sentiment)
    return Math.min(1, Math.max(0, rate))
  }
}

/** Thresholds spread around their middle, then shifted, as the market knobs say. */
function shiftedThresholds(parameters: Parameters): Float64Array {
  const thresholds = parameters.customers.threshold
  let middle = 0
  for (const threshold of thresholds) middle += threshold / thresholds.length
  const { capabilityThresholdSpread: spread, capabilityThresholdShift: shift } = parameters.market
  return Float64Array.from(thresholds, (threshold) => middle + spread * (threshold - middle) + shift)
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
