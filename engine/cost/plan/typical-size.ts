/** What is known of how large a model is. */
export interface KnownSize {
  /** Weights that one token meets. */
  readonly activeParameters: number
  readonly vocabulary: number
  /** Embeddings: 1 if input and output share one, else 2. */
  readonly embeddings: 1 | 2
  readonly layers: number | undefined
  readonly hidden: number | undefined
}

/** Layers and width of a model. */
export interface Size {
  readonly layers: number
  readonly hidden: number
}

/** The multiple of a unit that is nearest to a value, at least one. */
export const roundTo = (value: number, unit: number): number =>
  Math.max(unit, Math.round(value / unit) * unit)

/** Widths are multiples of 8 or 4 heads of 128, those of small models of 4 or 2 heads of 64: else tensors are hard to share. */
function widthUnit(activeParameters: number): number {
  if (activeParameters > 1e9) return activeParameters > 3e9 ? 1024 : 512
  return activeParameters > 2e8 ? 256 : activeParameters > 5e7 ? 128 : 64
}

/** Layers that the stages of a pipeline share; few layers are rounded less. */
function shareableLayers(layers: number, activeParameters: number): number {
  let unit = activeParameters > 1e11 ? 8 : activeParameters < 1e9 ? 2 : 4
  while (unit > 1 && layers < 3 * unit) unit /= 2
  return roundTo(layers, unit)
}

/**
 * Layers and width that published models of a size have: layers grow as width to the power 2/3 or so, 32 by 4,096 at
 * 7 billion parameters and 80 by 8,192 at 70 billion. What is known of them is kept.
 *
 * @example typicalSize({ activeParameters: 6.7e9, vocabulary: 32000, embeddings: 2, layers: undefined, hidden: undefined }) // => { layers: 32, hidden: 4096 }
 */
export function typicalSize({ activeParameters, vocabulary, embeddings, ...known }: KnownSize): Size {
  const inLayers = (embedding: number): number =>
    Math.max(0.3 * activeParameters, activeParameters - embedding)
  const dense = inLayers(vocabulary * 1024)
  const width =
    known.layers === undefined
      ? 4096 * Math.exp(0.36 * Math.log(dense / 6.7e9))
      : Math.sqrt(dense / (12 * known.layers))
  const hidden = known.hidden ?? roundTo(width, widthUnit(activeParameters))
  const layers = inLayers(embeddings * vocabulary * hidden) / (12 * hidden * hidden)
  return { hidden, layers: known.layers ?? shareableLayers(Math.max(2, layers), activeParameters) }
}
