import type { Calendar, Handler } from '../kernel/index.ts'

/** What a study runs: how a world begins, what its events do, and what is kept of it at the end. */
export interface Model<World, Record> {
  /** Builds the world of one run (counted from 1) and schedules its first events. */
  createWorld(seed: number, run: number, calendar: Calendar): World
  /** What each kind of event does, indexed by kind. */
  readonly handlers: readonly Handler<World>[]
  /** Events before this month are handled; the rest never happen. */
  readonly horizonMonths: number
  /** Where the clock stands when the world is built (below zero with a burn-in). */
  readonly startMonth: number
  /** What is kept of the run; called once, after the last event. */
  collect(world: World, run: number): Record
}
