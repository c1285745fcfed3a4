import { makeStream, sampleUniform, type Stream } from '../../engine/random/index.ts'
import type { Parameters } from '../../scenarios/index.ts'

export const hoursPerMonth = 730

/**
 * Rentable GPUs of the market: capacity in service, orders under way, price and lead time. The price follows
 * utilisation, orders follow the price, and what was ordered arrives half a year to a year later: a cobweb.
 *
 * Units: GPUs, GPU-hours, US dollars an hour. Draws: one uniform an order from stream `compute`.
 */
export class ComputeMarket {
  capacity: number
  priceUsd: number
  utilisation = 0.85
  leadMonths = 0
  /** Share of the hours asked for that capacity could serve last month: what is short is shared out alike. */
  served = 1
  /** GPU-hours that startups asked for since the last month. */
  startupHours = 0
  private readonly p: Parameters['compute']
  private readonly stream: Stream
  private readonly floorUsd: number
  private readonly supply: number
  private incumbentGpus: number
  private readonly startPriceUsd: number
  private unmetHours = 0

  constructor(parameters: Parameters, seed: number, run: number) {
    this.p = parameters.compute
    this.supply = parameters.market.gpuSupply
    this.stream = makeStream(seed, run, 'compute')
    this.floorUsd = this.p.priceFloor * parameters.market.gpuPriceFloor
    this.startPriceUsd = Math.max(this.floorUsd, this.p.startPrice)
    this.priceUsd = this.startPriceUsd
    this.capacity = this.p.capacity * this.supply
    this.incumbentGpus = this.p.capacity * this.p.incumbentShare
  }

  /** Records a purchase of GPU-hours by a startup. */
  use(hours: number): void {
    this.startupHours += hours
  }

  /** A month passes; returns the GPUs ordered now, to be delivered after `deliveryMonths()`. */
  step(sentiment: number, orderCondition: number): number {
    const p = this.p
    this.incumbentGpus *= 1 + p.incumbentGrowth + p.incumbentSentiment * sentiment
    const relativePrice = this.priceUsd / this.startPriceUsd
    const incumbentHours =
      hoursPerMonth * this.incumbentGpus * Math.exp(-p.demandElasticity * Math.log(relativePrice))
    const capacityHours = hoursPerMonth * this.capacity
    const demandHours = incumbentHours + this.startupHours
    const wanted = capacityHours > 0 ? demandHours / capacityHours : 2
    this.utilisation = Math.min(1, wanted)
    this.served = demandHours > capacityHours ? capacityHours / demandHours : 1
    this.updateLead(demandHours, capacityHours)
    const pressure = p.priceResponse * (Math.min(1.5, wanted) - p.targetUtilisation)
    const ceilingUsd = Math.max(p.priceCeiling, this.floorUsd)
    this.priceUsd = Math.max(0.25 * this.floorUsd, Math.min(ceilingUsd, this.priceUsd * Math.exp(pressure)))
    this.startupHours = 0
    this.capacity *= 1 - 1 / p.usefulLife
    return this.orders(orderCondition)
  }

  deliveryMonths(): number {
    return sampleUniform(
      this.stream,
      this.p.deliveryShortest,
      Math.max(this.p.deliveryShortest, this.p.deliveryLongest),
    )
  }

  /** Share of the price of month 0 that compute costs now. */
  get relativePrice(): number {
    return this.priceUsd / this.startPriceUsd
  }

  private updateLead(demandHours: number, capacityHours: number): void {
    this.unmetHours = Math.max(0, 0.9 * this.unmetHours + demandHours - capacityHours)
    const quoted = capacityHours > 0 ? Math.min(12, this.unmetHours / (0.1 * capacityHours)) : 12
    this.leadMonths += (quoted - this.leadMonths) / this.p.leadMemory
  }

  /** Orders grow with the log price above break-even and stop below it. */
  private orders(condition: number): number {
    const margin = Math.log(this.priceUsd / this.floorUsd)
    if (margin <= 0) return 0
    return this.capacity * condition * (this.p.baseOrders + this.p.orderResponse * margin)
  }
}
