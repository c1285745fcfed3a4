import { estimateMemory } from '../memory/estimate-memory.ts'
import { makeMemoryUse } from '../memory/memory-use.ts'
import type { Recompute, ZeroStage } from '../plan/layout.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import { estimateStepTime } from '../time/estimate-step-time.ts'
import { makeStepTime } from '../time/step-time.ts'
import type { FoundLayout, LayoutSearch } from './layout-search.ts'
import { copyLayout, makeScratchLayout, type ScratchLayout } from './scratch-layout.ts'
import { Shortlist } from './shortlist.ts'

const recomputations: readonly Recompute[] = ['none', 'selective', 'full']

/** Sharding of states, by how much memory it saves; programs do not shard the parameters of a pipeline's stages. */
const unsharded: readonly ZeroStage[] = [0]
const shardedStages: readonly ZeroStage[] = [1, 2]
const sharded: readonly ZeroStage[] = [1, 2, 3]

/** Tries layouts one after another, changed in place, and keeps the best. */
export class LayoutTrials {
  /** The layout to be tried next; set its parts and call `trySavings`. */
  readonly layout: ScratchLayout = makeScratchLayout()
  readonly shortlist = new Shortlist()
  /** Layouts that were timed; fewer were weighed. */
  evaluated = 0
  /** The layout that needs the least memory of those that do not fit. */
  readonly nearest: ScratchLayout = makeScratchLayout()
  nearestBytes = Infinity
  /** Bytes that a layout may take. */
  capacityBytes: number
  /** True once a layout with a pipeline has fitted. */
  hasPipeline = false
  readonly #plan: TrainingPlan
  readonly #givenSharding: readonly ZeroStage[] | null
  readonly #recomputations: readonly Recompute[]
  readonly #memory = makeMemoryUse()
  readonly #stepTime = makeStepTime()

  constructor({ given = {}, ...request }: LayoutSearch) {
    this.#givenSharding = given.zero === undefined ? null : [given.zero]
    this.#plan = { ...request, layout: this.layout }
    this.capacityBytes = request.accelerator.memoryBytes
    this.#recomputations = given.recompute === undefined ? recomputations : [given.recompute]
  }

  /**
   * Tries the ways of saving memory: each sharding with the least recomputation that fits, since recomputing never
   * saves time. False if nothing fits: a larger micro-batch will not fit either.
   */
  trySavings(): boolean {
    const { layout, shortlist } = this
    const shardings = this.#shardings()
    let isMeasured = false
    let least = this.#recomputations.length - 1
    for (const zero of shardings) {
      layout.zero = zero
      // Without recomputation it is fastest: what is slow even then needs no look at its memory.
      layout.recompute = this.#recomputations[0]
      if (this.#stepSeconds() / layout.globalBatch >= shortlist.limit) continue
      if (!isMeasured && !this.#fitsSaving(shardings.at(-1)!)) return false
      isMeasured = true
      layout.zero = zero
      least = this.#tryRecomputations(least)
    }
    return true
  }

  /** Offers the layout with the least recomputation that fits, none above the `most`-th; which it is, or `most`. */
  #tryRecomputations(most: number): number {
    for (let i = 0; i <= most; i++) {
      this.layout.recompute = this.#recomputations[i]
      const stepSeconds = this.#stepSeconds()
      if (stepSeconds / this.layout.globalBatch >= this.shortlist.limit) return most
      if (!this.#fits()) continue
      this.shortlist.offer(this.layout, stepSeconds)
      return i
    }
    return most
  }

  /** True if the layout fits with all that saves memory. */
  #fitsSaving(zero: ZeroStage): boolean {
    this.layout.zero = zero
    this.layout.recompute = this.#recomputations.at(-1)!
    return this.#fits()
  }

  #stepSeconds(): number {
    this.evaluated++
    estimateStepTime(this.#plan, this.#stepTime)
    return this.#stepTime.total
  }

  #fits(): boolean {
    estimateMemory(this.#plan, this.#memory)
    const bytes = this.#memory.total
    if (bytes <= this.capacityBytes) {
      this.hasPipeline ||= this.layout.pipeline > 1
      return true
    }
    if (bytes < this.nearestBytes) {
      this.nearestBytes = bytes
      copyLayout(this.layout, this.nearest)
    }
    return false
  }

  #shardings(): readonly ZeroStage[] {
    const { data, context, pipeline } = this.layout
    if (this.#givenSharding !== null) return this.#givenSharding
    if (data * context === 1) return unsharded
    return pipeline > 1 ? shardedStages : sharded
  }

  /** True once a layout has fitted. */
  get hasFitting(): boolean {
    return !this.shortlist.isEmpty
  }

  /** The outcome so far: the fastest that fits, else the one that comes nearest, else null if nothing was tried. */
  found(): FoundLayout | null {
    const { evaluated } = this
    const [best, ...runnersUp] = this.shortlist.ranked()
    if (best === undefined && this.nearestBytes === Infinity) return null
    const layout = best?.layout ?? { ...this.nearest }
    const plan = { ...this.#plan, layout }
    estimateMemory(plan, this.#memory)
    estimateStepTime(plan, this.#stepTime)
    return {
      layout,
      stepSeconds: this.#stepTime.total,
      fits: best !== undefined,
      memoryBytes: this.#memory.total,
      evaluated,
      runnersUp,
    }
  }
}
