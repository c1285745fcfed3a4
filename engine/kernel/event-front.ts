/**
 * The front: events that are due before any that is not in it. Those that arrive in order, as ties do, wait in a
 * ring; the others in a heap. The first of all is the earlier of the two firsts.
 */
import { doubled, none } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'
import { addToHeap, removeTop } from './event-heap.ts'
import { isBefore } from './event-rows.ts'

/** Adds a slot at a cost of O(1) if it is in order, else of the logarithm of the heap's size. */
export function addToFront(state: CalendarState, slot: number): void {
  const size = state.ringSize
  if (size === state.ring.length) lengthenRing(state)
  const { ring } = state
  const end = state.ringFirst + size
  const mask = ring.length - 1
  if (size !== 0 && isBefore(state, slot, ring[(end - 1) & mask])) {
    addToHeap(state, slot)
  } else {
    ring[end & mask] = slot
    state.ringSize = size + 1
  }
}

/** The slot of the earliest event of the front, or none. */
export function firstOfFront(state: CalendarState): number {
  const { heap, heapSize } = state
  if (state.ringSize === 0) return heapSize === 0 ? none : heap[0]
  const slot = state.ring[state.ringFirst]
  return heapSize !== 0 && isBefore(state, heap[0], slot) ? heap[0] : slot
}

/** Removes the slot that `firstOfFront` returned. */
export function removeFromFront(state: CalendarState, slot: number): void {
  if (state.ringSize !== 0 && state.ring[state.ringFirst] === slot) {
    state.ringFirst = (state.ringFirst + 1) & (state.ring.length - 1)
    state.ringSize--
  } else {
    removeTop(state)
  }
}

/** Unrolls a full ring into one twice as long. */
function lengthenRing(state: CalendarState): void {
  const { ring, ringFirst } = state
  const longer = doubled(ring)
  longer.set(ring.subarray(ringFirst))
  longer.set(ring.subarray(0, ringFirst), ring.length - ringFirst)
  state.ring = longer
  state.ringFirst = 0
}
