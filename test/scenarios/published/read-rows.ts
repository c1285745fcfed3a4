import { readPublished, type PublishedFile } from '../../../scenarios/published/read-published.ts'
import type { PublishedRow } from '../../../scenarios/published/published-row.ts'
import { architectures, machines } from '../data-texts.ts'

const tables = { machines, architectures: architectures.architectures }

/** A file read with the project's own tables. */
export const readText = (text: string): PublishedFile => readPublished(text, tables)

/** Rows read as a JSON array. */
export const readAll = (records: readonly object[]): Extract<PublishedFile, { ok: true }> => {
  const file = readText(JSON.stringify(records))
  if (!file.ok) throw new Error(`the rows do not parse: ${JSON.stringify(file.problems)}`)
  return file
}

/** One row that can be predicted. */
export const readOne = (record: object): PublishedRow => {
  const { rows, skipped } = readAll([record])
  const row = rows[0]
  if (row === undefined) throw new Error(`the row is skipped: ${JSON.stringify(skipped)}`)
  return row
}

/** A benchmark of Megatron-LM in the form of `throughput-benchmarks.jsonl`. */
export const benchmark = {
  set: 'vtrain_multi',
  id: 'a',
  accelerator: 'A100-SXM-80GB',
  n: 512,
  layers: 48,
  hidden: 8192,
  heads: 64,
  seq: 2048,
  vocab: 50257,
  tp: 8,
  dp: 32,
  pp: 2,
  gbs: 1536,
  mbs: 6,
  recompute: 'full',
  precision: 'fp16',
  step_s: 14.9,
  params: 39_088_300_032,
}

/** A whole run in the form of `training-runs.json`. */
export const run = {
  id: 'llama1-65b',
  kind: 'full_run',
  modality: 'text',
  year: 2023,
  architecture: {
    params_total: 65_200_000_000,
    params_active: null,
    layers: 80,
    hidden: 8192,
    heads: 64,
    vocab: 32000,
    seq_len: 2048,
  },
  tokens: 1.4e12,
  precision: 'bf16',
  accelerator: 'A100-SXM-80GB',
  n_accelerators: 2048,
  gpu_hours: 1_022_362,
  parallelism: null,
  energy_mwh: 449,
  pue: 1.1,
  flops_factor_vs_6ND: 1,
  eval_tier: 'A',
}
