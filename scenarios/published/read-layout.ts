import type { Layout, Recompute } from '../../engine/cost/plan/layout.ts'
import type { PublishedFields } from './published-fields.ts'
import type { SetReading } from './set-readings.ts'
import type { SkipReason } from './skip-reason.ts'

/** Accelerators that one server holds in the machines these layouts are written for. */
const serverSize = 8

const recomputeOf = (text: string | null): Recompute | null => {
  const found = /full|selective|none/iu.exec(text ?? '')?.[0]
  return found === undefined ? null : (found.toLowerCase() as Recompute)
}

interface Degrees {
  readonly tensor: number
  readonly pipeline: number
  readonly context: number
}

/**
 * Tensor, pipeline and context degree; null where the row gives none. A row with one of them has 1 for the others.
 * Where only their product is given (`model_parallel`), tensor groups fill a server before there are stages.
 *
 * Source: Narayanan et al. 2021, arXiv 2104.04473, takeaway 1.
 */
function degreesOf(fields: PublishedFields): Degrees | null {
  const { tensor, pipeline, context, modelParallel, acceleratorCount, data, words } = fields
  if (tensor !== null || pipeline !== null || context !== null)
    return { tensor: tensor ?? 1, pipeline: pipeline ?? 1, context: context ?? 1 }
  if (modelParallel !== null) {
    const inside = modelParallel % serverSize === 0 ? serverSize : Math.min(modelParallel, serverSize)
    return { tensor: inside, pipeline: modelParallel / inside, context: 1 }
  }
  const isDataAlone =
    fields.sharding !== null ||
    [...words].some((word) => /^fsdp\d+$/u.test(word)) ||
    (data !== null && data === acceleratorCount)
  return isDataAlone ? { tensor: 1, pipeline: 1, context: 1 } : null
}

/** Drops what is not known, so that a default or a search can take its place. */
function known<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], null | undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(entries) as { [Name in keyof Fields]?: Exclude<Fields[Name], null | undefined> }
}

/**
 * Reads what a row says of its layout. The data-parallel degree is what the accelerators leave for it, whatever a row
 * calls it: some tables count it after sharding.
 */
export function readLayout(
  fields: PublishedFields,
  reading: SetReading | null,
): { readonly layout: Partial<Layout>; readonly acceleratorCount: number | null } | { readonly reason: SkipReason } {
  const degrees = degreesOf(fields)
  const product = degrees === null ? 1 : degrees.tensor * degrees.pipeline * degrees.context
  const count = fields.acceleratorCount ?? (degrees && fields.data !== null ? product * fields.data : null)
  if (count !== null && count % product !== 0)
    return { reason: { code: 'layoutDoesNotDivide', count, product } }
  const data = degrees === null ? null : count === null ? fields.data : count / product
  const batchOfAll =
    fields.globalBatch ??
    (data === null
      ? null
      : fields.localBatch !== null
        ? fields.localBatch * data
        : fields.microBatch !== null && fields.accumulated !== null
          ? fields.microBatch * fields.accumulated * data
          : null)
  const rest = degrees === null ? null : (reading?.layout ?? null)
  // A batch of one copy is one micro-batch, unless a pipeline cuts it up.
  const localMicroBatch = fields.localBatch !== null && degrees?.pipeline === 1 ? fields.localBatch : null
  const layout: Partial<Layout> = known({
    ...degrees,
    data,
    expert: fields.expert ?? (rest === null ? null : 1),
    zero: fields.zero ?? rest?.zero ?? null,
    interleave: fields.interleave ?? (fields.words.has('interleaved') ? 2 : (rest?.interleave ?? null)),
    recompute: recomputeOf(fields.recompute) ?? rest?.recompute ?? null,
    sequenceParallel: /sequence/iu.test(fields.recompute ?? '') ? true : (rest?.sequenceParallel ?? null),
    microBatch: fields.microBatch ?? localMicroBatch ?? rest?.microBatch ?? null,
    globalBatch: batchOfAll,
  })
  return { layout, acceleratorCount: count }
}
