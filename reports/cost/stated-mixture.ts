import { countParameters, typicalTransformer, type Transformer } from '../../engine/cost/index.ts'
import type { ShapeWish } from '../../scenarios/index.ts'

/** Share of a mixture's weights outside its experts: assumption, 0.02 to 0.06; Mixtral 8x7B has 0.03. */
const outside = 0.03

/** Experts that a token meets where nobody says: assumption, 1 to 8. */
const usualActive = 2

/** Inner width over that of the residual stream where neither a width nor a total is known, as of a gated block. */
const usualWiden = 8 / 3

/** A vocabulary of many mixtures, tried beside the one usual in the year. */
const smallVocabulary = 32_000

/** True if the experts are given, and with them or by default how many a token meets. */
export const isStatedMixture = ({ experts = 1, activeExperts, activeParameters }: ShapeWish): boolean =>
  experts > 1 && (activeExperts !== undefined || activeParameters === undefined)

/** Width of an expert with which the layers have the weights that are left for them. */
const solvedWidth = (shape: Transformer, parameters: number): number => {
  const inWidth =
    countParameters({ ...shape, expertWidth: 1 }) - countParameters({ ...shape, expertWidth: 0 })
  const left = parameters - countParameters({ ...shape, expertWidth: 0 })
  return 2 * Math.max(1, Math.round(left / inWidth / 2))
}

/**
 * The mixture that a shape states: what is given is kept, an expert is as wide as said, else as the block, else as the
 * total of weights asks, and the rest is typical. `parameters` is the total, or a rough one if nobody counted.
 *
 * Throws: RangeError as `typicalTransformer`.
 */
export const statedMixture = (shape: ShapeWish, parameters: number, year: number): Transformer => {
  const { experts = 1, sharedExperts = 0, denseLayers = 0 } = shape
  const activeExperts = shape.activeExperts ?? Math.min(usualActive, experts)
  const met = (activeExperts + sharedExperts) / (experts + sharedExperts)
  const activeParameters = shape.activeParameters ?? parameters * (outside + (1 - outside) * Math.min(1, met))
  const known = { parameters, activeParameters: Math.min(parameters, activeParameters), year }
  const given = shape.expertWidth ?? shape.feedForward
  const mixtureOf = (vocabulary: number | undefined): Transformer => {
    const rest = vocabulary === undefined ? {} : { vocabulary }
    const usual = typicalTransformer({ ...shape, ...rest, denseLayers, ...known })
    const block = shape.feedForward ?? usual.feedForward
    const feedForward = denseLayers > 0 ? block : 0
    const mixture = { ...usual, experts, activeExperts, sharedExperts, denseLayers, feedForward }
    const free = shape.parameters === undefined ? Math.round(usualWiden * usual.hidden) : null
    return { ...mixture, expertWidth: given ?? free ?? solvedWidth(mixture, parameters) }
  }
  const usual = mixtureOf(shape.vocabulary)
  if (given === undefined || shape.vocabulary !== undefined || shape.parameters === undefined) return usual
  const other = mixtureOf(smallVocabulary)
  const missed = (mixture: Transformer): number => Math.abs(countParameters(mixture) - parameters)
  return missed(other) < missed(usual) ? other : usual
}
