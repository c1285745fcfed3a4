import type { StudyIdentity, SummaryMerger } from './study-program.ts'

/**
 * Merges partial summaries in the order of their shards while they arrive in any order: one that comes early waits for
 * those before it. So the summary is ready when the last shard is, with the bytes that merging afterwards would give.
 */
export class OrderedMerger<Summary> {
  readonly #merger: SummaryMerger<Summary>
  readonly #waiting = new Map<number, unknown>()
  #next = 0

  constructor(merger: SummaryMerger<Summary>) {
    this.#merger = merger
  }

  /** Shards merged so far: all those below this index. */
  get mergedShards(): number {
    return this.#next
  }

  take(index: number, partial: unknown): void {
    this.#waiting.set(index, partial)
    while (this.#waiting.has(this.#next)) {
      this.#merger.merge(this.#waiting.get(this.#next))
      this.#waiting.delete(this.#next)
      this.#next += 1
    }
  }

  toPartial(): unknown {
    return this.#merger.toPartial()
  }

  summarise(identity: StudyIdentity): Summary {
    return this.#merger.summarise(identity)
  }
}
