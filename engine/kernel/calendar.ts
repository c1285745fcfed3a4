import { addToWindow, advanceWindow, closeWindow, takeLone } from './bucket-window.ts'
import { CalendarState, countPending, none } from './calendar-state.ts'
import { firstOfFront, removeFromFront } from './event-front.ts'
import * as rows from './event-rows.ts'
import { narrowWindow, openWindow, reopenWindow } from './open-window.ts'
import { refuseEvent, refuseTime } from './refuse-event.ts'

/** Names one scheduled event, for cancelling it; 0 names none. Above 2^32: keep it in a Float64Array. */
export type Handle = number

/** How many events there is room for at first (it grows by itself), and where the clock starts. */
export interface CalendarOptions {
  readonly capacity?: number
  readonly start?: number
}

/** More events than this in the front's heap, and the window's buckets are too wide. */
const crowd = 24

/**
 * The pending events of a run, given up in the order of (time, priority, sequence): ties in time go by priority,
 * lower first, and ties in that by who was scheduled first. It holds rows in typed arrays and makes no objects; one
 * calendar serves run after run by `clear`.
 */
export class Calendar {
  private readonly state = new CalendarState()

  /** @throws RangeError for a capacity that is not a whole number from 1 to 4194304, or a start that is no time */
  constructor(options: CalendarOptions = {}) {
    const capacity = options.capacity ?? 1024
    if (!(Number.isInteger(capacity) && capacity >= 1 && capacity <= 4_194_304)) {
      throw new RangeError(`calendar: capacity must be a whole number from 1 to 4194304, got ${capacity}`)
    }
    rows.makeRows(this.state, capacity)
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

  /** Time of the last event taken; until then the start. */
  get now(): number {
    return this.state.now
  }

  /** Events taken since the last clear. */
  get takenCount(): number {
    return this.state.takenCount
  }

  /** Time of the last event taken, as are the five below: they hold until the next one is taken. */
  get eventTime(): number {
    return rows.timeOf(this.state, this.state.taken)
  }

  get eventKind(): number {
    return rows.kindOf(this.state, this.state.taken)
  }

  get eventAgent(): number {
    return rows.agentOf(this.state, this.state.taken)
  }

  get eventArgument(): number {
    return rows.argumentOf(this.state, this.state.taken)
  }

  get eventPriority(): number {
    return rows.priorityOf(this.state, this.state.taken)
  }

  get eventHandle(): Handle {
    return rows.handleOf(this.state, this.state.taken)
  }

  /**
   * Adds an event: kind 0 to 255, agent any 32-bit whole number, argument any number, priority -100 to 100.
   * @throws RangeError for a time that is not finite or before now, and for what its field cannot hold
   */
  schedule(time: number, kind: number, agent = 0, argument = 0, priority = 0): Handle {
    const { state } = this
    if (!(time >= state.now) || time - time !== 0) refuseTime(time, state.now)
    if ((kind & 255) !== kind || (agent | 0) !== agent) refuseEvent(kind, agent, priority)
    if ((priority | 0) !== priority || priority < -100 || priority > 100) refuseEvent(kind, agent, priority)
    const slot = rows.addRow(state, time, kind, agent, argument, priority)
    addToWindow(state, slot, time)
    return rows.handleOf(state, slot)
  }

  /** Calls an event off; false if it was already taken or cancelled, or never was. */
  cancel(handle: Handle): boolean {
    const { state } = this
    const slot = rows.pendingSlotOf(state, handle)
    if (slot === none) return false
    rows.cancelRow(state, slot)
    if (state.deadCount > countPending(state) + 64) reopenWindow(state)
    return true
  }

  /** Takes the earliest event; false if there is none. */
  next(): boolean {
    return this.nextBefore(Infinity)
  }

  /** Takes the earliest event if its time is below the horizon; false, with nothing taken, if there is none. */
  nextBefore(horizon: number): boolean {
    const { state } = this
    const lone = state.ringSize + state.heapSize === 0 ? takeLone(state, horizon) : none
    if (lone === none) return takeFromFront(state, horizon)
    rows.takeRow(state, lone)
    return true
  }

  /** Time of the earliest pending event, Infinity if there is none. */
  peekTime(): number {
    const slot = findFirst(this.state)
    return slot === none ? Infinity : rows.timeOf(this.state, slot)
  }

  /** Forgets all events and sets the clock: afterwards as new, handles included, in the same memory. */
  clear(start = -Infinity): void {
    if (!(start < Infinity)) throw new RangeError(`calendar: the start must be a time, got ${start}`)
    const { state } = this
    closeWindow(state)
    state.ringFirst = state.ringSize = state.heapSize = state.farCount = 0
    state.usedCount = 1
    state.freeSlot = state.taken = none
    state.scheduledCount = state.takenCount = state.cancelledCount = state.deadCount = 0
    state.openedAtCount = state.waryCount = 0
    state.now = state.openedAt = start
  }
}

function takeFromFront(state: CalendarState, horizon: number): boolean {
  const slot = findFirst(state)
  if (slot === none || !(rows.timeOf(state, slot) < horizon)) return false
  removeFromFront(state, slot)
  rows.takeRow(state, slot)
  if (state.heapSize > crowd) narrowWindow(state)
  return true
}

/** Brings the earliest pending event to the front and returns its slot, or none. */
function findFirst(state: CalendarState): number {
  for (;;) {
    const slot = firstOfFront(state)
    if (slot === none) {
      if (advanceWindow(state)) continue
      if (state.farCount === 0) return none
      openWindow(state)
    } else if (rows.isPending(state, slot)) {
      return slot
    } else {
      removeFromFront(state, slot)
      rows.freeCancelledRow(state, slot)
    }
  }
}
