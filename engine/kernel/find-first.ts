import { firstInWindow, removeFromWindow } from './bucket-window.ts'
import { none } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'
import { removeTop } from './event-heap.ts'
import { freeCancelledRow, isBefore, isPending } from './event-rows.ts'
import { openWindow } from './open-window.ts'

/** The slot of the earliest pending event, or none; opens a window and frees cancelled rows where it has to. */
export function findFirst(state: CalendarState, now: number): number {
  for (;;) {
    const slot = firstOfWindowAndHeap(state)
    if (slot === none) {
      if (state.farCount === 0) return none
      openWindow(state, now)
    } else if (isPending(state, slot)) {
      return slot
    } else {
      removeFirst(state, slot)
      freeCancelledRow(state, slot)
    }
  }
}

function firstOfWindowAndHeap(state: CalendarState): number {
  const slot = firstInWindow(state)
  if (state.heapSize === 0) return slot
  const other = state.heap[0]
  return slot === none || isBefore(state, other, slot) ? other : slot
}

/** Removes the slot that `findFirst` returned. */
export function removeFirst(state: CalendarState, slot: number): void {
  if (state.heapSize !== 0 && state.heap[0] === slot) removeTop(state)
  else removeFromWindow(state, slot)
}
