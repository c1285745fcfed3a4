import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { planShards } from '../../engine/study/index.ts'
import type { FinishedShard } from './compute-shard.ts'
import type { JoinOrder } from './join-order.ts'
import { orderTables } from './manifest.ts'
import type { Manifest, StudyTiming } from './manifest.ts'
import { stampStudy } from './result-folder.ts'
import { shardsName } from './shard-folder.ts'
import { StudyLedger } from './study-ledger.ts'
import { OrderedMerger } from './ordered-merger.ts'
import type { StudyIdentity, TableName } from './study-program.ts'
import type {
  StudyEnvironment,
  StudyHooks,
  StudyOutcome,
  StudyProgress,
  StudyRequest,
} from './study-request.ts'
import { PoolControl } from './worker-protocol.ts'

/** One call of a study: what was asked, what stands ready, and what is done so far. */
export class StudySession<Input, Summary> {
  readonly request: StudyRequest<Input>
  readonly hooks: StudyHooks<Summary>
  readonly environment: StudyEnvironment<Input, Summary>
  readonly plan
  readonly ledger: StudyLedger
  readonly tables: readonly TableName[]
  readonly study: string
  readonly shardsFolder: string
  readonly slotCount: number
  readonly control: PoolControl
  readonly identity: StudyIdentity
  readonly startedAt = new Date().toISOString()
  readonly notices: string[] = []
  stage: StudyProgress<Summary>['stage'] = 'computing'
  readonly #startedAtMs = performance.now()
  readonly #startedCpu = process.cpuUsage()
  readonly #merger: OrderedMerger<Summary>

  constructor(
    request: StudyRequest<Input>,
    hooks: StudyHooks<Summary>,
    environment: StudyEnvironment<Input, Summary>,
  ) {
    this.request = request
    this.hooks = hooks
    this.environment = environment
    this.plan = planShards(request.runs)
    this.ledger = new StudyLedger(this.plan)
    this.tables = orderTables(request.tables)
    this.study = stampStudy(request)
    this.shardsFolder = join(request.outDirectory, shardsName)
    this.slotCount = Math.max(1, Math.min(request.jobs, this.plan.length))
    this.control = PoolControl.make(this.slotCount)
    const { id, scenarioSha256, seed, runs } = request
    this.identity = { id, scenarioSha256, seed, runs }
    this.#merger = new OrderedMerger(environment.reporter.startSummary(request.scenario))
  }

  get elapsedSeconds(): number {
    return (performance.now() - this.#startedAtMs) / 1000
  }

  /** What joining needs to know. */
  get joinOrder(): JoinOrder<Input, Summary> {
    const { request, environment, identity, tables, plan } = this
    return {
      files: environment.files,
      directory: request.outDirectory,
      reporter: environment.reporter,
      scenario: request.scenario,
      scenarioText: request.scenarioText,
      identity,
      tables,
      shardCount: plan.length,
      mergePartials: () => this.#merger.toPartial(),
    }
  }

  /** Counts a finished shard, and shows it. */
  take(finished: FinishedShard, isResumed: boolean): void {
    this.ledger.add(finished.label, isResumed)
    this.#merger.take(finished.label.index, finished.partial)
    this.tell()
  }

  /** Says something worth a line. */
  notify(notice: string): void {
    if (notice === '') return
    this.notices.push(notice)
    this.hooks.onNotice?.(notice)
  }

  /** Shows how far the study is. */
  tell(): void {
    this.hooks.onProgress?.(this.#describeProgress())
  }

  #describeProgress(): StudyProgress<Summary> {
    const { ledger } = this
    const inFlight = Array.from({ length: this.slotCount }, (_, slot) => this.control.read(slot))
    return {
      doneRuns: ledger.doneRuns + inFlight.reduce((sum, { done }) => sum + done, 0),
      totalRuns: this.request.runs,
      failedRuns: ledger.failedRuns + inFlight.reduce((sum, { failed }) => sum + failed, 0),
      doneShards: ledger.doneShards,
      totalShards: this.plan.length,
      resumedRuns: ledger.resumedRuns,
      elapsedSeconds: this.elapsedSeconds,
      stage: this.stage === 'computing' && this.control.isStopped ? 'stopping' : this.stage,
      summary: () => (this.#merger.mergedShards === 0 ? null : this.#merger.summarise(this.identity)),
    }
  }

  /** Time and memory so far. */
  measure(): StudyTiming {
    const { ledger } = this
    const wallSeconds = this.elapsedSeconds
    const cpu = process.cpuUsage(this.#startedCpu)
    const computedRuns = ledger.doneRuns - ledger.resumedRuns
    return {
      startedAt: this.startedAt,
      finishedAt: new Date().toISOString(),
      wallSeconds,
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
      peakRssBytes: process.resourceUsage().maxRSS * 1024,
      jobs: this.slotCount,
      computedRuns,
      runsPerSecond: computedRuns / wallSeconds,
      events: ledger.events,
      simulationSeconds: ledger.simulationSeconds,
      shardSeconds: ledger.shardSeconds,
      eventsPerSecond: divide(ledger.events, ledger.simulationSeconds),
      startupMonthsPerSecond: divide(ledger.startupMonths, ledger.simulationSeconds),
    }
  }

  /** How the study ended. */
  conclude(
    status: StudyOutcome<Summary>['status'],
    manifest: Manifest,
    summary: Summary | null,
  ): StudyOutcome<Summary> {
    const isReopened = status === 'reopened'
    const { ledger } = this
    return {
      status,
      directory: this.request.outDirectory,
      manifest,
      summary,
      doneRuns: isReopened ? manifest.runs : ledger.doneRuns,
      totalRuns: this.request.runs,
      failedRuns: isReopened ? (manifest.failedRuns ?? 0) : ledger.failedRuns,
      failures: isReopened ? manifest.failures : ledger.failures,
      resumedRuns: isReopened ? manifest.runs : ledger.resumedRuns,
      elapsedSeconds: this.elapsedSeconds,
      notices: this.notices,
    }
  }
}

const divide = (count: number, seconds: number): number => (seconds > 0 ? count / seconds : 0)
