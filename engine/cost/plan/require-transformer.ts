import type { Transformer } from './transformer.ts'

const whole = [
  'layers',
  'hidden',
  'heads',
  'keyValueHeads',
  'headSize',
  'vocabulary',
  'sequenceLength',
] as const

/**
 * Refuses a shape that no network has.
 *
 * Throws: RangeError that names the caller, the part, its bound and its value.
 */
export function requireTransformer(caller: string, t: Transformer): void {
  for (const name of whole)
    if (!(Number.isSafeInteger(t[name]) && t[name] >= 1))
      throw new RangeError(`${caller}: ${name} must be a whole number of at least 1, got ${t[name]}`)
  for (const name of ['feedForward', 'expertWidth', 'sharedExperts'] as const)
    if (!(t[name] >= 0 && t[name] < Infinity))
      throw new RangeError(`${caller}: ${name} must be at least 0 and finite, got ${t[name]}`)
  const { layers, denseLayers, experts, activeExperts } = t
  if (!(Number.isSafeInteger(denseLayers) && denseLayers >= 0 && denseLayers <= layers))
    throw new RangeError(`${caller}: denseLayers must be 0 to ${layers}, the layers, got ${denseLayers}`)
  if (!(Number.isSafeInteger(experts) && experts >= 1))
    throw new RangeError(`${caller}: experts must be a whole number of at least 1, got ${experts}`)
  if (!(Number.isSafeInteger(activeExperts) && activeExperts >= 1 && activeExperts <= experts))
    throw new RangeError(
      `${caller}: activeExperts must be 1 to ${experts}, the experts, got ${activeExperts}`,
    )
}
