/** Slot 0 is no event, so that 0 can end a list and mean "none". */
export const none = 0

/**
 * All that a calendar remembers, in one object of plain fields and typed arrays. The functions of this folder work
 * on it, each file on its part; one object rather than several spares the hot path its pointers.
 */
export class CalendarState {
  /** Time of the last event taken; until then the start. */
  now = -Infinity

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

  // The front, events due first: see event-front.ts and event-heap.ts.
  ring = new Int32Array(64)
  ringFirst = 0
  ringSize = 0
  heap = new Int32Array(64)
  heapSize = 0

  // The window, events not due yet: see bucket-window.ts.
  heads = new Int32Array(65)
  bucketCount = 0
  /** First bucket that has not come to the front. */
  nextBucket = 0
  base = NaN
  scale = NaN
  far = new Int32Array(64)
  farCount = 0

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
