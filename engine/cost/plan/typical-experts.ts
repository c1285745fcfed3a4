import { countActiveParameters, countParameters } from './parameter-count.ts'
import type { Transformer } from './transformer.ts'
import { roundTo } from './typical-size.ts'

/** Weights of a mixture, and what is known of its experts. */
export interface KnownExperts {
  readonly parameters: number
  readonly activeParameters: number
  readonly experts?: number | undefined
  readonly activeExperts?: number | undefined
  readonly expertWidth?: number | undefined
}

/** All over active expert weights above which experts are many and narrow. */
const fineRatio = 8

/** Experts that a token meets, in order of preference: published mixtures have 2 of 8 or 16, or 8 of 60 to 256. */
const wide = [2, 4, 6, 8]
const narrow = [8, 6, 4, 10]

/** Miss, as a logarithm, that is no reason to leave what is usual. */
const nearMiss = 0.03

/** Counts of experts that accelerators share. */
const expertUnit = (experts: number): number => (experts > 64 ? 8 : experts > 32 ? 4 : 2)

/** The mixture with so many experts met, and how far its weights miss: active ones count most. */
function withExperts(shape: Transformer, known: KnownExperts, activeExperts: number): [Transformer, number] {
  const { parameters, activeParameters } = known
  const shared = shape.sharedExperts
  const matrices = (shape.gated ? 3 : 2) * (shape.layers - shape.denseLayers) * shape.hidden
  const rest = countActiveParameters({ ...shape, activeExperts, expertWidth: 0 })
  const met = Math.max(activeParameters - rest, 0.2 * activeParameters)
  const all = Math.max(parameters - rest, met)
  const wanted = ((activeExperts + shared) * all) / met - shared
  const experts = known.experts ?? Math.max(activeExperts + 1, roundTo(wanted, expertUnit(wanted)))
  // The router grows with the experts.
  const router = countActiveParameters({ ...shape, activeExperts, experts, expertWidth: 0 }) - rest
  const width = Math.max(met - router, 0.5 * met) / (matrices * (activeExperts + shared))
  const mixture = { ...shape, activeExperts, experts, expertWidth: known.expertWidth ?? roundTo(width, 2) }
  const missed = Math.abs(Math.log(countParameters(mixture) / parameters))
  return [mixture, missed + 4 * Math.abs(Math.log(countActiveParameters(mixture) / activeParameters))]
}

/**
 * Expert width and counts that give a mixture its active weights and, as nearly as may be, all its weights. What is
 * known of them is kept.
 *
 * Shape: `shape` says all but the experts; its `denseLayers` must be fewer than its layers.
 */
export function typicalExperts(shape: Transformer, known: KnownExperts): Transformer {
  const isFine = known.parameters > fineRatio * known.activeParameters
  const counts = known.activeExperts === undefined ? (isFine ? narrow : wide) : [known.activeExperts]
  let best: Transformer = shape
  let least = Infinity
  for (const activeExperts of counts) {
    const [mixture, miss] = withExperts(shape, known, activeExperts)
    if (miss >= least) continue
    best = mixture
    least = miss
    if (miss < nearMiss) break
  }
  return best
}
