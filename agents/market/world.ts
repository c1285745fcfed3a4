import type { TrainingTable } from '../../engine/cost/index.ts'
import {
  ContractWork,
  makeExitSplit,
  makeRoundSolution,
  usualContractModel,
  type ContractModel,
} from '../../engine/finance/index.ts'
import type { Calendar } from '../../engine/kernel/index.ts'
import { makeStream, type Stream } from '../../engine/random/index.ts'
import type { Company, Parameters, Shock } from '../../scenarios/index.ts'
import { ComputeMarket } from '../compute/compute-market.ts'
import { trainingTableOf } from '../compute/training-table-of.ts'
import { Customers } from '../customer/customers.ts'
import type { Segment } from '../customer/segment.ts'
import { Incumbents } from '../incumbent/incumbents.ts'
import { Firms } from '../investor/firms.ts'
import { Startups } from '../startup/startups.ts'
import { TalentMarket } from '../talent/talent-market.ts'
import { makeConditions, type Conditions } from './conditions.ts'
import { Ledger } from './ledger.ts'
import { Recorder } from './recorder.ts'
import { Rounds } from './rounds.ts'
import { SectorPrices } from './sector-prices.ts'
import { Sentiment } from './sentiment.ts'

/** What a world is made from: the inputs of this run, uncertain ones already drawn. */
export interface WorldInputs {
  readonly parameters: Parameters
  readonly company: Company | null
  readonly shocks: readonly Shock[]
  readonly horizonMonths: number
  readonly panel: boolean
}

/** Startups that most runs stay below, burn-in included; the columns grow beyond it. */
const startupCapacity = 320

/** One market in one run: all that its events read and change. */
export class World {
  readonly inputs: WorldInputs
  readonly parameters: Parameters
  readonly calendar: Calendar
  /** Streams of this world are named by seed, run, purpose and entity. */
  readonly seed: number
  readonly run: number
  readonly horizonMonths: number
  readonly ledger: Ledger
  readonly startups: Startups
  readonly rounds: Rounds
  readonly firms: Firms
  readonly customers: Customers
  readonly compute: ComputeMarket
  /** What training runs take on the machine of month 0. */
  readonly training: TrainingTable
  readonly talent: TalentMarket
  readonly incumbents: Incumbents
  readonly sentiment: Sentiment
  readonly prices: SectorPrices
  readonly conditions: Conditions
  readonly recorder: Recorder
  readonly foundings: Stream
  readonly instants: Stream
  readonly bidders = { firm: new Int32Array(16), count: 0 }
  /** Where that company sells. */
  segment: Segment | null = null
  /** What sentiment does to hazards this month, as multipliers. */
  readonly moods = { sale: 1, listing: 1, seed: 1 }
  /** Yearly production spend at the last month's turn. */
  lastSpendUsd = 0
  /** Shocks that last now, by their place in the scenario. */
  readonly activeShocks = new Set<number>()
  /** Dry powder of all firms at the last month's turn. */
  dryPowderUsd = 0
  /** Mean of a log-normal contract over its median. */
  readonly contractMeanOverMedian: number
  /** What the last exit paid, and how the last round was priced: overwritten by the next. */
  readonly split = makeExitSplit()
  readonly solution = makeRoundSolution()
  /** How companies move in the contract-based fair value of a round, and its buffers. */
  readonly fairModel: ContractModel
  readonly fairWork = new ContractWork()
  /** Row of the scenario's own company, -1 for none. */
  companyRow = -1

  constructor(inputs: WorldInputs, seed: number, run: number, calendar: Calendar) {
    const parameters = inputs.parameters
    this.inputs = inputs
    this.parameters = parameters
    this.calendar = calendar
    const contractSpread = parameters.startups.contractSpread
    this.contractMeanOverMedian = Math.exp(0.5 * contractSpread * contractSpread)
    const { fairVolatility, fairExitRate, fairRiskFreeRate } = parameters.rounds
    this.fairModel = {
      ...usualContractModel,
      volatility: fairVolatility,
      exitRate: fairExitRate,
      riskFreeRate: fairRiskFreeRate,
    }
    this.seed = seed
    this.run = run
    this.horizonMonths = inputs.horizonMonths
    this.conditions = makeConditions()
    this.firms = new Firms(parameters, inputs.horizonMonths, seed, run)
    this.ledger = new Ledger(this.firms.count, startupCapacity)
    this.startups = new Startups(startupCapacity, seed, run)
    this.rounds = new Rounds(512)
    this.customers = new Customers(parameters)
    this.compute = new ComputeMarket(parameters, seed, run)
    this.training = trainingTableOf(parameters.compute)
    this.talent = new TalentMarket(parameters)
    this.incumbents = new Incumbents(parameters, seed, run)
    this.sentiment = new Sentiment(parameters)
    this.prices = new SectorPrices(parameters, seed, run)
    this.foundings = makeStream(seed, run, 'foundings')
    this.instants = makeStream(seed, run, 'instants')
    this.recorder = new Recorder(inputs.horizonMonths, inputs.panel)
  }

  /** Cash of a startup in dollars. */
  cashUsd(startup: number): number {
    return this.ledger.balanceUsd(this.ledger.startupAccount(startup))
  }
}
