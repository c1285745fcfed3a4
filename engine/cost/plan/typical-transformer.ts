import { countParameters } from './parameter-count.ts'
import type { Transformer } from './transformer.ts'

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

const roundTo = (value: number, unit: number): number => Math.max(unit, Math.round(value / unit) * unit)

/** Widths are multiples of 8 heads of 128, those of small models of one head of 64: else tensors are hard to share. */
const widthUnit = (dense: number): number => (dense > 3e9 ? 1024 : dense > 1e9 ? 256 : 64)

/**
 * Layers and width that published models of a size have: layers grow as width to the power 2/3 or so, 32 by 4,096 at
 * 7 billion parameters and 80 by 8,192 at 70 billion.
 */
function typicalSize(dense: number, layers: number | undefined): { layers: number; hidden: number } {
  if (layers !== undefined)
    return { layers, hidden: roundTo(Math.sqrt(dense / (12 * layers)), widthUnit(dense)) }
  const hidden = roundTo(4096 * Math.exp(0.36 * Math.log(dense / 6.7e9)), widthUnit(dense))
  return { hidden, layers: Math.max(2, Math.round(dense / (12 * hidden * hidden))) }
}

function vocabularyOf(parameters: number, year: number): number {
  return year >= 2024 ? 128_256 : parameters < 1e9 || year < 2023 ? 50_304 : 32_000
}

/** Width of the dense block with which the model has its number of weights; 4 widths (8/3 with a gate) if none does. */
function fittingWidth(shape: Transformer, parameters: number): number {
  const matrices = (shape.gated ? 3 : 2) * shape.layers * shape.hidden
  const width = (parameters - countParameters({ ...shape, feedForward: 0 })) / matrices
  const usual = (shape.gated ? 8 / 3 : 4) * shape.hidden
  return width > 0.4 * usual && width < 3 * usual ? roundTo(width, 2) : roundTo(usual, 64)
}

/**
 * Expert width and count that give a mixture its active and all its weights. The published mixtures have 2 of 8 or 16
 * wide experts, or 6 to 8 of 60 to 256 narrow ones.
 */
function fittingExperts(shape: Transformer, parameters: number, active: number): Transformer {
  const matrices = (shape.gated ? 3 : 2) * shape.layers * shape.hidden
  const rest = countParameters({ ...shape, feedForward: 0 })
  const met = Math.max(active - rest, 0.2 * active)
  const all = Math.max(parameters - rest, met)
  const activeExperts = shape.activeExperts > 1 ? shape.activeExperts : parameters > 1.5e11 ? 8 : 2
  const wanted = Math.max(activeExperts, (activeExperts * all) / met)
  const experts = shape.experts > 1 ? shape.experts : roundTo(wanted, wanted > 32 ? 32 : wanted > 6 ? 8 : 1)
  return {
    ...shape,
    denseLayers: 0,
    experts,
    activeExperts,
    expertWidth: roundTo(met / (matrices * (activeExperts + shape.sharedExperts)), 2),
  }
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
  const vocabulary = known.vocabulary ?? vocabularyOf(parameters, year)
  const size = typicalSize(
    Math.max(0.3 * activeParameters, activeParameters - vocabulary * 1024),
    known.layers,
  )
  const hidden = known.hidden ?? size.hidden
  const layers =
    known.layers ??
    (known.hidden ? Math.max(1, Math.round(parameters / (12 * hidden * hidden))) : size.layers)
  const heads = known.heads ?? Math.max(1, Math.round(hidden / (hidden < 2048 ? 64 : 128)))
  const isModern = year >= 2023.5 && parameters > 2e10
  const shape: Transformer = {
    layers,
    hidden,
    heads,
    keyValueHeads: known.keyValueHeads ?? (isModern && heads % 8 === 0 ? 8 : heads),
    headSize: known.headSize ?? Math.max(1, Math.round(hidden / heads)),
    feedForward: 0,
    gated: known.gated ?? year >= 2023,
    vocabulary,
    tiedEmbeddings: known.tiedEmbeddings ?? (year < 2023 || parameters < 2e9),
    sequenceLength: known.sequenceLength ?? (year < 2023 ? 2048 : year < 2024 ? 4096 : 8192),
    experts: known.experts ?? 1,
    activeExperts: known.activeExperts ?? 1,
    sharedExperts: known.sharedExperts ?? 0,
    expertWidth: known.expertWidth ?? 0,
    denseLayers: layers,
  }
  if (isMixture) return fittingExperts(shape, parameters, activeParameters)
  return { ...shape, feedForward: known.feedForward ?? fittingWidth(shape, parameters) }
}
