import { makeStream, sampleExponential, type Stream } from '../../engine/random/index.ts'
import type { Parameters } from '../../scenarios/index.ts'

/**
 * Incumbents and the open community: the released frontier, open weights behind it, and the
 * appeal of incumbents' own products in each industry.
 *
 * Units: capability in orders of magnitude of effective training compute above the frontier of month 0.
 * Draws: exponential waiting times from stream `incumbents`, one an event.
 */
export class Incumbents {
  frontier = Number.NEGATIVE_INFINITY
  open = Number.NEGATIVE_INFINITY
  /** Log appeal of incumbents by industry. */
  readonly appeal: Float64Array
  private readonly p: Parameters['incumbents']
  private readonly releases: Stream
  private readonly openReleases: Stream
  private readonly entries: Stream

  constructor(parameters: Parameters, seed: number, run: number) {
    this.p = parameters.incumbents
    this.releases = makeStream(seed, run, 'releases')
    this.openReleases = makeStream(seed, run, 'openReleases')
    this.entries = makeStream(seed, run, 'incumbentEntries')
    this.appeal = new Float64Array(parameters.customers.potential.length).fill(this.p.strength)
  }

  /** Where the research frontier stands; releases bring it to the market. */
  researchAt(time: number): number {
    return this.p.frontierGrowth * time
  }

  release(time: number): void {
    this.frontier = Math.max(this.frontier, this.researchAt(time))
  }

  /** Open weights reach the frontier of `lag` months ago. */
  releaseOpen(time: number, lagCondition: number): void {
    this.open = Math.max(this.open, this.researchAt(time - this.p.openLag * lagCondition))
  }

  untilRelease(): number {
    return sampleExponential(this.releases, 1 / this.p.releaseInterval)
  }

  untilOpenRelease(): number {
    return sampleExponential(this.openReleases, 1 / this.p.openInterval)
  }

  untilEntry(): number {
    return sampleExponential(this.entries, 1 / this.p.entryInterval)
  }

  /** Industry that an incumbent enters next. */
  nextIndustry(): number {
    return Math.floor(this.entries.next() * this.appeal.length)
  }
}
