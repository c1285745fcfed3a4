import type { Calendar } from '../../../engine/kernel/index.ts'
import { SortedListOracle } from './sorted-list-oracle.ts'
import type { OracleEvent } from './sorted-list-oracle.ts'

/** Uniform on [0, 1). */
export type Draw = () => number
/** How far beyond now the next event lies. */
export type Increment = (draw: Draw, step: number) => number

/** How a random sequence of operations is made: the rest of the operations take the next event. */
export interface Workload {
  readonly steps: number
  readonly scheduleShare: number
  readonly cancelShare: number
  readonly increment: Increment
}

/**
 * Drives a calendar and the oracle with the same random operations, then empties both.
 * @returns the first difference in what came out, or null if there was none
 */
export function driveAgainstOracle(calendar: Calendar, draw: Draw, workload: Workload): string | null {
  const oracle = new SortedListOracle()
  const issued: Issued[] = []
  for (let step = 0; step < workload.steps; step++) {
    const choice = draw()
    let difference: string | null = null
    if (choice < workload.scheduleShare)
      issued.push(schedule(calendar, oracle, draw, step, workload.increment))
    else if (choice < workload.scheduleShare + workload.cancelShare)
      difference = cancel(calendar, oracle, draw, issued)
    else difference = take(calendar, oracle)
    if (calendar.size !== oracle.pending.length)
      difference ??= `size ${calendar.size}, due ${oracle.pending.length}`
    if (difference !== null) return `step ${step}: ${difference}`
  }
  while (oracle.pending.length > 0) {
    const difference = take(calendar, oracle)
    if (difference !== null) return `while emptying: ${difference}`
  }
  return take(calendar, oracle)
}

interface Issued {
  readonly handle: number
  readonly event: OracleEvent
}

function schedule(
  calendar: Calendar,
  oracle: SortedListOracle,
  draw: Draw,
  agent: number,
  increment: Increment,
): Issued {
  const time = Math.max(calendar.now, 0) + increment(draw, agent)
  const kind = Math.floor(draw() * 256)
  const priority = draw() < 0.7 ? 0 : Math.floor(draw() * 201) - 100
  const argument = draw()
  const event = oracle.schedule(time, kind, agent, argument, priority)
  return { handle: calendar.schedule(time, kind, agent, argument, priority), event }
}

function cancel(calendar: Calendar, oracle: SortedListOracle, draw: Draw, issued: Issued[]): string | null {
  if (issued.length === 0) return null
  const { handle, event } = issued[Math.floor(draw() * issued.length)]
  const due = oracle.cancel(event)
  return calendar.cancel(handle) === due ? null : `cancel of ${show(event)} should have been ${due}`
}

function take(calendar: Calendar, oracle: SortedListOracle): string | null {
  const due = oracle.next()
  const peeked = calendar.peekTime()
  if (peeked !== (due?.time ?? Infinity)) return `peeked at ${peeked}, due ${show(due)}`
  const taken = calendar.next() ? show(eventOf(calendar)) : show(undefined)
  return taken === show(due) ? null : `took ${taken}, due ${show(due)}`
}

const eventOf = (calendar: Calendar): OracleEvent => ({
  time: calendar.eventTime,
  priority: calendar.eventPriority,
  kind: calendar.eventKind,
  agent: calendar.eventAgent,
  argument: calendar.eventArgument,
})

const show = (event: OracleEvent | undefined): string =>
  event === undefined
    ? 'none'
    : `${event.time} (priority ${event.priority}, kind ${event.kind}, agent ${event.agent}, ${event.argument})`
