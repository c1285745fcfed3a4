/**
 * The window: events in buckets of equal width over a stretch of time. Each bucket is a short list in order, tied
 * into a ring so that its last slot leads to its first; later events lie in a plain list, `far`, until the buckets
 * are used up and a new window is opened over them.
 *
 * The bucket of a time is floor((time - base) * scale). Rounding included, that never falls as time grows, so no
 * event of a later bucket is earlier: the order is exact for any base and scale, and only the speed depends on them.
 */
import { doubled, none } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'
import { addToHeap } from './event-heap.ts'
import { freeCancelledRow, isBefore, isPending, linkOf, setLink, timeOf } from './event-rows.ts'

/** In place of a slot, after the last bucket. */
export const endOfWindow = -1
/** Steps along a list after which an event goes to the heap instead: no list makes the calendar slow. */
const mostSteps = 16

/** Puts an event where it belongs. One that is earlier than the present bucket joins that bucket's list. */
export function addToWindow(state: CalendarState, slot: number, time: number): void {
  const position = (time - state.base) * state.scale
  if (position >= state.bucketCount) {
    addToFar(state, slot)
    return
  }
  const bucket = position > state.bucket ? position | 0 : state.bucket
  const tail = state.tails[bucket]
  if (tail === none) {
    setLink(state, slot, slot)
    state.tails[bucket] = slot
  } else {
    insertInList(state, bucket, tail, slot)
  }
}

/** Ties and other events in order are last in their list at once; others walk from its first. */
export function insertInList(state: CalendarState, bucket: number, tail: number, slot: number): void {
  let previous = tail
  if (isBefore(state, slot, tail)) {
    let steps = 0
    for (let next = linkOf(state, tail); isBefore(state, next, slot); next = linkOf(state, next)) {
      if (++steps > mostSteps) {
        addToHeap(state, slot)
        return
      }
      previous = next
    }
  } else {
    state.tails[bucket] = slot
  }
  setLink(state, slot, linkOf(state, previous))
  setLink(state, previous, slot)
}

/** The first slot of the first list, or none if the window is used up. */
export function firstInWindow(state: CalendarState): number {
  const { tails } = state
  let bucket = state.bucket
  while (tails[bucket] === none) bucket++
  if (tails[bucket] === endOfWindow) {
    // The last bucket stays, for events that are still to come before the window's end.
    state.bucket = Math.max(0, bucket - 1)
    return none
  }
  state.bucket = bucket
  return linkOf(state, tails[bucket])
}

/** Removes the slot that `firstInWindow` returned. */
export function removeFromWindow(state: CalendarState, slot: number): void {
  const { tails, bucket } = state
  if (tails[bucket] === slot) tails[bucket] = none
  else setLink(state, tails[bucket], linkOf(state, slot))
}

/** Empty buckets, this many from a base on (0: every event is far). The buckets there were must be empty. */
export function layBuckets(state: CalendarState, count: number, base: number): void {
  state.tails[state.bucketCount] = none
  while (state.tails.length <= count) state.tails = doubled(state.tails)
  state.tails[count] = endOfWindow
  state.bucketCount = count
  state.bucket = 0
  state.base = base
  state.scale = 0
}

/** Deals the far events out over the window. */
export function spreadFar(state: CalendarState): void {
  const { far, farCount } = state
  state.farCount = 0
  for (let i = 0; i < farCount; i++) addToWindow(state, far[i], timeOf(state, far[i]))
}

/** Makes every pending event far, and frees the rows of cancelled events. */
export function gatherFar(state: CalendarState): void {
  const { far, farCount, heap, heapSize } = state
  state.farCount = 0
  for (let i = 0; i < farCount; i++) keepFar(state, far[i])
  for (let slot = firstInWindow(state); slot !== none; slot = firstInWindow(state)) {
    removeFromWindow(state, slot)
    keepFar(state, slot)
  }
  for (let i = 0; i < heapSize; i++) keepFar(state, heap[i])
  state.heapSize = 0
  layBuckets(state, 0, 0)
}

function keepFar(state: CalendarState, slot: number): void {
  if (isPending(state, slot)) addToFar(state, slot)
  else freeCancelledRow(state, slot)
}

export function addToFar(state: CalendarState, slot: number): void {
  if (state.farCount === state.far.length) state.far = doubled(state.far)
  state.far[state.farCount++] = slot
}
