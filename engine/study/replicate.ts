import { drain } from '../kernel/index.ts'
import type { Calendar, EventObserver } from '../kernel/index.ts'
import type { Model } from './model.ts'

/** One run: what it left, or why it stopped. `events` counts the events begun. */
export type Replication<Record> =
  | { readonly status: 'ok'; readonly run: number; readonly events: number; readonly record: Record }
  | { readonly status: 'failed'; readonly run: number; readonly events: number; readonly message: string }

/**
 * One run of a model, from its first event to its horizon. It is a pure function of (model, seed, run): the
 * calendar is only a buffer, cleared first. An observer sees each event just before it is handled.
 *
 * Fails: whatever the model throws becomes a failed replication whose message names run, seed, event and month.
 */
export function replicate<World, Record>(
  model: Model<World, Record>,
  seed: number,
  run: number,
  calendar: Calendar,
  observe: EventObserver | null = null,
): Replication<Record> {
  calendar.clear(model.startMonth)
  try {
    const world = model.createWorld(seed, run, calendar)
    const events = drain(calendar, model.handlers, world, model.horizonMonths, observe)
    return { status: 'ok', run, events, record: model.collect(world, run) }
  } catch (error) {
    return {
      status: 'failed',
      run,
      events: calendar.takenCount,
      message: describe(error, seed, run, calendar),
    }
  }
}

function describe(error: unknown, seed: number, run: number, calendar: Calendar): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `run ${run} of seed ${seed} stopped at event ${calendar.takenCount}, month ${calendar.now}: ${reason}`
}
