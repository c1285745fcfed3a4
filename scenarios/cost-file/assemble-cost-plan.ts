import type { Precision } from '../../engine/cost/index.ts'
import { leafAt, lengthAt } from '../load/decoded.ts'
import type { Decoded } from '../load/effect-schema.ts'
import type { Plain } from '../load/leaf-value.ts'
import { readCompression, type CompressionWish } from './compression-wish.ts'
import { billLines } from './cost-plan.ts'
import type {
  CostPlan,
  HardwareWish,
  LayoutWish,
  ModelWish,
  OverheadWish,
  RunWish,
  ShapeWish,
  Spread,
} from './cost-plan.ts'

type Path = readonly (string | number)[]

/** Takes values out of a decoded file by path. */
class Values {
  private readonly decoded: Decoded

  constructor(decoded: Decoded) {
    this.decoded = decoded
  }

  get(path: Path): Plain | null {
    return leafAt(this.decoded, path)?.value ?? null
  }

  /** The value, its kind already checked by the leaf that read it. */
  take<Value extends Plain>(path: Path, otherwise: Value): Value {
    return (this.get(path) as Value | null) ?? otherwise
  }

  spread(path: Path): Spread | null {
    const leaf = leafAt(this.decoded, path)
    if (leaf === null) return null
    if (leaf.distribution?.family === 'split_normal') {
      const { p10, p50, p90 } = leaf.distribution
      return { p10, p50, p90 }
    }
    const value = Number(leaf.value)
    return { p10: value, p50: value, p90: value }
  }

  /** The fields of a group that are given, by their names in the plan. */
  given(group: string, names: Readonly<Record<string, string>>): Readonly<Record<string, Plain>> {
    return Object.fromEntries(
      Object.entries(names).flatMap(([field, name]) => {
        const value = this.get([group, field])
        return value === null ? [] : [[name, value] as const]
      }),
    )
  }

  count(path: Path): number {
    return lengthAt(this.decoded, path)
  }
}

const shapeNames = {
  params: 'parameters',
  active: 'activeParameters',
  layers: 'layers',
  hidden: 'hidden',
  heads: 'heads',
  kv_heads: 'keyValueHeads',
  head_size: 'headSize',
  ffn: 'feedForward',
  gated: 'gated',
  vocab: 'vocabulary',
  tied: 'tiedEmbeddings',
  seq: 'sequenceLength',
  experts: 'experts',
  active_experts: 'activeExperts',
  shared_experts: 'sharedExperts',
  expert_ffn: 'expertWidth',
  dense_layers: 'denseLayers',
} as const satisfies Readonly<Record<string, keyof ShapeWish>>

const layoutNames = {
  tensor: 'tensor',
  pipeline: 'pipeline',
  data: 'data',
  expert: 'expert',
  context: 'context',
  zero: 'zero',
  recompute: 'recompute',
  micro_batch: 'microBatch',
  interleave: 'interleave',
  sequence_parallel: 'sequenceParallel',
} as const satisfies Readonly<Record<string, keyof LayoutWish>>

const modelOf = (values: Values): ModelWish => ({
  architecture: values.take<string | null>(['model', 'name'], null),
  workload: values.take<string | null>(['model', 'workload'], null),
  shape: values.given('model', shapeNames),
})

const runOf = (values: Values): RunWish => ({
  tokens: values.take<number | null>(['run', 'tokens'], null),
  epochs: values.take(['run', 'epochs'], 1),
  batchTokens: values.take<number | null>(['run', 'batch'], null),
  precision: values.take<Precision | null>(['run', 'precision'], null),
  kind: values.take<RunWish['kind']>(['run', 'kind'], 'pretrain'),
  date: values.take<string | null>(['run', 'date'], null),
  teacherParameters: values.take<number | null>(['run', 'teacher'], null),
  repeats: values.spread(['run', 'repeats']),
})

const hardwareOf = (values: Values, index: number, isNamed: boolean): HardwareWish => ({
  gpu: values.take(['hardware', index, 'gpu'], ''),
  isNamed,
  count: values.take<number | null>(['hardware', index, 'count'], null),
  usdPerGpuHour: values.spread(['hardware', index, 'price']),
  commitment: values.take<HardwareWish['commitment']>(['hardware', index, 'commitment'], 'on-demand'),
  networkBytesPerSecond: values.take<number | null>(['hardware', index, 'network'], null),
})

const overheadsOf = (values: Values): OverheadWish => ({
  pue: values.spread(['overheads', 'pue']),
  grid: values.take<string | number | null>(['overheads', 'grid'], null),
  lines: new Map(
    billLines.flatMap((name) => {
      const value = values.get(['overheads', name])
      return value === null ? [] : [[name, typeof value === 'number' ? value : null] as const]
    }),
  ),
})

/** Each way once, however often it is named. */
const compressionOf = (values: Values): readonly CompressionWish[] => {
  const count = values.count(['compression'])
  const names = Array.from({ length: count }, (_, index) => values.take(['compression', index], ''))
  return [...new Set(names)].map(readCompression).filter((wish) => wish !== null)
}

/** Makes the plan from decoded values. `isNamed` is false if the accelerators are the usual ones. */
export const assembleCostPlan = (decoded: Decoded, isNamed: boolean): CostPlan => {
  const values = new Values(decoded)
  return {
    name: values.take<string | null>(['name'], null),
    model: modelOf(values),
    run: runOf(values),
    hardware: Array.from({ length: values.count(['hardware']) }, (_, index) =>
      hardwareOf(values, index, isNamed),
    ),
    layout: values.given('layout', layoutNames),
    overheads: overheadsOf(values),
    compression: compressionOf(values),
  }
}
