import { countParameters } from './parameter-count.ts'
import type { Transformer } from './transformer.ts'
import { typicalExperts } from './typical-experts.ts'
import { roundTo, typicalSize, type Size } from './typical-size.ts'

/** What is known of a model's shape; the rest is made typical. */
export type KnownShape = Partial<Omit<Transformer, 'keyValueHeads' | 'feedForward'>> & {
  /** All weights. */
  readonly parameters: number
  /** Weights that one token meets; left out for a dense model. */
  readonly activeParameters?: number
  readonly keyValueHeads?: number
  readonly feedForward?: number
  /** Year of the model: gates and grouped heads came in 2023. */
  readonly year?: number
}

/** Vocabularies for models in which the usual one would be most of the weights. */
const smallVocabularies = [50_304, 32_000, 16_384, 8192, 4096, 2048, 1024, 512]

/** Largest share of the weights that a made-up vocabulary takes: GPT-2 small has 31 %. Assumption, 0.3 to 0.6. */
const mostEmbedded = 0.5

function usualVocabulary(parameters: number, year: number): number {
  return year >= 2024 ? 128_256 : parameters < 1e9 || year < 2023 ? 50_304 : 32_000
}

/** Large vocabularies came with one embedding for input and output: Gemma 3 4B and Phi-4-mini, not Llama 3 8B. */
const isUsuallyTied = (parameters: number, year: number): boolean =>
  year < 2023 || parameters < (year < 2024 ? 2e9 : 6e9)

/** Vocabulary, layers and width: with the usual vocabulary, or the largest that leaves the layers half of the weights. */
function fitVocabulary(known: KnownShape, embeddings: 1 | 2, year: number): Size & { vocabulary: number } {
  const { parameters, activeParameters = parameters, layers, hidden } = known
  const usual = usualVocabulary(parameters, year)
  const candidates =
    known.vocabulary === undefined
      ? [usual, ...smallVocabularies.filter((vocabulary) => vocabulary < usual)]
      : [known.vocabulary]
  const sizes = candidates.map((vocabulary) => ({
    ...typicalSize({ activeParameters, vocabulary, embeddings, layers, hidden }),
    vocabulary,
  }))
  const isSmall = (size: (typeof sizes)[number]): boolean =>
    embeddings * size.vocabulary * size.hidden <= mostEmbedded * activeParameters
  return sizes.find(isSmall) ?? sizes.at(-1)!
}

/** Width of a dense block: 4 widths of the model, 8/3 with a gate. */
const usualWidth = ({ gated, hidden }: Transformer): number => roundTo((gated ? 8 / 3 : 4) * hidden, 64)

/** Width of the dense block with which the model has its number of weights; the usual one if none does. */
function fittingWidth(shape: Transformer, parameters: number): number {
  const matrices = (shape.gated ? 3 : 2) * shape.layers * shape.hidden
  const width = (parameters - countParameters({ ...shape, feedForward: 0 })) / matrices
  const usual = usualWidth(shape)
  return width > 0.4 * usual && width < 3 * usual ? roundTo(width, 2) : usual
}

/**
 * Fills the shape of a transformer so that it has the weights it is said to have. Choose a catalogue's entry where
 * one is published: this is for plans and papers that give counts alone.
 *
 * Throws: RangeError unless `parameters` is positive and finite and active ones are no more.
 * @example typicalTransformer({ parameters: 6.7e9, year: 2020 }).hidden // => 4096
 */
export function typicalTransformer(known: KnownShape): Transformer {
  const { parameters, activeParameters = parameters, year = 2024 } = known
  if (!(parameters > 0 && parameters < Infinity))
    throw new RangeError(`typicalTransformer: parameters must be positive and finite, got ${parameters}`)
  if (!(activeParameters > 0 && activeParameters <= parameters))
    throw new RangeError(
      `typicalTransformer: activeParameters must be above 0 and at most ${parameters}, got ${activeParameters}`,
    )
  const isMixture = activeParameters < 0.95 * parameters
  const tiedEmbeddings = known.tiedEmbeddings ?? isUsuallyTied(parameters, year)
  const { layers, hidden, vocabulary } = fitVocabulary(known, tiedEmbeddings ? 1 : 2, year)
  const heads = known.heads ?? Math.max(1, Math.round(hidden / (hidden < 2048 ? 64 : 128)))
  const isModern = year >= 2024 || (year >= 2023.5 && parameters > 2e10)
  const shape: Transformer = {
    layers,
    hidden,
    heads,
    keyValueHeads: known.keyValueHeads ?? (isModern && heads % 8 === 0 ? 8 : heads),
    headSize: known.headSize ?? Math.max(1, Math.round(hidden / heads)),
    feedForward: 0,
    gated: known.gated ?? year >= 2023,
    vocabulary,
    tiedEmbeddings,
    sequenceLength: known.sequenceLength ?? (year < 2023 ? 2048 : year < 2024 ? 4096 : 8192),
    experts: known.experts ?? 1,
    activeExperts: known.activeExperts ?? 1,
    sharedExperts: known.sharedExperts ?? 0,
    expertWidth: known.expertWidth ?? 0,
    denseLayers: layers,
  }
  if (isMixture) {
    const denseLayers = Math.min(known.denseLayers ?? 0, layers - 1)
    const feedForward = denseLayers > 0 ? (known.feedForward ?? usualWidth(shape)) : 0
    return typicalExperts({ ...shape, denseLayers, feedForward }, { ...known, activeParameters })
  }
  return { ...shape, feedForward: known.feedForward ?? fittingWidth(shape, parameters) }
}
