import type { Transformer } from '../plan/transformer.ts'
import type { Compression } from './compression.ts'

function requireRemoved(caller: string, removedShare: number): void {
  if (!(removedShare >= 0 && removedShare < 1))
    throw new RangeError(`${caller}: removedShare must be at least 0 and below 1, got ${removedShare}`)
}

/**
 * Sets single weights to zero, wherever they are. Memory shrinks, with a bit a weight to say where the others are;
 * products do not get faster, as machines multiply whole tiles.
 *
 * Half of the weights are lost almost without a trace; `mid` doubles for each tenth beyond that, which is a guess
 * with no source above 0.6.
 * Units: `removedShare` of the weights, 0 to below 1. Throws: RangeError otherwise.
 * Source: Frantar and Alistarh 2023, SparseGPT, arXiv 2301.00774, OPT-175B at 0.5: 2 to 6 % of the score on ARC.
 */
export function pruneWeights(
  transformer: Transformer,
  weightBytes: number,
  removedShare: number,
): Compression {
  requireRemoved('pruneWeights', removedShare)
  // 2 % at a half, nothing at nothing, about twice as much for each tenth more.
  const mid = Math.min(1, (0.02 * (Math.exp(10 * Math.LN2 * removedShare) - 1)) / 31)
  const bytes = weightBytes * (1 - removedShare) + 1 / 8
  return {
    name: 'pruned-weights',
    transformer,
    weightBytes: Math.min(weightBytes, bytes),
    productSpeedup: 1,
    qualityLoss: {
      low: mid / 4,
      mid,
      high: Math.min(1, 3 * mid),
      source: 'SparseGPT, arXiv 2301.00774, at 0.5; beyond: assumption',
    },
  }
}

/**
 * Sets two of each four neighbouring weights to zero, the pattern that accelerators since the A100 multiply faster.
 *
 * Units: 16-bit weights and two bits for the place of each that stays; products 1.5 times as fast of the 2 promised
 * (assumption, 1.2 to 1.7).
 * Source: Mishra et al. 2021, arXiv 2104.08378; quality: SparseGPT, arXiv 2301.00774, OPT-175B: 6 to 11 % on ARC.
 */
export function pruneTwoOfFour(transformer: Transformer, weightBytes: number): Compression {
  return {
    name: 'pruned-2-of-4',
    transformer,
    weightBytes: weightBytes / 2 + 1 / 8,
    productSpeedup: 1.5,
    qualityLoss: { low: 0.01, mid: 0.06, high: 0.12, source: 'SparseGPT, arXiv 2301.00774; low: assumption' },
  }
}

/**
 * Cuts whole layers and trains the rest a little by distillation: the network is a smaller one, and as fast as its
 * size. See `prunedStudentMultiple` for what the training costs.
 *
 * Units: `removedShare` of the layers, rounded to whole ones; at least one stays. Half of them cost 3 % of the score
 * (DistilBERT) to 10 % (Llama-3.1-Minitron-4B); a tenth, less than one (assumption).
 * Throws: RangeError for a share below 0 or from 1 up.
 * Source: Sanh et al. 2019, arXiv 1910.01108; Sreenivas et al. 2024, arXiv 2408.11796, table 1.
 */
export function pruneLayers(
  transformer: Transformer,
  weightBytes: number,
  removedShare: number,
): Compression {
  requireRemoved('pruneLayers', removedShare)
  const layers = Math.max(1, Math.round(transformer.layers * (1 - removedShare)))
  const lost = 1 - layers / transformer.layers
  const mid = 0.06 * lost + 0.12 * lost * lost
  return {
    name: 'pruned-layers',
    transformer: { ...transformer, layers, denseLayers: Math.min(transformer.denseLayers, layers) },
    weightBytes,
    productSpeedup: 1,
    qualityLoss: {
      low: mid / 2,
      mid,
      high: Math.min(1, 3 * mid),
      source: 'DistilBERT, arXiv 1910.01108; assumption',
    },
  }
}
