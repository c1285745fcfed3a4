import type { Compression, InferenceRequest, Spread, Transformer } from '../../engine/cost/index.ts'
import type { CompressionWish, Machine } from '../../scenarios/index.ts'
import { compressModel, lossSpread } from './compress-model.ts'
import type { CompressedServing, CostOffer } from './cost-report.ts'
import { bytesOf, serveCheapest, servingRequest, sixteenBits } from './serve-cheapest.ts'

/** A model that writes text, the machine that serves it, and the price of an hour of one accelerator. */
export interface ServedModel {
  readonly transformer: Transformer
  readonly machine: Machine
  readonly usdPerGpuHour: Spread
  readonly compression: readonly CompressionWish[]
}

/**
 * Whether a machine multiplies weights of which two in four are zero faster than others.
 *
 * Source: data sheets of the A100 (2020) and of the MI300X (2023), and of what came after them.
 */
const usesTwoOfFour = ({ vendor, accelerator }: Machine): boolean =>
  (vendor === 'NVIDIA' && accelerator.launch >= '2020-05') ||
  (vendor === 'AMD' && accelerator.launch >= '2023-12')

const compressed = (plain: InferenceRequest, made: Compression, machine: Machine): InferenceRequest => ({
  ...plain,
  transformer: made.transformer,
  weightBytes: made.weightBytes,
  precision: made.precision ?? plain.precision,
  cacheBytes: made.cacheBytes ?? plain.cacheBytes,
  productSpeedup: usesTwoOfFour(machine) ? made.productSpeedup : 1,
})

/** What serving a model costs on an offer's accelerators, as it is and in each way made smaller. */
export const serveModel = ({
  transformer,
  machine,
  usdPerGpuHour,
  compression,
}: ServedModel): Pick<CostOffer, 'serving' | 'compression'> => {
  const { accelerator } = machine
  const plain = servingRequest(transformer, accelerator)
  const ways = compression.map((wish): CompressedServing => {
    const made = compressModel(wish, transformer, sixteenBits)
    const request = compressed(plain, made, machine)
    const hasFormat = accelerator.matmulFlopPerSecond[request.precision] > 0
    const serving = hasFormat ? serveCheapest(request, usdPerGpuHour) : null
    const lacking = hasFormat ? 'memory' : 'format'
    return {
      name: wish.name,
      weightBytes: bytesOf(request),
      serving,
      problem: serving === null ? lacking : null,
      qualityLoss: lossSpread(made.qualityLoss),
      source: made.qualityLoss.source,
    }
  })
  return { serving: serveCheapest(plain, usdPerGpuHour), compression: ways }
}
