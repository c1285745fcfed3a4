import type { World } from '../market/world.ts'

/** Open weights tuned on the field's own data are the least that anyone can offer. */
export function fineTune(world: World, row: number): void {
  const { startups, incumbents, parameters } = world
  const gain = parameters.startups.domainGain[startups.direction[row]]
  startups.capability[row] = Math.max(startups.capability[row], incumbents.open + gain)
}
