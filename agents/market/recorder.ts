import type { MarketTable } from '../records.ts'

/** Panel rows as they come: one a startup and year. */
export interface PanelRows {
  readonly startup: number[]
  readonly year: number[]
  readonly arrUsd: number[]
  readonly headcount: number[]
  readonly grossMargin: number[]
  readonly capability: number[]
  readonly cashUsd: number[]
}

/** Collects what is reported by month; months before 0 and from the horizon on are not kept. */
export class Recorder {
  readonly market: MarketTable
  readonly panel: PanelRows | null
  gpuHours = 0
  gpuSpendUsd = 0
  costsUsd = 0
  investedUsd = 0
  returnedUsd = 0
  readonly companyCashUsd: Float64Array
  readonly companyArrUsd: Float64Array
  private readonly months: number

  constructor(horizonMonths: number, panel: boolean) {
    this.months = horizonMonths
    this.market = emptyMarket(horizonMonths)
    this.companyCashUsd = new Float64Array(horizonMonths)
    this.companyArrUsd = new Float64Array(horizonMonths)
    this.panel = panel
      ? { startup: [], year: [], arrUsd: [], headcount: [], grossMargin: [], capability: [], cashUsd: [] }
      : null
  }

  /** Whether a time belongs to the recorded months. */
  isRecorded(time: number): boolean {
    return time >= 0 && time < this.months
  }

  /** Adds to a monthly flow. */
  addFlow(
    column: 'fundingUsd' | 'entrants' | 'closures' | 'hires' | 'departures',
    time: number,
    amount: number,
  ): void {
    if (amount !== 0 && this.isRecorded(time)) this.market[column][Math.floor(time)] += amount
  }

  addCompute(time: number, hours: number, usd: number): void {
    if (!this.isRecorded(time)) return
    this.gpuHours += hours
    this.gpuSpendUsd += usd
  }

  addCosts(time: number, usd: number): void {
    if (this.isRecorded(time)) this.costsUsd += usd
  }
}

function emptyMarket(months: number): MarketTable {
  const column = (): Float64Array => new Float64Array(months)
  return {
    count: months,
    sentiment: column(),
    publicMultiple: column(),
    priceIndex: column(),
    fundamentalIndex: column(),
    priceToFundamental: column(),
    mispricing: column(),
    gpuPriceUsdPerHour: column(),
    gpuUtilisation: column(),
    gpuLeadTimeMonths: column(),
    wageIndex: column(),
    dryPowderUsd: column(),
    fundingUsd: column(),
    entrants: column(),
    closures: column(),
    adoption: column(),
    hires: column(),
    departures: column(),
  }
}
