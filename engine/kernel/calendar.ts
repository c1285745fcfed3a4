/** Names one scheduled event, for cancelling it: a positive whole number up to 2^53 (keep it in a Float64Array). */
export type Handle = number

/** Handles hold the slot in their low digits: at most this many events may be pending at once. */
const slotLimit = 4_194_304

/** How large a calendar starts and where its clock stands. */
export interface CalendarOptions {
  readonly capacity?: number
  readonly start?: number
}

/** Pending events in order of (time, priority, sequence), in typed arrays that are reused over runs. */
export class Calendar {
  /** Pending events: scheduled, not taken, not cancelled. */
  size = 0
  /** Time of the last event taken; before that, the start. */
  now: number
  /** Events taken since the start. */
  takenCount = 0
  eventTime = 0
  eventKind = 0
  eventAgent = 0
  eventArgument = 0
  eventPriority = 0
  eventHandle: Handle = 0
  private sequence = 0
  private slotCount = 1
  private freeSlot = 0
  private heapSize = 0
  private heap: Int32Array
  private times: Float64Array
  private sequences: Float64Array
  private args: Float64Array
  private agents: Int32Array
  private links: Int32Array
  private kinds: Uint8Array
  private priorities: Int8Array
  private isPending: Uint8Array

  constructor(options: CalendarOptions = {}) {
    const capacity = options.capacity ?? 1024
    this.now = options.start ?? -Infinity
    this.heap = new Int32Array(capacity)
    this.times = new Float64Array(capacity)
    this.sequences = new Float64Array(capacity)
    this.args = new Float64Array(capacity)
    this.agents = new Int32Array(capacity)
    this.links = new Int32Array(capacity)
    this.kinds = new Uint8Array(capacity)
    this.priorities = new Int8Array(capacity)
    this.isPending = new Uint8Array(capacity)
  }

  schedule(time: number, kind: number, agent = 0, argument = 0, priority = 0): Handle {
    if (!(time >= this.now) || time - time !== 0) {
      throw new RangeError(`schedule: time must be finite and not before now (${this.now}), got ${time}`)
    }
    let slot = this.freeSlot
    if (slot !== 0) this.freeSlot = this.links[slot]
    else {
      slot = this.slotCount++
      if (slot >= this.times.length) this.grow()
    }
    const sequence = ++this.sequence
    this.times[slot] = time
    this.sequences[slot] = sequence
    this.args[slot] = argument
    this.agents[slot] = agent
    this.kinds[slot] = kind
    this.priorities[slot] = priority
    this.isPending[slot] = 1
    this.size++
    this.siftUp(this.heapSize++, slot)
    return sequence * slotLimit + slot
  }

  cancel(handle: Handle): boolean {
    const slot = handle % slotLimit
    if (!(slot > 0 && slot < this.slotCount)) return false
    if (this.isPending[slot] === 0 || this.sequences[slot] * slotLimit + slot !== handle) return false
    this.isPending[slot] = 0
    this.size--
    return true
  }

  next(): boolean {
    return this.nextBefore(Infinity)
  }

  /** Takes the earliest event if its time is below the horizon; false, and nothing taken, otherwise. */
  nextBefore(horizon: number): boolean {
    if (!(this.peekTime() < horizon)) return false
    const slot = this.heap[0]
    this.removeTop()
    this.isPending[slot] = 0
    this.size--
    this.takenCount++
    this.now = this.eventTime = this.times[slot]
    this.eventKind = this.kinds[slot]
    this.eventAgent = this.agents[slot]
    this.eventArgument = this.args[slot]
    this.eventPriority = this.priorities[slot]
    this.eventHandle = this.sequences[slot] * slotLimit + slot
    return true
  }

  peekTime(): number {
    while (this.heapSize > 0) {
      const slot = this.heap[0]
      if (this.isPending[slot] !== 0) return this.times[slot]
      this.removeTop()
    }
    return Infinity
  }

  clear(start = -Infinity): void {
    this.now = start
    this.size = this.heapSize = this.sequence = this.freeSlot = this.takenCount = 0
    this.slotCount = 1
  }

  private removeTop(): void {
    const slot = this.heap[0]
    this.links[slot] = this.freeSlot
    this.freeSlot = slot
    const last = this.heap[--this.heapSize]
    if (this.heapSize > 0) this.siftDown(last)
  }

  private isBefore(a: number, b: number): boolean {
    const difference = this.times[a] - this.times[b]
    if (difference !== 0) return difference < 0
    const rank = this.priorities[a] - this.priorities[b]
    return rank !== 0 ? rank < 0 : this.sequences[a] < this.sequences[b]
  }

  private siftUp(from: number, slot: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 2
      if (!this.isBefore(slot, this.heap[parent])) break
      this.heap[at] = this.heap[parent]
      at = parent
    }
    this.heap[at] = slot
  }

  private siftDown(slot: number): void {
    let at = 0
    for (;;) {
      let best = at * 4 + 1
      if (best >= this.heapSize) break
      const end = Math.min(best + 4, this.heapSize)
      for (let child = best + 1; child < end; child++) {
        if (this.isBefore(this.heap[child], this.heap[best])) best = child
      }
      if (!this.isBefore(this.heap[best], slot)) break
      this.heap[at] = this.heap[best]
      at = best
    }
    this.heap[at] = slot
  }

  private grow(): void {
    const length = this.times.length * 2
    const resize = <T extends Float64Array | Int32Array | Uint8Array | Int8Array>(old: T, grown: T): T => {
      grown.set(old)
      return grown
    }
    this.heap = resize(this.heap, new Int32Array(length))
    this.times = resize(this.times, new Float64Array(length))
    this.sequences = resize(this.sequences, new Float64Array(length))
    this.args = resize(this.args, new Float64Array(length))
    this.agents = resize(this.agents, new Int32Array(length))
    this.links = resize(this.links, new Int32Array(length))
    this.kinds = resize(this.kinds, new Uint8Array(length))
    this.priorities = resize(this.priorities, new Int8Array(length))
    this.isPending = resize(this.isPending, new Uint8Array(length))
  }
}
