import type { FlagDefinition, FlagValue } from './flag-definition.ts'

const text = (placeholder: string): FlagValue => ({ kind: 'text', placeholder })
const texts = (placeholder: string): FlagValue => ({ kind: 'text', placeholder, repeats: true })
const whole = (max: number, min = 1): FlagValue => ({ kind: 'number', placeholder: 'N', min, max })
const choice = (...allowed: readonly string[]): FlagValue => ({ kind: 'choice', allowed })

const most = 10_000_000

/** The flags that describe a training run: its model, its data, its machines, its layout and its money. */
export const costFlagDefinitions = {
  params: { value: text('COUNT') },
  active: { value: text('COUNT') },
  model: { value: text('NAME') },
  workload: { value: text('NAME') },
  layers: { value: whole(10_000) },
  hidden: { value: whole(1_000_000) },
  heads: { value: whole(100_000) },
  vocab: { value: text('COUNT') },
  seq: { value: text('COUNT') },
  tokens: { value: text('COUNT') },
  epochs: { value: text('N') },
  batch: { value: text('COUNT') },
  kind: { value: choice('pretrain', 'finetune', 'lora', 'distill', 'posttrain') },
  precision: { value: choice('fp32', 'tf32', 'fp16', 'bf16', 'fp8', 'fp4') },
  date: { value: text('YYYY-MM') },
  repeats: { value: text('N') },
  teacher: { value: text('COUNT') },
  gpu: { value: texts('NAME') },
  gpus: { value: whole(most) },
  commitment: { value: choice('on-demand', 'reserved-1y', 'reserved-3y', 'spot', 'owned') },
  price: { value: texts('$/HOUR') },
  tp: { value: whole(most) },
  pp: { value: whole(most) },
  dp: { value: whole(most) },
  ep: { value: whole(most) },
  cp: { value: whole(most) },
  zero: { value: whole(3, 0) },
  'micro-batch': { value: whole(most) },
  interleave: { value: whole(10_000) },
  recompute: { value: choice('none', 'selective', 'full') },
  compress: { value: texts('LIST') },
  pue: { value: text('N') },
  grid: { value: text('NAME') },
  lines: {
    value: {
      kind: 'choice',
      allowed: ['storage', 'network', 'data', 'staff', 'tuning', 'support', 'all'],
      many: true,
    },
  },
} as const satisfies Readonly<Record<string, FlagDefinition>>

export type CostFlagName = keyof typeof costFlagDefinitions
export const costFlagNames = Object.keys(costFlagDefinitions) as readonly CostFlagName[]
