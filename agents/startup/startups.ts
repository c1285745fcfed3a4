import { makeCapTable, type CapTable } from '../../engine/finance/index.ts'
import { makeStream, type Stream } from '../../engine/random/index.ts'

/** Life of a startup: without a round, with one, living on its own revenue or a day job, gone. */
export const Status = { unfunded: 0, funded: 1, dormant: 2, ended: 3 } as const

export const Practice = { technical: 1, market: 2, legal: 4, financial: 8 } as const

/**
 * What a startup's streams are for; the letter stands before its name in the stream's label. Letters, because seeding
 * costs about 0.1 µs a character and a run makes some seven hundred streams.
 */
const Purpose = { life: 'l', sales: 's', raise: 'r', terms: 'n', training: 't', audit: 'a' } as const

/** Shares at the founding: founders', and the pool of which nothing is granted yet. */
export const foundersShares = 9_000_000
const poolShares = 1_000_000

/** Code of "none" in code columns. */
export const none = -1

const floatColumns = [
  'founded',
  'quality',
  'technology',
  'insight',
  'teamwork',
  'thrift',
  'ability',
  'fitMonth',
  'arrUsd',
  'peakArrUsd',
  'growth',
  'expectedSalesUsd',
  'pull',
  'weight',
  'logSize',
  'seedAppeal',
  'fitAppeal',
  'grossMargin',
  'researchers',
  'engineers',
  'sellers',
  'researchersOwed',
  'engineersOwed',
  'sellersOwed',
  'leaversOwed',
  'planUsd',
  'reservedUsd',
  'reservedUntil',
  'reservedHours',
  'auditClock',
  'silentEnd',
  'restlessness',
  'capability',
  'trainingFundUsd',
  'lastRoundMonth',
  'lastPostUsd',
  'lastPriceUsd',
  'raisedUsd',
  'seedMonth',
  'firstRevenueMonth',
  'outcomeMonth',
  'exitUsd',
  'gpuHours',
  'netBurnUsd',
  'askAmountUsd',
  'askPostUsd',
  'grantedShares',
  'tableMonth',
] as const
const codeColumns = [
  'direction',
  'businessModel',
  'industry',
  'jurisdiction',
  'channel',
  'practices',
  'stage',
  'status',
  'outcome',
  'cause',
  'contributing',
  'raising',
  'failedRaises',
  'bridges',
  'cuts',
  'training',
  'failedTrainings',
  'pivots',
  'isCompany',
  'silent',
  'planning',
] as const

type FloatColumn = (typeof floatColumns)[number]
type CodeColumn = (typeof codeColumns)[number]

// Every column is a field from the start, so that objects of the class keep one shape; the constructor fills them.
const noFloats = new Float64Array(0)
const noCodes = new Int8Array(0)

/**
 * All startups of a world, one row each, in the order of founding.
 *
 * Shape: columns of `capacity` entries, of which the first `count` mean anything. Columns are replaced when they grow:
 * read them from this object, never keep them over a founding. Units: US dollars, months, yearly revenue in dollars.
 */
export class Startups implements Record<FloatColumn, Float64Array>, Record<CodeColumn, Int8Array> {
  count = 0
  capacity: number
  private readonly seed: number
  private readonly run: number
  founded: Float64Array = noFloats
  quality: Float64Array = noFloats
  technology: Float64Array = noFloats
  insight: Float64Array = noFloats
  teamwork: Float64Array = noFloats
  thrift: Float64Array = noFloats
  ability: Float64Array = noFloats
  fitMonth: Float64Array = noFloats
  arrUsd: Float64Array = noFloats
  peakArrUsd: Float64Array = noFloats
  growth: Float64Array = noFloats
  expectedSalesUsd: Float64Array = noFloats
  /** Draw on customers apart from size, and with it: the weight in tenders. */
  pull: Float64Array = noFloats
  weight: Float64Array = noFloats
  /** Log of one plus yearly revenue in millions. */
  logSize: Float64Array = noFloats
  /** What quality does to the hazards of seed money and of fit, as multipliers. */
  seedAppeal: Float64Array = noFloats
  fitAppeal: Float64Array = noFloats
  grossMargin: Float64Array = noFloats
  researchers: Float64Array = noFloats
  engineers: Float64Array = noFloats
  sellers: Float64Array = noFloats
  researchersOwed: Float64Array = noFloats
  engineersOwed: Float64Array = noFloats
  sellersOwed: Float64Array = noFloats
  leaversOwed: Float64Array = noFloats
  planUsd: Float64Array = noFloats
  reservedUsd: Float64Array = noFloats
  reservedUntil: Float64Array = noFloats
  reservedHours: Float64Array = noFloats
  /** Voluntary departures against the market's rate: less in a good team. */
  restlessness: Float64Array = noFloats
  /** Handle of the event that ends a silent startup. */
  silentEnd: Float64Array = noFloats
  /** Time to the first audit in units of its mean, drawn at founding. */
  auditClock: Float64Array = noFloats
  capability: Float64Array = noFloats
  trainingFundUsd: Float64Array = noFloats
  lastRoundMonth: Float64Array = noFloats
  lastPostUsd: Float64Array = noFloats
  lastPriceUsd: Float64Array = noFloats
  raisedUsd: Float64Array = noFloats
  seedMonth: Float64Array = noFloats
  firstRevenueMonth: Float64Array = noFloats
  outcomeMonth: Float64Array = noFloats
  exitUsd: Float64Array = noFloats
  gpuHours: Float64Array = noFloats
  netBurnUsd: Float64Array = noFloats
  askAmountUsd: Float64Array = noFloats
  askPostUsd: Float64Array = noFloats
  /** Shares that staff got out of the pool; the table counts them as common. */
  grantedShares: Float64Array = noFloats
  /** Month to which grants, dividends and interest of the cap table have run. */
  tableMonth: Float64Array = noFloats
  direction: Int8Array = noCodes
  businessModel: Int8Array = noCodes
  industry: Int8Array = noCodes
  jurisdiction: Int8Array = noCodes
  channel: Int8Array = noCodes
  practices: Int8Array = noCodes
  stage: Int8Array = noCodes
  status: Int8Array = noCodes
  outcome: Int8Array = noCodes
  cause: Int8Array = noCodes
  contributing: Int8Array = noCodes
  raising: Int8Array = noCodes
  failedRaises: Int8Array = noCodes
  bridges: Int8Array = noCodes
  cuts: Int8Array = noCodes
  training: Int8Array = noCodes
  failedTrainings: Int8Array = noCodes
  pivots: Int8Array = noCodes
  isCompany: Int8Array = noCodes
  /** 1 while it neither earns nor spends: no books are kept. */
  silent: Int8Array = noCodes
  /** 1 once quarterly plans are made. */
  planning: Int8Array = noCodes
  /** Row of the last closed round in the round table, -1 for none. */
  lastRound: Int32Array
  readonly capTables: CapTable[] = []
  /** Traits at founding, then month by month: the same draws whatever happens. */
  readonly lifeStreams: Stream[] = []
  /** Contracts; made when first needed, as are those below. */
  readonly salesStreams: (Stream | null)[] = []
  readonly raiseStreams: (Stream | null)[] = []
  readonly termsStreams: (Stream | null)[] = []
  readonly trainingStreams: (Stream | null)[] = []
  readonly auditStreams: (Stream | null)[] = []
  readonly labels: string[] = []

  constructor(capacity: number, seed: number, run: number) {
    this.seed = seed
    this.run = run
    this.capacity = capacity
    for (const name of floatColumns) this[name] = new Float64Array(capacity)
    for (const name of codeColumns) this[name] = new Int8Array(capacity)
    this.lastRound = new Int32Array(capacity)
  }

  /** Adds a row with everything zero, code columns of "what happened" at none, and its streams under `label`. */
  add(label: string): number {
    const row = this.count
    if (row === this.capacity) this.grow()
    this.count = row + 1
    this.fitMonth[row] = Number.NaN
    this.seedMonth[row] = Number.NaN
    this.firstRevenueMonth[row] = Number.NaN
    this.outcomeMonth[row] = Number.NaN
    this.lastRoundMonth[row] = Number.NaN
    this.restlessness[row] = 1
    this.seedAppeal[row] = 1
    this.fitAppeal[row] = 1
    this.stage[row] = none
    this.cause[row] = none
    this.contributing[row] = none
    this.lastRound[row] = none
    this.labels[row] = label
    this.capTables[row] = makeCapTable(foundersShares, poolShares)
    this.lifeStreams[row] = this.stream(Purpose.life, row)
    this.salesStreams[row] = null
    this.raiseStreams[row] = null
    this.termsStreams[row] = null
    this.trainingStreams[row] = null
    this.auditStreams[row] = null
    return row
  }

  sales(row: number): Stream {
    return (this.salesStreams[row] ??= this.stream(Purpose.sales, row))
  }

  raises(row: number): Stream {
    return (this.raiseStreams[row] ??= this.stream(Purpose.raise, row))
  }

  /** Luck in the negotiation of terms: its own, so that terms move no other draw. */
  negotiations(row: number): Stream {
    return (this.termsStreams[row] ??= this.stream(Purpose.terms, row))
  }

  trainings(row: number): Stream {
    return (this.trainingStreams[row] ??= this.stream(Purpose.training, row))
  }

  audits(row: number): Stream {
    return (this.auditStreams[row] ??= this.stream(Purpose.audit, row))
  }

  private stream(purpose: (typeof Purpose)[keyof typeof Purpose], row: number): Stream {
    return makeStream(this.seed, this.run, purpose + this.labels[row])
  }

  private grow(): void {
    this.capacity *= 2
    for (const name of floatColumns) this[name] = enlarged(this[name], new Float64Array(this.capacity))
    for (const name of codeColumns) this[name] = enlarged(this[name], new Int8Array(this.capacity))
    this.lastRound = enlarged(this.lastRound, new Int32Array(this.capacity))
  }
}

function enlarged<A extends Float64Array | Int8Array | Int32Array>(from: A, into: A): A {
  into.set(from)
  return into
}
