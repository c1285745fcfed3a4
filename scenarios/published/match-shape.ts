import type { Transformer } from '../../engine/cost/index.ts'
import type { Architecture } from '../architectures/architecture.ts'
import type { PublishedFields } from './published-fields.ts'

/** How far two counts of the same weights may lie apart: papers round, and leave out norms and biases. */
const countTolerance = 0.01
/** Vocabularies are padded to multiples of the tensor group. */
const vocabularyTolerance = 0.02

const isSame = (given: number | null, known: number): boolean => given === null || given === known

const isNear = (given: number | null, known: number, tolerance: number): boolean =>
  given === null || Math.abs(given / known - 1) <= tolerance

/** How far off a count of weights is; a table of learned positions grows with the sequence. */
function offset(fields: PublishedFields, { parametersTotal, shape }: Architecture): number {
  const all = fields.parameters ?? Infinity
  const longer = (fields.sequenceLength ?? shape.sequenceLength) - shape.sequenceLength
  const withPositions = parametersTotal + longer * shape.hidden
  return Math.min(Math.abs(all / parametersTotal - 1), Math.abs(all / withPositions - 1))
}

const agrees = (fields: PublishedFields, architecture: Architecture): boolean => {
  const { shape, parametersActive } = architecture
  return (
    isSame(fields.layers, shape.layers) &&
    isSame(fields.hidden, shape.hidden) &&
    isSame(fields.heads, shape.heads) &&
    isNear(fields.vocabulary, shape.vocabulary, vocabularyTolerance) &&
    shape.experts > 1 === (fields.activeParameters !== null) &&
    isNear(fields.activeParameters, parametersActive, 5 * countTolerance) &&
    offset(fields, architecture) <= countTolerance
  )
}

/**
 * The shape of the published architecture that a row is of, told by its numbers: weights within 1 %, and layers, width,
 * heads and vocabulary where they are given. Null if there is none. No name is looked at.
 */
export function matchShape(
  fields: PublishedFields,
  architectures: readonly Architecture[],
): Transformer | null {
  let best: Architecture | null = null
  for (const candidate of architectures)
    if (agrees(fields, candidate) && (best === null || offset(fields, candidate) < offset(fields, best)))
      best = candidate
  if (best === null) return null
  const { shape } = best
  return {
    ...shape,
    sequenceLength: fields.sequenceLength ?? shape.sequenceLength,
    vocabulary: fields.vocabulary ?? shape.vocabulary,
  }
}
