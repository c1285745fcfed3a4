import {
  countActiveParameters,
  countParameters,
  typicalTransformer,
  type KnownShape,
  type Transformer,
} from '../../engine/cost/index.ts'
import type { Architecture, ModelWish, ShapeWish } from '../../scenarios/index.ts'
import type { CostModel } from './cost-report.ts'
import { isStatedMixture, statedMixture } from './stated-mixture.ts'

/** Weights of a model of so many layers and so wide, for a shape whose weights nobody counted. */
const roughParameters = ({ layers = 1, hidden = 1, ...shape }: ShapeWish): number => {
  const { vocabulary = 128_256, feedForward = (8 / 3) * hidden, gated = true } = shape
  const block = 4 * hidden + (gated ? 3 : 2) * feedForward
  return layers * hidden * block + (shape.tiedEmbeddings === true ? 1 : 2) * vocabulary * hidden
}

/** A transformer that is to be trained. */
export interface ResolvedModel extends CostModel {
  readonly transformer: Transformer
  /** Work a token against a decoder's: 0.5 for an encoder-decoder. */
  readonly workFactor: number
  /** True if some of the shape was made up to be typical. */
  readonly isTypical: boolean
  readonly source: string
}

/** A width and heads that a tensor degree shares evenly, near to those that are typical. */
const sharedBy = (
  tensor: number,
  { heads, headSize }: Transformer,
): Pick<Transformer, 'heads' | 'hidden'> => {
  const shared = tensor * Math.max(1, Math.round(heads / tensor))
  return { heads: shared, hidden: shared * headSize }
}

const ofShape = (shape: ShapeWish, year: number, tensor: number): ResolvedModel => {
  const known: KnownShape = { ...shape, parameters: shape.parameters ?? roughParameters(shape), year }
  const shapeOf = (wish: ShapeWish): Transformer =>
    isStatedMixture(wish)
      ? statedMixture(wish, known.parameters, year)
      : typicalTransformer({ ...known, ...wish })
  const usual = shapeOf(shape)
  const isFree = shape.heads === undefined && shape.hidden === undefined && shape.keyValueHeads === undefined
  const transformer =
    isFree && usual.heads % tensor !== 0 ? shapeOf({ ...shape, ...sharedBy(tensor, usual) }) : usual
  return {
    name: null,
    parameters: countParameters(transformer),
    activeParameters: countActiveParameters(transformer),
    isDecoder: true,
    transformer,
    workFactor: 1,
    isTypical: true,
    source: 'typicalShape',
  }
}

const ofArchitecture = (found: Architecture, { sequenceLength }: ShapeWish): ResolvedModel => ({
  name: found.id,
  parameters: found.parametersTotal,
  activeParameters: found.parametersActive,
  isDecoder: found.kind === 'decoder',
  transformer: { ...found.shape, ...(sequenceLength === undefined ? {} : { sequenceLength }) },
  workFactor: found.workFactor,
  isTypical: false,
  source: found.source,
})

/**
 * The model of a plan: the catalogue's with the plan's sequence length, or a typical one of its size, whose heads the
 * plan's tensor degree shares.
 *
 * Throws: RangeError for a shape that cannot be.
 */
export const resolveModel = (
  { architecture, shape }: ModelWish,
  architectures: readonly Architecture[],
  year: number,
  tensor = 1,
): ResolvedModel => {
  const found = architectures.find(({ id }) => id === architecture)
  return found === undefined ? ofShape(shape, year, tensor) : ofArchitecture(found, shape)
}
