import type { World } from '../market/world.ts'

/** What the plan sets aside for training each month: two fifths for experiments, the rest saved for runs. */
export function plannedComputeUsd(world: World, row: number): number {
  const { startups, parameters } = world
  return parameters.startups.computeShare[startups.direction[row]] * startups.planUsd[row]
}
