import {
  countActiveParameters,
  countParameters,
  typicalTransformer,
  type KnownShape,
  type Transformer,
} from '../../engine/cost/index.ts'
import type { ModelWish, ShapeWish } from '../../scenarios/index.ts'
import type { CostModel } from './cost-report.ts'

/** A published architecture as the catalogue has it. */
export interface PublishedArchitecture {
  readonly id: string
  readonly transformer: Transformer
}

/** Weights of a dense model of so many layers and so wide, for a shape whose weights nobody counted. */
const roughParameters = ({ layers = 1, hidden = 1, vocabulary = 128_256, feedForward, gated }: ShapeWish): number =>
  layers * hidden * (4 * hidden + (gated === false ? 2 : 3) * (feedForward ?? (8 / 3) * hidden)) + 2 * vocabulary * hidden

/** The shape of a model that has no name, typical where it is not given. */
const transformerOf = (shape: ShapeWish, year: number): Transformer => {
  const known: KnownShape = { ...shape, parameters: shape.parameters ?? roughParameters(shape), year }
  return typicalTransformer(known)
}

/** A transformer that is to be trained. */
export interface ResolvedModel extends CostModel {
  readonly transformer: Transformer
}

/**
 * The model of a plan: the catalogue's with the plan's sequence length, or a typical one of its size.
 *
 * Throws: RangeError for a shape that cannot be.
 */
export const resolveModel = (
  { architecture, shape }: ModelWish,
  architectures: readonly PublishedArchitecture[],
  year: number,
): ResolvedModel => {
  const found = architectures.find(({ id }) => id === architecture)
  const { sequenceLength } = shape
  const transformer =
    found === undefined
      ? transformerOf(shape, year)
      : { ...found.transformer, ...(sequenceLength === undefined ? {} : { sequenceLength }) }
  return {
    name: found?.id ?? null,
    parameters: countParameters(transformer),
    activeParameters: countActiveParameters(transformer),
    transformer,
  }
}
