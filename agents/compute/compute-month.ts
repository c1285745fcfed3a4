import { EventKind } from '../market/events.ts'
import type { World } from '../market/world.ts'

/** A month of the GPU market: price, lead time, and orders that arrive later. */
export function computeMonth(world: World, time: number): void {
  const { compute, calendar } = world
  const ordered = compute.step(world.sentiment.value, world.conditions.orders)
  const delivery = compute.deliveryMonths()
  if (ordered > 0) calendar.schedule(time + delivery, EventKind.deliverGpus, 0, ordered)
}

/** Ordered GPUs go into service. */
export function deliverGpus(world: World, gpus: number): void {
  world.compute.capacity += gpus
}
