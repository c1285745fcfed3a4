import { doubled } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'
import { isBefore } from './event-rows.ts'

/** Adds a slot to a heap with four children a node: exact order for any times, at a cost of log(size). */
export function addToHeap(state: CalendarState, slot: number): void {
  if (state.heapSize === state.heap.length) state.heap = doubled(state.heap)
  const heap = state.heap
  let at = state.heapSize++
  while (at > 0) {
    const parent = (at - 1) >> 2
    if (!isBefore(state, slot, heap[parent])) break
    heap[at] = heap[parent]
    at = parent
  }
  heap[at] = slot
}

/** Removes the earliest slot, which is heap[0]. */
export function removeTop(state: CalendarState): void {
  const heap = state.heap
  const size = --state.heapSize
  const slot = heap[size]
  let at = 0
  for (let first = 1; first < size; first = at * 4 + 1) {
    const best = earliestOf(state, first, Math.min(first + 4, size))
    if (!isBefore(state, heap[best], slot)) break
    heap[at] = heap[best]
    at = best
  }
  heap[at] = slot
}

function earliestOf(state: CalendarState, first: number, end: number): number {
  const heap = state.heap
  let best = first
  for (let child = first + 1; child < end; child++) {
    if (isBefore(state, heap[child], heap[best])) best = child
  }
  return best
}
