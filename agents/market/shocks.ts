import { applyShock, makeConditions } from './conditions.ts'
import { EventKind, Priority } from './events.ts'
import type { World } from './world.ts'

/** Puts the scenario's dated shocks on the calendar. */
export function scheduleShocks(world: World): void {
  world.inputs.shocks.forEach((shock, index) => {
    world.calendar.schedule(shock.month, EventKind.shockStarts, index, 0, Priority.shock)
    world.calendar.schedule(shock.month + shock.durationMonths, EventKind.shockEnds, index, 0, Priority.shock)
  })
}

/** A shock starts: what happens once happens, and conditions change while it lasts. */
export function shockStarts(world: World, index: number): void {
  const { shock, severity } = world.inputs.shocks[index]
  world.activeShocks.add(index)
  if (shock === 'gpu_shortage') world.compute.capacity *= Math.max(0.05, 1 - 0.3 * severity)
  if (shock === 'gpu_glut') world.compute.capacity *= 1 + 0.5 * severity
  if (shock === 'talent_exodus') world.talent.shrink(Math.max(0.05, 1 - 0.25 * severity))
  if (shock === 'open_weights_parity')
    world.incumbents.releaseOpen(world.calendar.now, 1 - Math.min(1, 0.9 * severity))
  refreshConditions(world)
}

/** A shock ends: conditions go back to what the remaining shocks make them. */
export function shockEnds(world: World, index: number): void {
  world.activeShocks.delete(index)
  refreshConditions(world)
}

function refreshConditions(world: World): void {
  Object.assign(world.conditions, makeConditions())
  for (const index of world.activeShocks) {
    const { shock, severity } = world.inputs.shocks[index]
    applyShock(world.conditions, shock, severity)
  }
}
