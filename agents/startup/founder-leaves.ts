import { sampleExponential } from '../../engine/random/index.ts'
import { Cause, Outcome } from '../market/codes.ts'
import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'
import { endStartup } from './end-startup.ts'
import { Status } from './startups.ts'

/** Draws when a founder leaves, and the luck of that day. Draws: an exponential and a uniform from the `life` stream. */
export function scheduleFounderExit(world: World, row: number, time: number): void {
  const life = world.startups.lifeStreams[row]
  const wait = sampleExponential(life, 1)
  const draw = life.next()
  const rate = world.parameters.startups.founderExit
  if (rate > 0) world.calendar.schedule(time + wait / rate, EventKind.founderLeaves, row, draw)
}

/** A founder leaves: before fit the team may break up; otherwise the product loses some of its edge. `draw` is uniform, drawn at founding. */
export function founderLeaves(world: World, row: number, draw: number, time: number): void {
  const { startups, parameters } = world
  if (startups.status[row] === Status.ended) return
  const chance = parameters.startups.breakUpChance * Math.exp(-0.5 * startups.teamwork[row])
  const hasFit = startups.fitMonth[row] === startups.fitMonth[row]
  if (!hasFit && draw < chance) endStartup(world, row, Outcome.closed, time, Cause.teamBrokeUp)
  else startups.ability[row] -= 0.15
}
