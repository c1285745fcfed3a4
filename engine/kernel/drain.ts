import type { Calendar } from './calendar.ts'

/** What happens at one kind of event; the table of handlers is indexed by kind. */
export type Handler<World> = (world: World, agent: number, argument: number, time: number) => void

/** Sees each event just before its handler does; must draw nothing and schedule nothing. */
export type EventObserver = (time: number, kind: number, agent: number, argument: number) => void

/**
 * Hands each pending event below the horizon, in order, to the handler of its kind, until none is left.
 * An event at the horizon or later stays in the calendar.
 * @returns how many events were handled
 * @throws RangeError for a horizon that is not a number, and at an event whose kind has no handler
 */
export function drain<World>(
  calendar: Calendar,
  handlers: readonly Handler<World>[],
  world: World,
  horizon: number,
  observe: EventObserver | null = null,
): number {
  if (Number.isNaN(horizon)) throw new RangeError('drain: horizon must be a number, got NaN')
  const before = calendar.takenCount
  while (calendar.nextBefore(horizon)) {
    const { eventKind, eventAgent, eventArgument, eventTime } = calendar
    const handler = handlers[eventKind]
    if (handler === undefined) {
      throw new RangeError(`drain: no handler for event kind ${eventKind} (there are ${handlers.length})`)
    }
    if (observe !== null) observe(eventTime, eventKind, eventAgent, eventArgument)
    handler(world, eventAgent, eventArgument, eventTime)
  }
  return calendar.takenCount - before
}
