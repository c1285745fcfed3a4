import type { Precision } from '../plan/accelerator.ts'

/**
 * Bytes in which weights take part in the computation and activations are kept. Products in 8 or 4 bits keep both in
 * 16: programs cast on the way into a product (torchtitan's float8 runs use as much memory as its bf16 ones).
 *
 * @example storageBytes('fp8') // => 2
 */
export function storageBytes(precision: Precision): 2 | 4 {
  return precision === 'fp32' || precision === 'tf32' ? 4 : 2
}
