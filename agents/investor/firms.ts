import { makeStream, sampleStandardNormal } from '../../engine/random/index.ts'
import type { Parameters } from '../../scenarios/index.ts'

const crossoverType = 4
const stageCount = 7

/**
 * Investment firms, one row each: type, discipline, stages, and what they may still spend this month.
 * A firm's dry powder is the balance of its ledger account.
 *
 * Draws: one normal a firm from stream `firms` at the start.
 */
export class Firms {
  readonly count: number
  readonly type: Int8Array
  readonly discipline: Float64Array
  readonly firstStage: Int8Array
  readonly lastStage: Int8Array
  /** Dollars that the firm may invest before its pace allows more. */
  readonly budgetUsd: Float64Array
  /** Money called from limited partners, what went into rounds, what was paid back, and fees. */
  readonly calledUsd: Float64Array
  readonly investedUsd: Float64Array
  readonly distributedUsd: Float64Array
  readonly feesUsd: Float64Array
  /** Net flow with limited partners by year since the start of the burn-in, `years` a firm: negative = called. */
  readonly years: number
  readonly flowsUsd: Float64Array
  private readonly startMonth: number
  /** Firms that invest in each stage. */
  readonly ofStage: readonly Int32Array[]
  /** Firms of each type. */
  readonly countOfType: Int32Array
  /** Mean premium that recent deals paid over fundamentals, by direction: what peers look at. */
  readonly heat = new Float64Array(4)
  /** Lagged average of dollars asked a month, and of dollars that may be spent. */
  askedUsd = 0
  needsUsd = 0
  monthlyBudgetUsd = 0
  /** Rounds that investors still have time for. */
  attention = 0

  constructor(parameters: Parameters, horizonMonths: number, seed: number, run: number) {
    const capital = parameters.capital
    const stream = makeStream(seed, run, 'firms')
    this.countOfType = Int32Array.from(capital.firms, Math.floor)
    this.count = this.countOfType.reduce((sum, n) => sum + n, 0)
    this.type = new Int8Array(this.count)
    this.discipline = new Float64Array(this.count)
    this.firstStage = new Int8Array(this.count)
    this.lastStage = new Int8Array(this.count)
    this.budgetUsd = new Float64Array(this.count)
    this.calledUsd = new Float64Array(this.count)
    this.investedUsd = new Float64Array(this.count)
    this.distributedUsd = new Float64Array(this.count)
    this.feesUsd = new Float64Array(this.count)
    this.startMonth = -parameters.world.burnIn
    this.years = Math.floor((horizonMonths - this.startMonth) / 12) + 1
    this.flowsUsd = new Float64Array(this.count * this.years)
    let firm = 0
    for (let type = 0; type < capital.firms.length; type++)
      for (let k = 0; k < this.countOfType[type]; k++) {
        this.type[firm] = type
        const own = capital.disciplineShift[type] + capital.disciplineSpread * sampleStandardNormal(stream)
        this.discipline[firm] = individualDiscipline(parameters.market.discipline, own)
        this.firstStage[firm] = capital.firstStage[type]
        this.lastStage[firm] = capital.lastStage[type]
        firm++
      }
    this.ofStage = Array.from({ length: stageCount }, (_, stage) => this.investingIn(stage))
  }

  /** Books money that came from limited partners. */
  call(firm: number, usd: number, time: number): void {
    this.calledUsd[firm] += usd
    this.flowsUsd[firm * this.years + this.yearOf(time)] -= usd
  }

  /** Books money that went to limited partners. */
  distribute(firm: number, usd: number, time: number): void {
    this.distributedUsd[firm] += usd
    this.flowsUsd[firm * this.years + this.yearOf(time)] += usd
  }

  private yearOf(time: number): number {
    return Math.floor((time - this.startMonth) / 12)
  }

  isCrossover(firm: number): boolean {
    return this.type[firm] === crossoverType
  }

  private investingIn(stage: number): Int32Array {
    const firms: number[] = []
    for (let firm = 0; firm < this.count; firm++)
      if (this.firstStage[firm] <= stage && stage <= this.lastStage[firm]) firms.push(firm)
    return Int32Array.from(firms)
  }
}

/** A market without feedback (discipline 1) has no firm that breaks ranks, so the spread closes near the ends. */
function individualDiscipline(mean: number, own: number): number {
  const room = Math.min(1, 4 * mean * (1 - mean))
  return Math.max(0, Math.min(1, mean + own * room))
}
