import { Cause, Outcome } from '../market/codes.ts'
import type { World } from '../market/world.ts'
import { endStartup } from './end-startup.ts'
import { Status } from './startups.ts'

/** A founder leaves: before fit the team may break up; otherwise the product loses some of its edge. `draw` is uniform, drawn at founding. */
export function founderLeaves(world: World, row: number, draw: number, time: number): void {
  const { startups, parameters } = world
  if (startups.status[row] === Status.ended) return
  const chance = parameters.startups.breakUpChance * Math.exp(-0.5 * startups.teamwork[row])
  const hasFit = startups.fitMonth[row] === startups.fitMonth[row]
  if (!hasFit && draw < chance) endStartup(world, row, Outcome.closed, time, Cause.teamBrokeUp)
  else startups.ability[row] -= 0.15
}
