import type { Precision } from '../plan/accelerator.ts'
import type { Transformer } from '../plan/transformer.ts'
import type { QualityLoss } from './quality-loss.ts'

/** A model made smaller, as far as serving it depends on it. */
export interface Compression {
  readonly name: string
  /** The network that is served: a smaller one after layers or widths were cut. */
  readonly transformer: Transformer
  /** Bytes of a stored weight. */
  readonly weightBytes: number
  /** Number format of products; left out if it stays. */
  readonly precision?: Precision
  /** Bytes of an element of the cache of keys and values; left out if it stays. */
  readonly cacheBytes?: number
  /** Speed of products against dense ones, where the machine can use the pattern. */
  readonly productSpeedup: number
  readonly qualityLoss: QualityLoss
}
