import { requirePositive } from '../require-positive.ts'
import type { WorkMultiple } from './work-multiple.ts'

/**
 * What training low-rank adapters beside frozen weights takes, relative to training all weights on the same tokens.
 *
 * The measured middle is GPT-3 175B on V100: 43.1 against 32.5 tokens a second and accelerator. The bound below is
 * the arithmetic alone; above, a quarter is added for products that run at the adapters' small size.
 * Source: Hu et al. 2021, arXiv 2106.09685, section 4.2.
 */
export const loraWork: WorkMultiple = {
  low: 0.667,
  mid: 0.754,
  high: 0.9,
  source: 'Hu et al. 2021, arXiv 2106.09685, section 4.2; high: assumption',
}

/**
 * FLOP of training adapters, relative to training all weights: frozen weights still pass activations forwards and
 * gradients backwards, four of six FLOP a parameter and token, and have no gradient of their own.
 *
 * Units: `trainableShare` the adapters' parameters over the model's, 0 to 1. Throws: RangeError otherwise.
 * @example loraFlopMultiple(0.01) // => 0.6766666666666666
 */
export function loraFlopMultiple(trainableShare: number): number {
  requireShare('loraFlopMultiple', trainableShare)
  return (4 + 6 * trainableShare) / 6
}

/**
 * Bytes a parameter of the model that weights, gradients and optimizer take: 2 for frozen weights of 16 bits, or
 * 0.5 stored in four bits, and 16 for each trained one.
 *
 * Choose it to see whether a model fits; activations come on top and are not saved.
 * Throws: RangeError for a share outside 0 to 1, or weights of no bytes.
 * Source: 16 bytes: Rajbhandari et al. 2019, arXiv 1910.02054, section 3.1; four bits: Dettmers et al. 2023, QLoRA,
 * arXiv 2305.14314.
 * @example loraStateBytes(0.01, 2) // => 2.16
 */
export function loraStateBytes(trainableShare: number, frozenBytes: number): number {
  requireShare('loraStateBytes', trainableShare)
  requirePositive('loraStateBytes', 'frozenBytes', frozenBytes)
  return frozenBytes + 16 * trainableShare
}

function requireShare(caller: string, share: number): void {
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`${caller}: trainableShare must be between 0 and 1, got ${share}`)
}
