/** Slot 0 is no event, so that 0 can end a list and mean "none". */
export const none = 0

/**
 * All that a calendar remembers, in one object of plain fields and typed arrays. The functions of this folder work
 * on it, each file on its part; one object rather than several spares the hot path its pointers.
 */
export class CalendarState {
  // Rows, 32 bytes an event: see event-rows.ts.
  doubles = new Float64Array(0)
  words = new Int32Array(0)
  /** Slots in use or in the free list, slot 0 included. */
  usedCount = 1
  freeSlot = none
  /** Slot of the last event taken, kept until the next one is, so that its fields can be read. */
  taken = none

  // Since the last clear.
  scheduledCount = 0
  takenCount = 0
  cancelledCount = 0
  /** Events cancelled whose rows still lie in some list. */
  deadCount = 0

  // The window, events by stretches of time: see bucket-window.ts.
  /** Of each bucket the last slot in its list, whose link is the first. */
  tails = new Int32Array(65)
  bucketCount = 0
  /** No bucket before this one holds anything. */
  bucket = 0
  base = NaN
  scale = NaN
  far = new Int32Array(64)
  farCount = 0

  // Events that came out of order to a crowded bucket: see event-heap.ts.
  heap = new Int32Array(64)
  heapSize = 0

  // How the window came to be: see open-window.ts.
  readonly sample = new Float64Array(64)
  openedAt = NaN
  openedAtCount = 0
  /** Windows still to be chosen with care, because one was crowded of late. */
  waryCount = 0
}

/** Events pending: scheduled, neither taken nor cancelled. */
export function countPending(state: CalendarState): number {
  return state.scheduledCount - state.takenCount - state.cancelledCount
}

/** The same numbers in an array twice as long. */
export function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * array.length)
  longer.set(array)
  return longer
}
