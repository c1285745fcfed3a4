import type { Transformer } from '../../engine/cost/plan/transformer.ts'
import type { PublishedFields } from './published-fields.ts'

/** A published architecture, as far as rows are matched with it. */
export interface KnownArchitecture {
  /** All weights. */
  readonly parameters: number
  readonly activeParameters: number
  readonly transformer: Transformer
}

/** How far two counts of the same weights may lie apart: papers round, and leave out norms and biases. */
const countTolerance = 0.01
/** Vocabularies are padded to multiples of the tensor group. */
const vocabularyTolerance = 0.02

const isSame = (given: number | null, known: number): boolean => given === null || given === known

const isNear = (given: number | null, known: number, tolerance: number): boolean =>
  given === null || Math.abs(given / known - 1) <= tolerance

/** How far off a count of weights is; learned positions are weights too, one vector for each place in the sequence. */
function offset(fields: PublishedFields, { parameters, transformer }: KnownArchitecture): number {
  const all = fields.parameters ?? Infinity
  const positions = (fields.sequenceLength ?? 0) * transformer.hidden
  return Math.min(Math.abs(all / parameters - 1), Math.abs(all / (parameters + positions) - 1))
}

const agrees = (fields: PublishedFields, architecture: KnownArchitecture): boolean => {
  const { transformer: t, activeParameters } = architecture
  return (
    isSame(fields.layers, t.layers) &&
    isSame(fields.hidden, t.hidden) &&
    isSame(fields.heads, t.heads) &&
    isNear(fields.vocabulary, t.vocabulary, vocabularyTolerance) &&
    (t.experts > 1) === (fields.activeParameters !== null) &&
    isNear(fields.activeParameters, activeParameters, 5 * countTolerance) &&
    offset(fields, architecture) <= countTolerance
  )
}

/**
 * The published architecture that a row is of, told by its numbers: weights within 1 %, and layers, width, heads and
 * vocabulary where they are given. Null if there is none. No name is looked at.
 */
export function matchShape(
  fields: PublishedFields,
  architectures: readonly KnownArchitecture[],
): Transformer | null {
  let best: KnownArchitecture | null = null
  for (const candidate of architectures)
    if (agrees(fields, candidate) && (best === null || offset(fields, candidate) < offset(fields, best)))
      best = candidate
  if (best === null) return null
  const { transformer: t } = best
  return {
    ...t,
    sequenceLength: fields.sequenceLength ?? t.sequenceLength,
    vocabulary: fields.vocabulary ?? t.vocabulary,
  }
}
