import type { PublishedRecord } from './parse-records.ts'
import { RowReader, type Bounds } from './row-reader.ts'

// Wide enough for anything that exists and for a century to come; what lies beyond is a slip of the pen.
const sizes: Bounds = { low: 1, high: 1e9 }
const degrees: Bounds = { low: 1, high: 1e7 }

const plainNames = `set modality section year date precision accelerator pue n n_accelerators params params_active
  tokens flops_factor_vs_6ND layers hidden heads seq vocab architecture tp pp dp cp ep vpp interleave model_parallel
  scheme zero sharding gbs mbs grad_accum local_batch grad_bytes recompute parallelism`
const shapeNames = ['params_total', 'params_active', 'layers', 'hidden', 'heads', 'vocab', 'seq_len']
const layoutNames = ['tp', 'pp', 'dp', 'cp', 'ep', 'vpp', 'zero', 'batch', 'mbs', 'ga']

/** Fields of a row that a prediction may read. All others, outcomes and names, are invisible to it. */
export const factNames: ReadonlySet<string> = new Set([
  ...plainNames.split(/\s+/u),
  ...shapeNames.map((name) => `architecture.${name}`),
  ...layoutNames.map((name) => `parallelism.${name}`),
])

/** A degree inside `parallelism`: a range or a word ("96-288", "yes") is no fact, but no mistake either. */
const looseCount = (reader: RowReader, name: string): number | null =>
  typeof reader.raw(`parallelism.${name}`) === 'string'
    ? null
    : reader.count([`parallelism.${name}`], degrees)

/** A sharding stage as a number or in a program's words: "FSDP" and "HSDP" shard parameters too. */
function zeroOf(reader: RowReader): 0 | 1 | 2 | 3 | null {
  const words = [
    reader.raw('parallelism.zero'),
    reader.raw('sharding'),
    reader.raw('scheme'),
    reader.raw('zero'),
  ]
    .filter((word) => typeof word === 'string')
    .join(' ')
  if (/SHARD_GRAD_OP/iu.test(words)) return 2
  if (/FSDP|HSDP|FULL_SHARD|ZeRO-?3/iu.test(words)) return 3
  const stage = { low: 0, high: 3 }
  const names = typeof reader.raw('parallelism.zero') === 'string' ? ['zero'] : ['zero', 'parallelism.zero']
  return reader.count(names, stage) as 0 | 1 | 2 | 3 | null
}

/** Year with a fraction: of the date where there is one. */
function yearOf(reader: RowReader): number | null {
  const date = /^(?<year>\d{4})-(?<month>\d{2})/u.exec(reader.text('date') ?? '')?.groups
  if (date === undefined) return reader.number(['year'], { low: 1990, high: 2100 })
  return Number(date['year']) + (Number(date['month']) - 0.5) / 12
}

/** The facts of a row, by our names; null where it does not say. */
export type PublishedFields = ReturnType<typeof readFields>['fields']

/**
 * Reads the facts of a row in either form: a run (`architecture`, `n_accelerators`) or a benchmark (`params`, `n`).
 * `problem` is the first value that cannot be: a text for a number, a negative or enormous one.
 */
export function readFields(record: PublishedRecord) {
  const reader = new RowReader(record, factNames)
  const of = (name: string): string => `architecture.${name}`
  const words = typeof reader.raw('parallelism') === 'string' ? (reader.text('parallelism') ?? '') : ''
  const degreeIn = (name: string): number | null => {
    const found = new RegExp(`(?:^|[\\s+])${name}(\\d{1,6})(?![\\d])`, 'u').exec(words)?.[1]
    return found === undefined ? null : Number(found)
  }
  const degree = (name: string): number | null =>
    reader.count([name], degrees) ?? looseCount(reader, name) ?? degreeIn(name)
  const fields = {
    set: reader.text('set'),
    modality: reader.text('modality'),
    section: reader.text('section'),
    sharding: reader.text('sharding'),
    scheme: reader.text('scheme'),
    precision: reader.text('precision'),
    accelerator: reader.text('accelerator'),
    recompute: reader.text('recompute'),
    year: yearOf(reader),
    acceleratorCount: reader.count(['n', 'n_accelerators'], degrees),
    parameters: reader.number(['params', of('params_total')], { low: 1e4, high: 1e16 }),
    activeParameters: reader.number(['params_active', of('params_active')], { low: 1e4, high: 1e16 }),
    layers: reader.count(['layers', of('layers')], { low: 1, high: 1e5 }),
    hidden: reader.count(['hidden', of('hidden')], { low: 1, high: 1e7 }),
    heads: reader.count(['heads', of('heads')], { low: 1, high: 1e6 }),
    vocabulary: reader.count(['vocab', of('vocab')], sizes),
    sequenceLength: reader.count(['seq', of('seq_len')], sizes),
    tokens: reader.number(['tokens'], { low: 1, high: 1e19 }),
    workFactor: reader.number(['flops_factor_vs_6ND'], { low: 0.001, high: 1000 }),
    pue: reader.number(['pue'], { low: 1, high: 5 }),
    tensor: degree('tp'),
    pipeline: degree('pp'),
    data: degree('dp'),
    context: degree('cp'),
    expert: degree('ep'),
    interleave: reader.count(['interleave', 'vpp'], degrees) ?? looseCount(reader, 'vpp'),
    modelParallel: reader.count(['model_parallel'], degrees),
    globalBatch: reader.count(['gbs'], sizes) ?? looseCount(reader, 'batch'),
    microBatch: reader.count(['mbs'], sizes) ?? looseCount(reader, 'mbs'),
    accumulated: reader.count(['grad_accum'], sizes) ?? looseCount(reader, 'ga'),
    localBatch: reader.count(['local_batch'], sizes),
    gradientBytes: reader.count(['grad_bytes'], { low: 1, high: 8 }),
    zero: zeroOf(reader),
    /** Words of a layout that is written as one text: `fsdp32 tp8 compile float8`. */
    words: new Set(words.toLowerCase().split(/[\s+,]+/u)),
  }
  return { fields, problem: reader.problem }
}
