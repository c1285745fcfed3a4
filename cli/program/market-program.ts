import { eventNames, makeModel, type RunRecord } from '../../agents/index.ts'
import { Calendar } from '../../engine/kernel/index.ts'
import { replicate, type Replication } from '../../engine/study/index.ts'
import { CsvWriter, StudyAccumulator, type RunResult } from '../../reports/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import type {
  BenchSetup,
  RunOutput,
  ShardBench,
  ShardOutput,
  StudyProgram,
  TableName,
  TableSinks,
} from '../study/index.ts'
import { EventLog } from './event-log.ts'

/** One run of the market, and the seconds that it took. */
interface TimedRun {
  readonly result: RunResult
  readonly seconds: number
}

type RunMarket = (run: number) => TimedRun

/** Months that startups lived through within the recorded time, summed. */
export const countStartupMonths = ({ startups, horizonMonths }: RunRecord): number => {
  let months = 0
  for (let i = 0; i < startups.count; i++) {
    const end = startups.outcomeMonth[i]
    const last = Number.isNaN(end) ? horizonMonths : Math.min(end, horizonMonths)
    months += Math.max(0, last - Math.max(0, startups.foundedMonth[i]))
  }
  return months
}

/** Prepares one thread to run the market of a scenario, again and again in the same buffers. */
const prepareMarket = ({ scenario, seed, tables }: BenchSetup<Scenario>): RunMarket => {
  const model = makeModel(scenario, { panel: tables.includes('panel') })
  const calendar = new Calendar()
  const log = tables.includes('events') ? new EventLog() : null
  return (run) => {
    log?.clear()
    const startedAt = performance.now()
    const replication: Replication<RunRecord> = replicate(model, seed, run, calendar, log?.observe ?? null)
    const seconds = (performance.now() - startedAt) / 1000
    const isLogged = replication.status === 'ok' && log !== null
    return { result: isLogged ? { ...replication, log: log.table() } : replication, seconds }
  }
}

/** A shard of a market study: each run is summarised and its rows written before the next begins. */
class MarketShard implements ShardBench {
  readonly #runMarket: RunMarket
  readonly #accumulator: StudyAccumulator
  readonly #writers: ReadonlyMap<TableName, CsvWriter>

  constructor(runMarket: RunMarket, accumulator: StudyAccumulator, sinks: TableSinks) {
    this.#runMarket = runMarket
    this.#accumulator = accumulator
    this.#writers = new Map(
      [...sinks].map(([table, sink]) => [table, new CsvWriter(table, sink, { header: false, eventNames })]),
    )
  }

  async run(run: number): Promise<RunOutput> {
    const { result, seconds } = this.#runMarket(run)
    const { events } = result
    for (const writer of this.#writers.values()) await writer.write(result)
    if (result.status === 'failed') {
      const { message } = result
      this.#accumulator.addFailure(run, message, events)
      return { status: 'failed', message, events, startupMonths: 0, simulationSeconds: seconds }
    }
    this.#accumulator.addRun(result.record, events)
    const startupMonths = countStartupMonths(result.record)
    return { status: 'ok', message: '', events, startupMonths, simulationSeconds: seconds }
  }

  async finish(): Promise<ShardOutput> {
    const rowCounts = new Map<TableName, number>()
    for (const [table, writer] of this.#writers) {
      await writer.end()
      rowCounts.set(table, writer.rowCount)
    }
    return { partial: this.#accumulator.toShardSummary(), rowCounts }
  }
}

/** The market as a study runs it in its worker threads. */
export const program: StudyProgram<Scenario> = {
  openBench: (setup) => {
    const runMarket = prepareMarket(setup)
    return {
      startShard: (sinks) => new MarketShard(runMarket, new StudyAccumulator(setup.scenario), sinks),
    }
  },
}
