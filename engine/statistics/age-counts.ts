import type { SparseCounts } from './sparse-counts.ts'
import { forEachCount, packCounts } from './sparse-counts.ts'

/** `AgeCounts` in a file. */
export interface AgeCountsData {
  readonly entries: SparseCounts
  readonly exits: SparseCounts
  readonly events: SparseCounts
}

/**
 * How many subjects entered, left, and left with an event, by bin of age. A subject that enters in one bin is
 * at risk from the next bin on, and still at risk in the bin in which it leaves.
 */
export class AgeCounts {
  readonly entries: Uint32Array
  /** All who left, with an event or without. */
  readonly exits: Uint32Array
  readonly events: Uint32Array

  constructor(binCount: number) {
    this.entries = new Uint32Array(binCount)
    this.exits = new Uint32Array(binCount)
    this.events = new Uint32Array(binCount)
  }

  static fromJSON(binCount: number, data: AgeCountsData): AgeCounts {
    const counts = new AgeCounts(binCount)
    forEachCount(data.entries, (bin, count) => (counts.entries[bin] = count))
    forEachCount(data.exits, (bin, count) => (counts.exits[bin] = count))
    forEachCount(data.events, (bin, count) => (counts.events[bin] = count))
    return counts
  }

  get isEmpty(): boolean {
    return this.entries.every((count) => count === 0)
  }

  add(entryBin: number, exitBin: number, isEvent: boolean): void {
    this.entries[entryBin] += 1
    this.exits[exitBin] += 1
    if (isEvent) this.events[exitBin] += 1
  }

  merge(other: AgeCounts): void {
    for (let bin = 0; bin < this.entries.length; bin++) {
      this.entries[bin] += other.entries[bin]
      this.exits[bin] += other.exits[bin]
      this.events[bin] += other.events[bin]
    }
  }

  toJSON(): AgeCountsData {
    return {
      entries: packCounts(this.entries),
      exits: packCounts(this.exits),
      events: packCounts(this.events),
    }
  }
}
