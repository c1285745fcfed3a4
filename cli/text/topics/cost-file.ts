import type { Text } from '../../../reports/index.ts'

/** A cost file that loads: what the help page shows, and what a test prices. */
export const exampleCostFile = `froth: cost/1
name: my run
model: { params: 70B, seq: 8192 }
run: { tokens: 2T, batch: 4M, date: 2026-03 }
hardware:
  - { gpu: h100, count: 1024, price: $2.20/h }
  - { gpu: b200, count: 512, commitment: reserved-1y }
layout: { tensor: 8 }
overheads: { pue: 1.2, grid: france, storage: typical, staff: $2M }
compression: [fp8, int4, 2:4]
`

const indented = exampleCostFile.replaceAll(/^(?=.)/gmu, '  ')

/** The help page on cost files. */
export const costFileTopic: Text = {
  en: `COST FILE   one training run and what it may run on; flags are laid over it

${indented}
  model      name (froth list models) or workload, else params and what is
             known: active, layers, hidden, heads, kv_heads, head_size, ffn,
             gated, vocab, tied, seq, experts, active_experts,
             shared_experts, expert_ffn, dense_layers
  run        tokens, epochs, batch (tokens a step), precision, kind, teacher,
             date, repeats
  hardware   a list of gpu, count, price, commitment, network (400 Gbit/s)
  layout     tensor, pipeline, data, expert, context, zero, recompute,
             micro_batch, interleave, sequence_parallel: what is left out is
             searched for
  overheads  pue, grid (or 380 g/kWh), and lines of the bill: storage, network,
             data, staff, tuning, support (typical, or an amount)
  compression
             a list; the model is served smaller too, each way by itself: fp8,
             int8, int4, fp4, 2:4, prune-50 (percent of the weights),
             layers-25 (percent of the layers)

  price, repeats and pue may be uncertain: { p10, p50, p90 }.
  For completion in an editor: froth schema cost -o froth.cost.schema.json`,
  zh: `成本文件   一次训练及可用的机器；命令行选项覆盖文件中的值

${indented}
  model      name（froth list models）或 workload；否则写 params 及其余已知项：
             active, layers, hidden, heads, kv_heads, head_size, ffn, gated,
             vocab, tied, seq, experts, active_experts, shared_experts,
             expert_ffn, dense_layers
  run        tokens, epochs, batch（每步 token 数）, precision, kind, teacher,
             date, repeats
  hardware   列表：gpu, count, price, commitment, network (400 Gbit/s)
  layout     tensor, pipeline, data, expert, context, zero, recompute,
             micro_batch, interleave, sequence_parallel；未写的由 froth 搜索
  overheads  pue, grid（或 380 g/kWh），以及账单项目：storage, network, data,
             staff, tuning, support（typical 或金额）
  compression
             列表；另按压缩后的模型计算推理，各自单独；fp8, int8, int4, fp4,
             2:4, prune-50（权重的百分比）, layers-25（层数的百分比）

  price、repeats、pue 可以是区间：{ p10, p50, p90 }。
  编辑器补全：froth schema cost -o froth.cost.schema.json`,
}
