import type { World } from '../market/world.ts'

/** A cold market with a short runway: cut once by a third; near the end of a raise: cut by half. */
export function considerCut(world: World, row: number, runway: number): void {
  const { startups, parameters, sentiment } = world
  const p = parameters.startups
  if (startups.cuts[row] === 0 && sentiment.value < -0.25 && runway < 9) {
    startups.planUsd[row] *= 1 - p.coldCut
    startups.cuts[row] = 1
  }
  if (startups.cuts[row] < 2 && startups.failedRaises[row] > 0 && runway < 4) {
    startups.planUsd[row] *= 1 - p.lastCut
    startups.cuts[row] = 2
  }
}
