import type { KnownShape, Transformer } from '../../engine/cost/index.ts'
import type { Architecture } from '../architectures/architecture.ts'
import { matchShape } from './match-shape.ts'
import type { PublishedFields } from './published-fields.ts'
import type { ProgramReading } from './set-readings.ts'
import type { SkipReason } from './skip-reason.ts'

/** The shape that a row tells: the whole of it, or what is known. */
export interface ReadShape {
  readonly transformer: Transformer | null
  readonly shape: KnownShape | null
}

/** Weights of a plain stack: 12 squares of the width a layer, and one embedding. */
const plainParameters = (layers: number, hidden: number, vocabulary: number): number =>
  12 * layers * hidden * hidden + vocabulary * hidden

/** Layers that a plain stack of these weights has; at least one. */
const plainLayers = (parameters: number, hidden: number, vocabulary: number): number =>
  Math.max(1, Math.round((parameters - vocabulary * hidden) / (12 * hidden * hidden)))

/** The shape of GPT-2 and GPT-3 with a row's numbers; null if a number is missing. */
function gptShape(fields: PublishedFields): Transformer | null {
  const { parameters, hidden, heads, vocabulary, sequenceLength } = fields
  if (hidden === null || heads === null || vocabulary === null || sequenceLength === null) return null
  const layers = fields.layers ?? (parameters === null ? null : plainLayers(parameters, hidden, vocabulary))
  if (layers === null) return null
  return {
    layers,
    hidden,
    heads,
    keyValueHeads: heads,
    headSize: hidden / heads,
    feedForward: 4 * hidden,
    gated: false,
    vocabulary,
    tiedEmbeddings: true,
    sequenceLength,
    experts: 1,
    activeExperts: 1,
    sharedExperts: 0,
    expertWidth: 0,
    denseLayers: layers,
  }
}

/** How far the weights of a plain stack may lie from those that are given: norms, biases and positions are left out. */
const plainTolerance = 0.03

/** That shape if the numbers of layers and weights agree with it. */
function gptLookalike(fields: PublishedFields): Transformer | null {
  const { parameters, layers, hidden, vocabulary, activeParameters } = fields
  if (layers === null || hidden === null || vocabulary === null || activeParameters !== null) return null
  const plain = plainParameters(layers, hidden, vocabulary)
  return parameters === null || Math.abs(parameters / plain - 1) <= plainTolerance ? gptShape(fields) : null
}

/** What is given of a shape, without the rest. */
function knownShape(
  fields: PublishedFields,
  reading: ProgramReading | null,
  year: number,
): KnownShape | null {
  const { layers, hidden, heads, vocabulary, activeParameters } = fields
  const sequenceLength = fields.sequenceLength ?? reading?.sequenceLength ?? null
  const parameters =
    fields.parameters ??
    (layers === null || hidden === null ? null : plainParameters(layers, hidden, vocabulary ?? 0))
  if (parameters === null) return null
  return {
    parameters,
    year,
    ...(activeParameters === null ? {} : { activeParameters }),
    ...(layers === null ? {} : { layers }),
    ...(hidden === null ? {} : { hidden }),
    ...(heads === null ? {} : { heads }),
    ...(vocabulary === null ? {} : { vocabulary }),
    ...(sequenceLength === null ? {} : { sequenceLength }),
  }
}

/**
 * Reads a row's shape: that of GPT for sets of such models, else that of the published architecture it matches by
 * numbers, else what it gives.
 */
export function readShape(
  fields: PublishedFields,
  reading: ProgramReading | null,
  year: number,
  architectures: readonly Architecture[],
): ReadShape | { readonly reason: SkipReason } {
  const { parameters, activeParameters } = fields
  if (parameters !== null && activeParameters !== null && activeParameters > parameters)
    return { reason: { code: 'moreActiveThanAll', active: activeParameters, all: parameters } }
  const shape = knownShape(fields, reading, year)
  const models = reading?.models ?? 'published'
  const gpt = models === 'gpt' ? gptShape(fields) : null
  const published = models === 'typical' ? null : matchShape(fields, architectures)
  const transformer = gpt ?? published ?? (models === 'alike' ? gptLookalike(fields) : null)
  return shape === null && transformer === null
    ? { reason: { code: 'noParameters' } }
    : { transformer, shape }
}
