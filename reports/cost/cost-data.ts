import type { Spread } from '../../engine/cost/index.ts'
import type { DataTable } from '../text/data-table.ts'
import type { CostBreakdown, CostMemory, CostOffer, CostReport } from './cost-report.ts'

type Cell = string | number | null

const breakdownColumns: Readonly<Record<keyof CostBreakdown, string>> = {
  compute: 'compute',
  memoryBound: 'memory_bound',
  tensor: 'tensor_exchange',
  pipeline: 'pipeline_bubble',
  data: 'data_exchange',
  expert: 'expert_exchange',
  recompute: 'recompute_work',
  checkpoint: 'checkpoint',
  failures: 'failures',
}

const memoryParts: readonly (keyof CostMemory)[] = [
  'parameters',
  'gradients',
  'optimizer',
  'activations',
  'buffers',
  'total',
]

/** Cells of a quantity that is known to a spread, one a percentile. */
const spreadCells = (name: string, spread: Spread | null): readonly (readonly [string, Cell])[] => [
  [`${name}_p10`, spread?.p10 ?? null],
  [`${name}_p50`, spread?.p50 ?? null],
  [`${name}_p90`, spread?.p90 ?? null],
]

const layoutCells = ({ layout }: CostOffer): readonly (readonly [string, Cell])[] => [
  ['tensor', layout.tensor],
  ['pipeline', layout.pipeline],
  ['data', layout.data],
  ['expert', layout.expert],
  ['context', layout.context],
  ['zero', layout.zero],
  ['recompute', layout.recompute],
  ['interleave', layout.interleave],
  ['micro_batch', layout.microBatch],
  ['global_batch', layout.globalBatch],
]

const servingCells = ({ serving }: CostOffer): readonly (readonly [string, Cell])[] => [
  ['serving_gpus', serving?.gpus ?? null],
  ['serving_weight_bytes', serving?.weightBytes ?? null],
  ...spreadCells('serving_usd_per_million_input', serving?.usdPerMillionInput ?? null),
  ...spreadCells('serving_usd_per_million_output', serving?.usdPerMillionOutput ?? null),
  ...spreadCells('serving_tokens_per_second_per_gpu', serving?.tokensPerSecondPerGpu ?? null),
  ['serving_batch', serving?.batch ?? null],
  ['serving_bound', serving?.bound ?? null],
]

const cellsOf = (offer: CostOffer): readonly (readonly [string, Cell])[] => [
  ['gpu', offer.gpu],
  ['gpus', offer.gpus],
  ['precision', offer.precision],
  ['fits', String(offer.fits)],
  ...layoutCells(offer),
  ...memoryParts.map((part) => [`memory_${part}_bytes`, offer.memoryBytesPerGpu[part]] as const),
  ...spreadCells('step_seconds', offer.stepSeconds),
  ...spreadCells('mfu', offer.mfu),
  ...spreadCells('tflops_per_gpu', offer.tflopsPerGpu),
  ...spreadCells('gpu_hours', offer.gpuHours),
  ...spreadCells('wall_days', offer.wallDays),
  ...spreadCells('cost_usd', offer.costUsd),
  ...spreadCells('energy_mwh', offer.energyMwh),
  ...spreadCells('tonnes_co2', offer.tonnesCo2),
  ...spreadCells('price_usd_per_gpu_hour', offer.price.usdPerGpuHour),
  ['commitment', offer.price.commitment],
  ['price_date', offer.price.date],
  ...servingCells(offer),
  ...(Object.keys(breakdownColumns) as (keyof CostBreakdown)[]).map(
    (part) => [`${breakdownColumns[part]}_share`, offer.breakdown[part]] as const,
  ),
]

/** The offers as a table of raw numbers: a row an offer. */
export const costData = ({ offers }: CostReport): DataTable => {
  const rows = offers.map(cellsOf)
  return {
    columns: (rows[0] ?? []).map(([name]) => name),
    rows: rows.map((cells) => cells.map(([, cell]) => cell)),
  }
}
