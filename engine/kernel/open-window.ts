/**
 * Opening a window over the far events: how wide its buckets should be. A wrong width costs time, never order, and
 * the work is paid for: a window either follows on takes that outnumber a quarter of the far events, or holds at
 * least a sixteenth of them. Where no width does that (times over many scales), one bucket and the heap take everything.
 */
import { gatherFar, layBuckets, spreadFar } from './bucket-window.ts'
import { countPending } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'
import { timeOf } from './event-rows.ts'

/** Measured: see decisions/0001-calendar-of-buckets.md. */
const bucketsPerEvent = 8
const bucketsPerGap = 2
const fewestBuckets = 64
const sampleSize = 64
const waryWindows = 64

/** Replaces a window that is used up; `now` is the time of the calendar. */
export function openWindow(state: CalendarState, now: number): void {
  const takes = state.takenCount - state.openedAtCount
  const recentScale = (bucketsPerGap * takes) / (now - state.openedAt)
  state.openedAt = now
  state.openedAtCount = state.takenCount
  if (!fitWindow(state, recentScale, 4 * takes >= state.farCount)) layBuckets(state, 1, 0)
  spreadFar(state)
}

/** Replaces a window whose buckets proved too wide, once enough was taken since the last time. */
export function narrowWindow(state: CalendarState, now: number): void {
  state.waryCount = waryWindows
  if (state.takenCount - state.openedAtCount > countPending(state)) reopenWindow(state, now)
}

/** Starts over with the pending events, and frees the rows of those cancelled. */
export function reopenWindow(state: CalendarState, now: number): void {
  gatherFar(state)
  if (state.farCount > 0) openWindow(state, now)
}

/** Lays the buckets; false if no width would do. */
function fitWindow(state: CalendarState, recentScale: number, isPaid: boolean): boolean {
  layBuckets(state, countBuckets(state.farCount), earliestFar(state))
  if (state.waryCount === 0 && isPaid && isScale(recentScale)) {
    state.scale = recentScale
    return true
  }
  if (state.waryCount > 0) state.waryCount--
  sampleFar(state)
  const nearScale = scaleOfEarliest(state, sampleSize / 8)
  if (tryScale(state, recentScale > nearScale ? recentScale : nearScale, isPaid)) return true
  return (
    tryScale(state, scaleOfEarliest(state, (sampleSize * 3) / 4), false) ||
    tryScale(state, recentScale, false)
  )
}

/** Sets the scale; false if it is none, or the window would hold too few of the far events and is not paid for. */
function tryScale(state: CalendarState, scale: number, isPaid: boolean): boolean {
  state.scale = scale
  return isScale(scale) && (isPaid || 16 * countCovered(state) >= state.farCount)
}

function isScale(scale: number): boolean {
  return scale > 1e-290 && scale < 1e290
}

function countBuckets(eventCount: number): number {
  let count = fewestBuckets
  while (count < bucketsPerEvent * eventCount) count *= 2
  return count
}

function countCovered(state: CalendarState): number {
  const { far, farCount, base, scale, bucketCount } = state
  let covered = 0
  for (let i = 0; i < farCount; i++) {
    if ((timeOf(state, far[i]) - base) * scale < bucketCount) covered++
  }
  return covered
}

function earliestFar(state: CalendarState): number {
  let earliest = Infinity
  for (let i = 0; i < state.farCount; i++) {
    const time = timeOf(state, state.far[i])
    if (time < earliest) earliest = time
  }
  return earliest
}

/** Evenly spaced through the list of far events, then sorted. */
function sampleFar(state: CalendarState): void {
  const { sample, far, farCount } = state
  for (let i = 0; i < sampleSize; i++) {
    sample[i] = timeOf(state, far[Math.floor((i * farCount) / sampleSize)])
  }
  sample.sort()
}

/** The scale that suits the earliest of the sampled events, up to this rank; not finite if they are all ties. */
function scaleOfEarliest(state: CalendarState, rank: number): number {
  const { sample, farCount } = state
  return (bucketsPerGap * farCount * rank) / sampleSize / (sample[rank] - sample[0])
}
