import type { Parameters } from '../../scenarios/index.ts'

export const roleCount = 3
const workingMonths = 12

/**
 * People who work or would work in startups, by role (researchers, engineers, go-to-market): pools that follow wages
 * and jobs with a lag, a wage index that rises with vacancies and is sticky downward, and the time that a post stays open.
 *
 * Units: heads; wage index 1 = the pay of month 0. Owner: startups report vacancies and heads each month.
 */
export class TalentMarket {
  wageIndex = 1
  readonly pool: Float64Array
  /** Heads employed by startups. */
  readonly employed = new Float64Array(roleCount)
  /** Posts that startups had open since the last month. */
  readonly vacancies = new Float64Array(roleCount)
  /** Share of the open posts that are filled in a month. */
  readonly fillRate = new Float64Array(roleCount)
  /** Monthly cost of a head of each role now, in dollars. */
  readonly payUsd = new Float64Array(roleCount)
  /** Voluntary departures a head and month now. */
  attrition: number
  private readonly p: Parameters['talent']
  private readonly basePool: Float64Array
  private readonly employedMemory = new Float64Array(roleCount)
  private wageMemory = 0

  constructor(parameters: Parameters) {
    this.p = parameters.talent
    this.pool = Float64Array.from(this.p.pool, (heads) => heads * parameters.market.talentSupply)
    this.basePool = this.pool.slice()
    this.attrition = this.p.attrition
    this.fillRate.fill(Math.min(1, 1 / this.p.hireTime))
    this.updatePay()
  }

  /** A month passes: wages move with tightness, pools with lagged wages, posts fill faster in a slack market. */
  step(attritionCondition: number): void {
    const p = this.p
    let tightness = 0
    for (let role = 0; role < roleCount; role++) {
      this.employedMemory[role] += (this.employed[role] - this.employedMemory[role]) / p.supplyLag
      this.pool[role] =
        this.basePool[role] * Math.exp(p.supplyResponse * this.wageMemory) +
        p.newcomers * this.employedMemory[role]
      this.basePool[role] *= 1 + p.poolGrowth
      const looking = Math.max(0.02 * this.pool[role], this.pool[role] - this.employed[role])
      const ratio = looking > 0 ? this.vacancies[role] / looking / p.usualVacancy : 4
      const bounded = Math.min(4, ratio)
      tightness += bounded / roleCount
      this.fillRate[role] = Math.min(1, 1 / (p.hireTime * Math.max(0.5, Math.sqrt(bounded))))
      if (this.vacancies[role] > 0)
        this.fillRate[role] = Math.min(this.fillRate[role], (0.5 * looking) / this.vacancies[role])
      this.vacancies[role] = 0
    }
    const change = Math.max(-p.wageFall, p.wageResponse * (tightness - 1))
    this.wageIndex *= Math.exp(change)
    this.wageMemory += (Math.log(this.wageIndex) - this.wageMemory) / p.supplyLag
    this.attrition = attritionCondition * p.attrition * Math.exp(p.poaching * Math.log(this.wageIndex))
    this.updatePay()
  }

  /** People who come with a company from outside: they fill no post of the market and leave none open. */
  bring(role: number, heads: number): void {
    this.basePool[role] += heads
    this.employed[role] += heads
  }

  /** Part of the pools leaves for good. */
  shrink(keep: number): void {
    for (let role = 0; role < roleCount; role++) this.basePool[role] *= keep
  }

  private updatePay(): void {
    for (let role = 0; role < roleCount; role++)
      this.payUsd[role] = (this.p.pay[role] / workingMonths) * this.wageIndex
  }
}
