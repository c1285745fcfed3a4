import { addToFar, endOfWindow, insertInList, layBuckets } from './bucket-window.ts'
import { CalendarState, countPending, none } from './calendar-state.ts'
import {
  addRow,
  agentOf,
  argumentOf,
  cancelRow,
  handleOf,
  kindOf,
  makeRows,
  pendingSlotOf,
  priorityOf,
  takeRow,
  timeOf,
} from './event-rows.ts'
import { findFirst, removeFirst } from './find-first.ts'
import { narrowWindow, reopenWindow } from './open-window.ts'
import { refuseEvent, refuseTime } from './refuse-event.ts'

/** Names one scheduled event, for cancelling it; 0 names none. Above 2^32: keep it in a Float64Array. */
export type Handle = number

/** How many events there is room for at first (it grows by itself), and where the clock starts. */
export interface CalendarOptions {
  readonly capacity?: number
  readonly start?: number
}

/** More events than this in the heap, and the window's buckets are too wide. */
const crowd = 24

/**
 * The pending events of a run, given up in the order of (time, priority, sequence): ties in time go by priority,
 * lower first, and ties in that by who was scheduled first. It holds rows in typed arrays and makes no objects; one
 * calendar serves run after run by `clear`.
 */
export class Calendar {
  /** Time of the last event taken; until then the start. */
  now = -Infinity
  /** Kind of the last event taken; like agent, argument, time, priority and handle it holds until the next is. */
  eventKind = 0
  eventAgent = 0
  eventArgument = NaN
  private readonly state = new CalendarState()

  /** @throws RangeError for a capacity that is not a whole number from 1 to 4194304, or a start that is no time */
  constructor(options: CalendarOptions = {}) {
    const capacity = options.capacity ?? 1024
    if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= 4_194_304)) {
      throw new RangeError(`calendar: capacity must be a whole number from 1 to 4194304, got ${capacity}`)
    }
    makeRows(this.state, capacity)
    this.clear(options.start)
  }

  /** Events pending: scheduled, neither taken nor cancelled. */
  get size(): number {
    return countPending(this.state)
  }

  /** Rows there is memory for. */
  get capacity(): number {
    return this.state.doubles.length >> 2
  }

  /** Events taken since the last clear. */
  get takenCount(): number {
    return this.state.takenCount
  }

  get eventTime(): number {
    return this.now
  }

  get eventPriority(): number {
    return priorityOf(this.state, this.state.taken)
  }

  get eventHandle(): Handle {
    return handleOf(this.state, this.state.taken)
  }

  /**
   * Adds an event: kind 0 to 255, agent any 32-bit whole number, argument any number, priority -100 to 100.
   * @throws RangeError for a time that is not finite or before now, and for what its field cannot hold
   */
  schedule(time: number, kind: number, agent = 0, argument = 0, priority = 0): Handle {
    const { state } = this
    if (!(time >= this.now) || time - time !== 0) refuseTime(time, this.now)
    if ((kind & 255) !== kind || (agent | 0) !== agent) refuseEvent(kind, agent, priority)
    if ((priority | 0) !== priority || priority < -100 || priority > 100) refuseEvent(kind, agent, priority)
    const slot = addRow(state, time, kind, agent, argument, priority)
    // As addToWindow does, written out: this and nextBefore are the hot path.
    const position = (time - state.base) * state.scale
    if (position >= state.bucketCount) {
      addToFar(state, slot)
    } else {
      const bucket = position > state.bucket ? position | 0 : state.bucket
      const tail = state.tails[bucket]
      if (tail === none) {
        state.words[(slot << 3) + 7] = slot
        state.tails[bucket] = slot
      } else {
        insertInList(state, bucket, tail, slot)
      }
    }
    return handleOf(state, slot)
  }

  /** Calls an event off; false if it was already taken or cancelled, or never was. */
  cancel(handle: Handle): boolean {
    const { state } = this
    const slot = pendingSlotOf(state, handle)
    if (slot === none) return false
    cancelRow(state, slot)
    if (state.deadCount > countPending(state) + 64) reopenWindow(state, this.now)
    return true
  }

  /** Takes the earliest event; false if there is none. */
  next(): boolean {
    return this.nextBefore(Infinity)
  }

  /** Takes the earliest event if its time is below the horizon; false, with nothing taken, if there is none. */
  nextBefore(horizon: number): boolean {
    const { state } = this
    const { tails, words } = state
    let bucket = state.bucket
    while (tails[bucket] === none) bucket++
    const tail = tails[bucket]
    if (tail === endOfWindow || state.heapSize !== 0) return this.takeWithCare(horizon)
    state.bucket = bucket
    const slot = words[(tail << 3) + 7]
    if (words[(slot << 3) + 6] <= 0) return this.takeWithCare(horizon)
    const { doubles } = state
    const time = doubles[slot << 2]
    if (!(time < horizon)) return false
    if (slot === tail) tails[bucket] = none
    else words[(tail << 3) + 7] = words[(slot << 3) + 7]
    this.take(slot)
    return true
  }

  /** Time of the earliest pending event, Infinity if there is none. */
  peekTime(): number {
    const slot = findFirst(this.state, this.now)
    return slot === none ? Infinity : timeOf(this.state, slot)
  }

  /** Forgets all events and sets the clock: afterwards as new, handles included, in the same memory. */
  clear(start = -Infinity): void {
    if (!(start < Infinity)) throw new RangeError(`calendar: the start must be a time, got ${start}`)
    const { state } = this
    state.tails.fill(none, state.bucket, state.bucketCount)
    layBuckets(state, 0, 0)
    state.heapSize = state.farCount = 0
    state.usedCount = 1
    state.freeSlot = state.taken = none
    state.scheduledCount = state.takenCount = state.cancelledCount = state.deadCount = 0
    state.openedAtCount = state.waryCount = 0
    this.now = state.openedAt = start
    this.eventKind = this.eventAgent = 0
    this.eventArgument = NaN
  }

  private takeWithCare(horizon: number): boolean {
    const { state } = this
    const slot = findFirst(state, this.now)
    if (slot === none || !(timeOf(state, slot) < horizon)) return false
    removeFirst(state, slot)
    this.take(slot)
    if (state.heapSize > crowd) narrowWindow(state, this.now)
    return true
  }

  private take(slot: number): void {
    const { state } = this
    this.now = timeOf(state, slot)
    this.eventArgument = argumentOf(state, slot)
    this.eventAgent = agentOf(state, slot)
    this.eventKind = kindOf(state, slot)
    takeRow(state, slot)
  }
}
