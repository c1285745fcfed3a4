/**
 * The rows of a calendar: one event each, 32 bytes, seen as 4 doubles or 8 words.
 *
 * Shape: doubles 0 and 1 are time and argument; words 4 to 7 are agent, priority and kind together, sequence
 * (negative once taken, 0 once cancelled) and link (the next slot of whatever list the row is in).
 */
import { none } from './calendar-state.ts'
import type { CalendarState } from './calendar-state.ts'

const slotLimit = 4_194_304
const sequenceLimit = 2_147_483_647
/** Handles exceed 32 bits from the first one on, so that a column too narrow for them fails at once. */
const firstSequence = 1024

/** Fills a row and returns its slot. A freed slot is used again at once: rows in use stay few and near. */
export function addRow(
  state: CalendarState,
  time: number,
  kind: number,
  agent: number,
  argument: number,
  priority: number,
): number {
  let slot = state.freeSlot
  if (slot === none) slot = extendRows(state)
  const { doubles, words } = state
  const word = slot << 3
  state.freeSlot = words[word + 7]
  doubles[slot << 2] = time
  doubles[(slot << 2) + 1] = argument
  words[word + 4] = agent
  words[word + 5] = (priority << 8) | kind
  words[word + 6] = nextSequence(state)
  return slot
}

function nextSequence(state: CalendarState): number {
  const sequence = firstSequence + state.scheduledCount++
  if (sequence > sequenceLimit) {
    throw new RangeError(`schedule: more than ${sequenceLimit - firstSequence} events since the last clear`)
  }
  return sequence
}

export function timeOf(state: CalendarState, slot: number): number {
  return state.doubles[slot << 2]
}

export function argumentOf(state: CalendarState, slot: number): number {
  return state.doubles[(slot << 2) + 1]
}

export function agentOf(state: CalendarState, slot: number): number {
  return state.words[(slot << 3) + 4]
}

export function kindOf(state: CalendarState, slot: number): number {
  return state.words[(slot << 3) + 5] & 255
}

export function priorityOf(state: CalendarState, slot: number): number {
  return state.words[(slot << 3) + 5] >> 8
}

/** Sequence number and slot in one number, for a pending event or one taken. */
export function handleOf(state: CalendarState, slot: number): number {
  return Math.abs(state.words[(slot << 3) + 6]) * slotLimit + slot
}

/** The slot that a handle names if its event is still pending, else none. */
export function pendingSlotOf(state: CalendarState, handle: number): number {
  const slot = handle % slotLimit
  if (!(slot > 0 && slot < state.usedCount)) return none
  return state.words[(slot << 3) + 6] * slotLimit + slot === handle ? slot : none
}

export function isPending(state: CalendarState, slot: number): boolean {
  return state.words[(slot << 3) + 6] > 0
}

export function linkOf(state: CalendarState, slot: number): number {
  return state.words[(slot << 3) + 7]
}

export function setLink(state: CalendarState, slot: number, link: number): void {
  state.words[(slot << 3) + 7] = link
}

/** Makes a pending row the event last taken; the row of the one before is free. */
export function takeRow(state: CalendarState, slot: number): void {
  const { words, taken } = state
  if (taken !== none) {
    words[(taken << 3) + 7] = state.freeSlot
    state.freeSlot = taken
  }
  const word = (slot << 3) + 6
  words[word] = -words[word]
  state.taken = slot
  state.takenCount++
}

/** Marks a pending row as cancelled; it stays in its list until found there. */
export function cancelRow(state: CalendarState, slot: number): void {
  state.words[(slot << 3) + 6] = 0
  state.cancelledCount++
  state.deadCount++
}

/** Frees a cancelled row that has left its list. */
export function freeCancelledRow(state: CalendarState, slot: number): void {
  state.deadCount--
  state.words[(slot << 3) + 7] = state.freeSlot
  state.freeSlot = slot
}

/** The order of the calendar: by time, then priority, then sequence. */
export function isBefore(state: CalendarState, a: number, b: number): boolean {
  const timeOfA = state.doubles[a << 2]
  const timeOfB = state.doubles[b << 2]
  return timeOfA !== timeOfB ? timeOfA < timeOfB : isBeforeInTie(state.words, a, b)
}

function isBeforeInTie(words: Int32Array, a: number, b: number): boolean {
  const difference = (words[(a << 3) + 5] >> 8) - (words[(b << 3) + 5] >> 8)
  return difference !== 0 ? difference < 0 : words[(a << 3) + 6] < words[(b << 3) + 6]
}

/** A slot not used since the last clear, linked to none. */
function extendRows(state: CalendarState): number {
  const capacity = state.doubles.length >> 2
  if (state.usedCount === capacity) makeRows(state, 2 * capacity)
  state.words[(state.usedCount << 3) + 7] = none
  return state.usedCount++
}

/** Makes room for this many rows, slot 0 included, and keeps those there are. */
export function makeRows(state: CalendarState, capacity: number): void {
  if (capacity > slotLimit)
    throw new RangeError(`schedule: more than ${slotLimit - 1} events are pending at once`)
  const buffer = new ArrayBuffer(32 * capacity)
  const old = state.words
  state.doubles = new Float64Array(buffer)
  state.words = new Int32Array(buffer)
  state.words.set(old)
}
