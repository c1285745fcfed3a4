import { expect, test } from 'vitest'
import { makeCostReport, costDocument, renderCost } from '../../../reports/index.ts'
import { tables, planOf, onGpu } from './tables.ts'
const num = (v: unknown, p = ''): string[] => typeof v === 'number' ? (Number.isFinite(v) ? [] : [p]) : typeof v === 'object' && v !== null ? Object.entries(v).flatMap(([k, x]) => num(x, p + '.' + k)) : []
const tryPlan = (name: string, plan: any, bad: string[]) => {
  try {
    const t = performance.now()
    const r = makeCostReport(plan, tables)
    const dt = performance.now() - t
    if (dt > 600) bad.push(`${name} slow ${dt.toFixed(0)}`)
    if (!r.ok) { bad.push(`${name} refused ${JSON.stringify(r.problems[0])}`); return }
    const n = num(costDocument(r.report, 'en', []))
    if (n.length) bad.push(`${name} ${n.slice(0, 3)}`)
    const page = renderCost(r.report, { lang: 'en', width: 80, ascii: true, color: false })
    if (/NaN|undefined|Infinity/.test(page)) bad.push(`${name} page`)
    for (const o of r.report.offers) { const s = Object.values(o.breakdown).reduce((a, b) => a + b, 0); if (Math.abs(s - 1) > 1e-9 || Object.values(o.breakdown).some((x) => x < 0)) bad.push(`${name} breakdown ${s} ${JSON.stringify(o.breakdown)}`) ; if (o.fits && o.memoryBytesPerGpu.total > o.memoryCapacityBytesPerGpu) bad.push(name+' memory')}
  } catch (e) { bad.push(`${name} threw ${(e as Error).message.slice(0, 160)}`) }
}

let seed = 12345
const rnd = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648 }
const pick = <T,>(xs: readonly T[]): T => xs[Math.floor(rnd() * xs.length)]
const maybe = <T,>(xs: readonly T[]): T | undefined => (rnd() < 0.5 ? undefined : pick(xs))
const clean = (o: any) => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined))
test('random', () => {
  const bad: string[] = []
  let refused = 0
  for (let i = 0; i < 4000; i++) {
    const layout = clean({ tensor: maybe([1, 2, 3, 4, 5, 8, 16, 64]), pipeline: maybe([1, 2, 3, 4, 7, 8, 16]), data: maybe([1, 2, 3, 4, 8, 16, 100]), expert: rnd() < 0.8 ? undefined : pick([1, 2, 8, 64]), context: rnd() < 0.7 ? undefined : pick([1, 2, 4, 3]), zero: maybe([0, 1, 2, 3]), interleave: rnd() < 0.7 ? undefined : pick([1, 2, 3, 40]), recompute: maybe(['none', 'selective', 'full']), microBatch: maybe([1, 2, 3, 4, 1000]), sequenceParallel: maybe([true, false]) })
    const useModel = rnd() < 0.3
    const shape = useModel ? clean({ sequenceLength: maybe([1, 100, 4096, 1e6]) }) : clean({ parameters: pick([1e3, 1e6, 1e8, 7e9, 7e10, 1e12]), activeParameters: undefined, layers: maybe([1, 2, 32, 100, 10000]), hidden: maybe([1, 64, 1000, 4096, 1e6]), heads: maybe([1, 3, 32, 100000]), keyValueHeads: maybe([1, 2, 8]), headSize: maybe([1, 64, 100000]), feedForward: maybe([1, 100, 10000, 1e7]), gated: maybe([true, false]), vocabulary: maybe([1, 50000, 1e8]), tiedEmbeddings: maybe([true, false]), sequenceLength: maybe([1, 7, 2048, 1e6]), experts: maybe([1, 8, 256]), activeExperts: maybe([1, 2]), sharedExperts: maybe([0, 1]), expertWidth: maybe([1, 1000]), denseLayers: maybe([0, 1]) })
    if (!useModel && rnd() < 0.3) (shape as any).activeParameters = (shape as any).parameters * pick([0.001, 0.1, 0.5, 1])
    const plan = planOf({ layout: layout as any, model: { architecture: useModel ? pick(tables.architectures.architectures).id : null, shape: shape as any }, run: { tokens: pick([1, 1e6, 1e10, 1e13]), epochs: pick([1, 0.5, 30]), batchTokens: rnd() < 0.6 ? null : pick([1e3, 1e5, 4e6, 12345]), precision: rnd() < 0.6 ? null : pick(['fp16', 'bf16', 'fp8', 'fp4', 'fp32', 'tf32']), kind: pick(['pretrain', 'lora', 'distill', 'posttrain', 'finetune']), date: pick(['2013-01', '2020-02', '2026-05', '2039-12']) } as any, hardware: [onGpu(pick(tables.machines.machines).accelerator.id, rnd() < 0.4 ? null : pick([1, 2, 3, 8, 64, 100, 1024]), { commitment: pick(['on-demand', 'spot', 'owned'] as const), networkBytesPerSecond: rnd() < 0.8 ? null : pick([1e6, 1e10]) })] })
    const before = bad.length
    tryPlan(`#${i} ${JSON.stringify({ l: layout, s: shape, h: plan.hardware[0].count, g: plan.hardware[0].gpu, r: [plan.run.tokens, plan.run.batchTokens, plan.run.precision, plan.run.kind] })}`, plan, bad)
    if (bad.length > before && / refused /.test(bad[bad.length - 1])) { bad.pop(); refused++ }
  }
  const kinds = new Map<string, number>()
  for (const b of bad) { const k = b.replace(/^#\d+ \{.*\} (?=[a-z.])/, '').replace(/[\d.e+-]+/g, 'N').slice(0, 90); kinds.set(k, (kinds.get(k) ?? 0) + 1) }
  console.log(bad.length, 'refused', refused, [...kinds].slice(0, 40), bad.slice(0, 12).join('\n'))
}, 600000)
test('all', () => {
  const bad: string[] = []
  for (const { accelerator } of tables.machines.machines)
    for (const commitment of ['on-demand', 'reserved-1y', 'reserved-3y', 'spot', 'owned'] as const)
      for (const date of ['2019-01', '2023-06', '2026-05', '2030-01'])
        tryPlan(`${accelerator.id} ${commitment} ${date}`, planOf({ hardware: [onGpu(accelerator.id, commitment === 'spot' ? null : 64, { commitment })], run: { date, tokens: 1e11 }, model: { shape: { parameters: 1e9 } } }), bad)
  for (const a of tables.architectures.architectures) tryPlan(a.id, planOf({ model: { architecture: a.id, shape: {} }, hardware: [onGpu('H100-SXM')] }), bad)
  for (const p of [1, 100, 1e4, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14]) for (const tokens of [1, 1e3, 1e6, 1e9, 1e12, 1e15]) for (const count of [null, 1, 7, 96, 1000]) tryPlan(`p${p} t${tokens} n${count}`, planOf({ model: { shape: { parameters: p } }, run: { tokens }, hardware: [onGpu('H100-SXM', count)] }), bad)
  for (const batch of [1e4, 1e5, 3e6, 4e6, 1e7, 1.23e7]) for (const count of [8, 24, 100, 1024]) tryPlan(`batch ${batch} ${count}`, planOf({ run: { batchTokens: batch }, hardware: [onGpu('H100-SXM', count)] }), bad)
  for (const kind of ['lora', 'distill', 'posttrain', 'finetune'] as const) for (const count of [null, 1, 8]) tryPlan(`${kind} ${count}`, planOf({ run: { kind, tokens: 1e8 }, hardware: [onGpu('A100-SXM-80GB', count)] }), bad)
  for (const { accelerator } of tables.machines.machines) for (const w of ['cifar10-cnn', 'resnet50-imagenet']) tryPlan(`${w} ${accelerator.id}`, planOf({ model: { workload: w, shape: {} }, run: { tokens: null }, hardware: [onGpu(accelerator.id, 8)] }), bad)
  console.log(bad.length, bad.slice(0, 60).join('\n'))
  expect(bad.length).toBe(0)
}, 600000)
