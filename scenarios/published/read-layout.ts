import type { Layout, Recompute } from '../../engine/cost/index.ts'
import type { PublishedFields } from './published-fields.ts'
import type { ProgramReading } from './set-readings.ts'
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

/** Years from the middle of a run to the year of its paper. Assumption, 0.25 to 1. */
const yearsToPrint = 0.5

/**
 * Selective recomputation came in 2022; layouts in use before have full recomputation even where memory would allow
 * none. Null for later ones, whose rows leave it to be searched.
 *
 * Source: Korthikanti et al. 2022, arXiv 2205.05198; Narayanan et al. 2021, arXiv 2104.04473, table 1.
 */
function recomputeOfYear({ year, tokens }: PublishedFields): Recompute | null {
  const isEarly = year !== null && year - (tokens === null ? 0 : yearsToPrint) < 2022
  return isEarly ? 'full' : null
}

/**
 * The micro-batch of a program that cuts the batch of one copy into as many as its pipeline has stages, one without a
 * pipeline.
 *
 * Source: torchtitan, default of `pipeline_parallel_microbatch_size`: as many micro-batches as stages.
 */
const microBatchOf = (localBatch: number, stages: number): number =>
  Math.max(1, Math.floor(localBatch / stages))

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
  reading: ProgramReading | null,
):
  | { readonly layout: Partial<Layout>; readonly acceleratorCount: number | null }
  | { readonly reason: SkipReason } {
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
  const interleave = fields.interleave ?? (fields.words.has('interleaved') ? 2 : (rest?.interleave ?? null))
  const localMicroBatch =
    fields.localBatch === null || degrees === null
      ? null
      : microBatchOf(fields.localBatch, degrees.pipeline * (interleave ?? 1))
  const layout: Partial<Layout> = known({
    ...degrees,
    data,
    expert: fields.expert ?? (rest === null ? null : 1),
    zero: fields.zero ?? rest?.zero ?? null,
    interleave,
    recompute:
      recomputeOf(fields.recompute) ?? rest?.recompute ?? (degrees && recomputeOfYear(fields)) ?? null,
    sequenceParallel: /sequence/iu.test(fields.recompute ?? '') ? true : (rest?.sequenceParallel ?? null),
    microBatch: fields.microBatch ?? localMicroBatch ?? rest?.microBatch ?? null,
    globalBatch: batchOfAll,
  })
  return { layout, acceleratorCount: count }
}
