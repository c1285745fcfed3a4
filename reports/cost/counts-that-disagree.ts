import type { PlanProblem, ShapeWish } from '../../scenarios/index.ts'
import { countText } from './cost-numbers.ts'
import type { ResolvedModel } from './resolve-model.ts'

/** How far the weights of a shape may be from those that are given: rounded names, norms, biases. */
const tolerance = 0.1

/** Fields that fix the shape, so that a count beside them may contradict it. */
const shaping = [
  'layers',
  'hidden',
  'heads',
  'headSize',
  'feedForward',
  'vocabulary',
  'experts',
  'activeExperts',
  'expertWidth',
] as const

/** Given counts of weights that the shape beside them does not have. */
export const countsThatDisagree = (
  shape: ShapeWish,
  { isTypical, parameters, activeParameters }: ResolvedModel,
): readonly PlanProblem[] => {
  if (!isTypical || shaping.every((field) => shape[field] === undefined)) return []
  const compare = (field: 'params' | 'active', given: number | undefined, found: number): PlanProblem[] => {
    if (given === undefined || Math.abs(found / given - 1) <= tolerance) return []
    const words = { field, given: countText(given, 'en'), found: countText(found, 'en') }
    return [{ path: ['model', field], problem: { code: 'F230', words } }]
  }
  const ofAll = compare('params', shape.parameters, parameters)
  return ofAll.length > 0 ? ofAll : compare('active', shape.activeParameters, activeParameters)
}
