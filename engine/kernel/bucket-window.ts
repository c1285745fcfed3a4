/**
 * The window: events not due yet, only roughly in order. Near ones lie in buckets of equal width over a stretch of
 * time, later ones in a plain list, `far`. When the buckets are used up a new window is opened over the far events.
 *
 * The bucket of a time is floor((time - base) * scale). Rounding included, that never falls as time grows, so no
 * event of a later bucket is earlier: the order is exact for any base and scale, and only the speed depends on them.
 */
import { doubled, none } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'
import { addToFront } from './event-front.ts'
import { freeCancelledRow, isPending, linkOf, setLink, timeOf } from './event-rows.ts'

/** In place of a slot, after the last bucket. */
const endOfWindow = -1

/** Puts an event where it belongs: the front, its bucket (a list with the newest first), or far. */
export function addToWindow(state: CalendarState, slot: number, time: number): void {
  const position = (time - state.base) * state.scale
  if (!(position >= state.nextBucket)) {
    addToFront(state, slot)
  } else if (position >= state.bucketCount) {
    addToFar(state, slot)
  } else {
    const bucket = position | 0
    setLink(state, slot, state.heads[bucket])
    state.heads[bucket] = slot
  }
}

/** Takes the next event out of its bucket, past an empty front, if it is alone there and due; else none. */
export function takeLone(state: CalendarState, horizon: number): number {
  const { heads } = state
  let bucket = state.nextBucket
  while (heads[bucket] === none) bucket++
  const slot = heads[bucket]
  if (slot === endOfWindow || linkOf(state, slot) !== none || !isPending(state, slot)) return none
  if (!(timeOf(state, slot) < horizon)) return none
  heads[bucket] = none
  state.nextBucket = bucket + 1
  return slot
}

/** Moves the next bucket that holds anything to the front; false if the window is used up. */
export function advanceWindow(state: CalendarState): boolean {
  const { heads } = state
  let bucket = state.nextBucket
  while (heads[bucket] === none) bucket++
  state.nextBucket = bucket
  const slot = heads[bucket]
  if (slot === endOfWindow) return false
  heads[bucket] = none
  state.nextBucket = bucket + 1
  moveToFront(state, slot)
  return true
}

/** Turns the list round first, so that ties reach the front in sequence. */
function moveToFront(state: CalendarState, head: number): void {
  let oldest = none
  for (let slot = head, next = none; slot !== none; slot = next) {
    next = linkOf(state, slot)
    setLink(state, slot, oldest)
    oldest = slot
  }
  for (let slot = oldest, next = none; slot !== none; slot = next) {
    next = linkOf(state, slot)
    addToFront(state, slot)
  }
}

/** No buckets: every event is far. */
export function closeWindow(state: CalendarState): void {
  state.heads.fill(none, state.nextBucket, state.bucketCount + 1)
  state.heads[0] = endOfWindow
  state.base = state.scale = 0
  state.bucketCount = state.nextBucket = 0
}

/** One bucket for all time, already at the front: every event goes there. */
export function useFrontOnly(state: CalendarState): void {
  closeWindow(state)
  state.heads[0] = none
  state.heads[1] = endOfWindow
  state.bucketCount = state.nextBucket = 1
}

/** Empty buckets, this many, in place of a used-up window. */
export function layBuckets(state: CalendarState, count: number, base: number): void {
  closeWindow(state)
  while (state.heads.length <= count) state.heads = doubled(state.heads)
  state.heads[0] = none
  state.heads[count] = endOfWindow
  state.bucketCount = count
  state.base = base
}

/** Deals the far events out over the window. */
export function spreadFar(state: CalendarState): void {
  const { far, farCount } = state
  state.farCount = 0
  for (let i = 0; i < farCount; i++) addToWindow(state, far[i], timeOf(state, far[i]))
}

/** Makes every pending event far, closes the window, and frees the rows of cancelled events. */
export function gatherFar(state: CalendarState): void {
  const { heads, far, farCount, ring, ringFirst } = state
  state.farCount = 0
  for (let i = 0; i < farCount; i++) keepFar(state, far[i])
  for (let i = 0; i < state.ringSize; i++) keepFar(state, ring[(ringFirst + i) & (ring.length - 1)])
  for (let i = 0; i < state.heapSize; i++) keepFar(state, state.heap[i])
  for (let bucket = state.nextBucket; bucket < state.bucketCount; bucket++) {
    for (let slot = heads[bucket], next = none; slot !== none; slot = next) {
      next = linkOf(state, slot)
      keepFar(state, slot)
    }
  }
  state.ringSize = state.heapSize = 0
  closeWindow(state)
}

function keepFar(state: CalendarState, slot: number): void {
  if (isPending(state, slot)) addToFar(state, slot)
  else freeCancelledRow(state, slot)
}

function addToFar(state: CalendarState, slot: number): void {
  if (state.farCount === state.far.length) state.far = doubled(state.far)
  state.far[state.farCount++] = slot
}
