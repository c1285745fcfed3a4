import { fullyDilutedShares, makeCapTable, type CapTable } from '../table/cap-table.ts'
import { fillClassValues, makeClassValues, type ClassValues } from './class-values.ts'
import type { ContractModel } from './contract-model.ts'
import { mergeSegments } from './contract-segments.ts'
import { vetoPriceUsd } from './veto-price.ts'
import { drawPlainPayouts } from './draw-plain-payouts.ts'
import { ContractCurve } from './contract-curve.ts'
import { LineWeights } from './line-weights.ts'
import { countClasses } from './payout-lines.ts'
import { solveRising } from './rising-root.ts'

/** What a price paid for one series says of a whole company, contract by contract. */
export interface ContractValue {
  /** Price of the series times all fully diluted shares: the headline post-money value. SAFEs and notes have none. */
  headlineUsd: number
  /** Value of the whole company, which all exits come from: the classes' and the unissued options'. */
  companyUsd: number
  /** Value of the shares issued: the company's less that of options nobody holds yet, and of SAFEs and notes. */
  fairUsd: number
  /** headline / fair - 1: 0.3 is a headline 30 % above the fair value. */
  overvaluation: number
  /** Price / value of a common share - 1. */
  commonOvervaluation: number
  /** What each class is worth; its `companyUsd` is `fairUsd` with the SAFEs and notes. */
  readonly classes: ClassValues
}

/** Where the search starts: the mean headline of the 135 companies of the study lies 48 % above the fair value. */
const usualHeadline = 1.48

/** Buffers of the contract-based value and its latest answer. Make it once; each valuation overwrites it. */
export class ContractWork {
  readonly value: ContractValue = {
    headlineUsd: 0,
    companyUsd: 0,
    fairUsd: 0,
    overvaluation: 0,
    commonOvervaluation: 0,
    classes: makeClassValues(),
  }
  /** The caller's table with the available pool granted: whoever gets those options will share in the exit. */
  readonly #table: { -readonly [K in keyof CapTable]: CapTable[K] } = makeCapTable(1, 0)
  readonly #curve = new ContractCurve()
  readonly #weights = new LineWeights()
  #column = new Float64Array(0)

  /** Finds the company's value at which the series is worth its price, and the value of every class. */
  solve(table: CapTable, series: number, priceUsd: number, model: ContractModel): void {
    const headlineUsd = priceUsd * fullyDilutedShares(table)
    this.#curve.logUsd = Math.log(headlineUsd / usualHeadline)
    this.#setUp(table, model)
    this.#curve.ofClass = 1 + table.rights.length + series
    this.#curve.targetUsd = priceUsd * table.series[series].shares
    if (!solveRising(this.#curve))
      throw new RangeError(
        `contractValue: priceUsd of series ${series} must be one that it is worth at some value, got ${priceUsd}`,
      )
    this.#fillValue(table)
    this.value.headlineUsd = headlineUsd
    this.value.overvaluation = headlineUsd / this.value.fairUsd - 1
    this.value.commonOvervaluation = priceUsd / this.value.classes.commonPerShareUsd - 1
  }

  /** Values every class of a company whose value is known. */
  valueAt(table: CapTable, companyUsd: number, model: ContractModel): ClassValues {
    this.#curve.logUsd = Math.log(companyUsd)
    this.#setUp(table, model)
    this.#fillValue(table)
    return this.value.classes
  }

  #setUp(table: CapTable, model: ContractModel): void {
    const { sale, listing, law } = this.#curve
    const own = this.#table
    own.commonShares = table.commonShares
    own.promisedShares = table.promisedShares + table.availableShares
    own.rights = table.rights
    own.series = table.series
    own.convertibles = table.convertibles
    drawPlainPayouts(own, false, sale)
    drawPlainPayouts(own, true, listing)
    const vetoBelowUsd = vetoPriceUsd(own, listing)
    mergeSegments(sale, listing, model, vetoBelowUsd, law.segments)
    law.ends.logUsd = this.#curve.logUsd
    law.prepare(model)
    if (this.#column.length < countClasses(table)) this.#column = new Float64Array(2 * countClasses(table))
  }

  /** Values all classes of a company whose value is in the curve's `logUsd`. */
  #fillValue(table: CapTable): void {
    const { law, sale, listing, logUsd } = this.#curve
    law.ends.logUsd = logUsd
    law.weigh()
    this.#weights.gather(law, false, sale.lineCount)
    this.#column.fill(0)
    this.#weights.addWorth(sale, this.#column)
    this.#weights.gather(law, true, listing.lineCount)
    this.#weights.addWorth(listing, this.#column)
    let companyUsd = 0
    for (let c = 0; c < sale.classCount; c++) companyUsd += this.#column[c]
    this.value.companyUsd = companyUsd
    const held = table.commonShares + table.promisedShares
    this.#column[0] *= held / (held + table.availableShares)
    fillClassValues(table, this.#column, this.value.classes)
    const { convertiblesUsd } = this.value.classes
    let fairUsd = this.value.classes.companyUsd
    for (let i = 0; i < convertiblesUsd.length; i++) fairUsd -= convertiblesUsd[i]
    this.value.fairUsd = fairUsd
  }
}
