import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'

/** Incumbents release a frontier model: capability jumps to the research frontier, and the mood lifts. */
export function frontierRelease(world: World, time: number): void {
  world.incumbents.release(time)
  world.sentiment.noteRelease()
  world.calendar.schedule(time + world.incumbents.untilRelease(), EventKind.frontierRelease)
}

/** The open community publishes weights a lag behind the frontier: what everyone has is worth nothing extra. */
export function openRelease(world: World, time: number): void {
  world.incumbents.releaseOpen(time, world.conditions.openLag)
  world.calendar.schedule(time + world.incumbents.untilOpenRelease(), EventKind.openRelease)
}

/** An incumbent enters an industry with a product of its own. */
export function incumbentEntry(world: World, time: number): void {
  const { incumbents, parameters, calendar } = world
  const industry = incumbents.nextIndustry()
  incumbents.appeal[industry] += parameters.incumbents.entryStrength
  calendar.schedule(time + incumbents.untilEntry(), EventKind.incumbentEntry)
}
