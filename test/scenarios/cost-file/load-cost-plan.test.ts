import { describe, expect, test } from 'vitest'
import { compressionLeaf } from '../../../scenarios/cost-file/compression-leaf.ts'
import { readCompression } from '../../../scenarios/cost-file/compression-wish.ts'
import { costCodes } from '../../../scenarios/diagnostics/codes-cost.ts'
import { costJsonSchema, renderDiagnostics, type CostPlan } from '../../../scenarios/index.ts'
import { codesOf, loadPlan, names, soundPlan } from './known-names.ts'

const file = `froth: cost/1
name: my run
model: { params: 70B, layers: 80, kv_heads: 8, seq: 8192 }
run: { tokens: 2T, epochs: 1.5, batch: 4M, precision: bf16, date: 2026年3月, repeats: { p10: 1, p50: 2, p90: 4 } }
hardware:
  - { gpu: h100-sxm, count: 1024, price: $2.20/h, network: 400 Gbit/s }
  - { gpu: B200-SXM, count: 512, commitment: spot }
layout: { tensor: 8, pipeline: 4, zero: 1, micro_batch: 1, recompute: selective, sequence_parallel: true }
overheads: { pue: 1.1, grid: 380 g/kWh, storage: typical, staff: $2M }
compression: [int4, 2:4, prune-50, INT4]
`

describe('a cost file', () => {
  test('is read into a plan, every number in its base unit', async () => {
    const plan = await soundPlan(file)
    expect(plan.name).toBe('my run')
    expect(plan.model.shape).toEqual({
      parameters: 70e9,
      layers: 80,
      keyValueHeads: 8,
      sequenceLength: 8192,
    })
    expect(plan.run).toMatchObject({ tokens: 2e12, epochs: 1.5, batchTokens: 4e6, date: '2026-03' })
    expect(plan.run.repeats).toEqual({ p10: 1, p50: 2, p90: 4 })
    expect(plan.hardware).toEqual([
      {
        gpu: 'H100-SXM',
        isNamed: true,
        count: 1024,
        usdPerGpuHour: { p10: 2.2, p50: 2.2, p90: 2.2 },
        commitment: 'on-demand',
        networkBytesPerSecond: 50e9,
      },
      {
        gpu: 'B200-SXM',
        isNamed: true,
        count: 512,
        usdPerGpuHour: null,
        commitment: 'spot',
        networkBytesPerSecond: null,
      },
    ])
    expect(plan.layout).toEqual({
      tensor: 8,
      pipeline: 4,
      zero: 1,
      microBatch: 1,
      recompute: 'selective',
      sequenceParallel: true,
    })
    expect(plan.overheads.grid).toBe(380)
    expect([...plan.overheads.lines]).toEqual([
      ['storage', null],
      ['staff', 2e6],
    ])
    expect(plan.compression).toEqual([
      { name: 'int4', form: 'int4', removedShare: 0 },
      { name: '2:4', form: '2:4', removedShare: 0 },
      { name: 'prune-50', form: 'prune', removedShare: 0.5 },
    ])
  })

  test('without accelerators is compared on the usual four', async () => {
    const plan = await soundPlan('froth: cost/1\nmodel: { params: 7B }\nrun: { tokens: 1T }\n')
    expect(plan.hardware.map(({ gpu, isNamed }) => [gpu, isNamed])).toEqual([
      ['H100-SXM', false],
      ['H200-SXM', false],
      ['B200-SXM', false],
      ['A100-SXM-80GB', false],
    ])
  })

  test('of a built-in workload is compared on cheap accelerators', async () => {
    const plan = await soundPlan('froth: cost/1\nmodel: { workload: cifar10-cnn }\n')
    expect(plan.hardware.map(({ gpu }) => gpu)).toEqual(['L4', 'A10G', 'RTX4090', 'A100-SXM-80GB'])
  })

  test('gives way to flags, field by field', async () => {
    const base =
      'froth: cost/1\nmodel: { params: 7B }\nrun: { tokens: 1T }\nhardware: [{ gpu: V100, count: 8 }, { gpu: FR100 }]\n'
    const plan = await soundPlan(base.replace('FR100', 'H200-SXM'), { tokens: '3T', gpus: '64', tp: '2' })
    expect(plan.run.tokens).toBe(3e12)
    expect(plan.hardware.map(({ gpu, count }) => [gpu, count])).toEqual([
      ['V100', 64],
      ['H200-SXM', 64],
    ])
    expect(plan.layout).toEqual({ tensor: 2 })
    const replaced = await soundPlan(base.replace('FR100', 'H200-SXM'), { gpu: 'b200-sxm' })
    expect(replaced.hardware.map(({ gpu }) => gpu)).toEqual(['B200-SXM'])
  })

  test('reports every mistake in one pass, each in its place', async () => {
    const loaded = await loadPlan(
      'froth: cost/1\nmodel: { params: 8B, active: 17B }\nrun: { tokens: 0, presicion: bf16 }\nhardware: [{ gpu: H10 }]\n',
    )
    expect(loaded.ok).toBe(false)
    if (loaded.ok) return
    expect(loaded.reason).toBe('content')
    expect(
      loaded.diagnostics.map(({ code, range }) => [code, range?.start.line, range?.start.column]),
    ).toEqual([
      ['F222', 2, 30],
      ['F203', 3, 16],
      ['F104', 3, 19],
      ['F120', 4, 19],
    ])
  })

  test('draws a mistake with its line, a caret and what was meant', async () => {
    const loaded = await loadPlan(
      'froth: cost/1\nmodel: { params: 7B }\nrun: { tokens: 1T }\nhardware: [{ gpu: H10 }]\n',
    )
    if (loaded.ok) throw new Error('the file names an accelerator that nobody has')
    const drawn = renderDiagnostics(loaded.diagnostics, loaded.sources, {
      language: 'en',
      color: false,
      ascii: true,
    })
    expect(drawn).toContain('run.yaml:4:19')
    expect(drawn).toContain('   |                   ^^^ unknown')
    expect(drawn).toContain('did you mean `H100-SXM`')
  })

  test('that is a scenario is told from the first line alone', async () => {
    const loaded = await loadPlan('froth: 1\ncompany: { cash: $4M }\n')
    expect(loaded.ok).toBe(false)
    if (loaded.ok) return
    expect(loaded.diagnostics.map(({ code }) => code)).toEqual(['F117'])
    expect(loaded.diagnostics[0].help).toContain('froth run run.yaml')
  })
})

describe('flags', () => {
  test('describe a run without a file; one count serves all accelerators or each has its own', async () => {
    const one = await soundPlan(null, { params: '7B', tokens: '1T', gpu: ['h100-sxm', 'v100'], gpus: '8' })
    expect(one.hardware.map(({ count }) => count)).toEqual([8, 8])
    const each = await soundPlan(null, {
      params: '7B',
      tokens: '1T',
      gpu: ['h100-sxm', 'v100'],
      gpus: ['8', '16'],
    })
    expect(each.hardware.map(({ count }) => count)).toEqual([8, 16])
  })

  test('that are wrong are shown as they were typed, and blame the command line', async () => {
    const loaded = await loadPlan(null, { params: '7B', tokens: '1T', gpu: 'H10' })
    if (loaded.ok) throw new Error('the flag names an accelerator that nobody has')
    expect(loaded.reason).toBe('flag')
    const options = { language: 'en', color: false, ascii: true } as const
    expect(renderDiagnostics(loaded.diagnostics, loaded.sources, options)).toMatch(
      /--> command line\n\s+\|\n\s+\| --gpu H10\n\s+\|\s+\^\^\^ unknown/,
    )
  })

  test('name compressions by comma or again and again, in place of the file', async () => {
    const base = { params: '7B', tokens: '1T' }
    const names = (plan: CostPlan): readonly string[] => plan.compression.map(({ name }) => name)
    expect(names(await soundPlan(null, { ...base, compress: ['fp8,int4', ' 2:4'] }))).toEqual([
      'fp8',
      'int4',
      '2:4',
    ])
    expect(names(await soundPlan(file, { compress: 'fp4' }))).toEqual(['fp4'])
    expect(names(await soundPlan(null, base))).toEqual([])
  })

  test('with a wrong compression point to it alone and suggest the nearest', async () => {
    const loaded = await loadPlan(null, { params: '7B', tokens: '1T', compress: 'fp8,int44' })
    if (loaded.ok) throw new Error('nobody has 44 bits')
    expect(loaded.reason).toBe('flag')
    const options = { language: 'en', color: false, ascii: true } as const
    expect(renderDiagnostics(loaded.diagnostics, loaded.sources, options)).toMatch(
      /\| --compress fp8,int44\n\s+\| {16}\^{5} unknown\n\s+= did you mean `int4`/,
    )
  })

  test('may ask for all lines of the bill', async () => {
    const plan = await soundPlan(null, { params: '7B', tokens: '1T', lines: 'all' })
    expect([...plan.overheads.lines.keys()]).toEqual([
      'storage',
      'network',
      'data',
      'staff',
      'tuning',
      'support',
    ])
  })
})

const run = 'froth: cost/1\nmodel: { params: 7B }\nrun: { tokens: 1T }\n'
const gpus = { gpu: ['H100-SXM', 'V100'], gpus: ['1', '2', '3'] }

/** Text of a file (null for flags alone), flags, and the codes that they cause. */
const mistakes: readonly (readonly [
  string | Uint8Array | null,
  Record<string, string | readonly string[]>,
  readonly string[],
])[] = [
  ['', {}, ['F002']],
  ['- 1\n', {}, ['F015']],
  [new Uint8Array([0xff, 0xfe, 0, 1]), {}, ['F001']],
  ['froth: cost/2\nmodel: { params: 1B }\nrun: { tokens: 1B }\n', {}, ['F117']],
  ['model: { params: 1B }\nrun: { tokens: 1B }\n', {}, ['F117']],
  [null, {}, ['F118', 'F227']],
  [null, { params: '7B' }, ['F227']],
  [null, { tokens: '1T' }, ['F118']],
  ['froth: cost/1\nmodel: { layers: 32 }\nrun: { tokens: 1B }\n', {}, ['F118']],
  [null, { params: '7B', tokens: '0' }, ['F203']],
  [null, { params: '7B', tokens: '-1' }, ['F203']],
  [null, { params: 'NaN', tokens: '1T' }, ['F202']],
  [null, { params: 'many', tokens: '1T' }, ['F201']],
  [null, { params: '7.5', tokens: '1T' }, ['F204']],
  [null, { params: '1e400', tokens: '1T' }, ['F202']],
  [null, { model: 'llama2-70b', params: '7B', tokens: '1T' }, ['F119']],
  [null, { model: 'llama2-70b', layers: '3', tokens: '1T' }, ['F119']],
  [null, { workload: 'cifar10-cnn', tokens: '1T' }, ['F119']],
  [null, { workload: 'cifar10-cnn', params: '1B' }, ['F119']],
  [null, { workload: 'cifar10-cnn', tp: '2' }, ['F119']],
  [null, { model: 'llama9', tokens: '1T' }, ['F120']],
  [null, { model: 'mamba', tokens: '1T' }, ['F229']],
  [null, { params: '7B', tokens: '1T', ...gpus }, ['F121']],
  [null, { params: '7B', tokens: '1T', gpu: '' }, ['F116']],
  [null, { params: '7B', tokens: '1T', date: '2026' }, ['F221']],
  [null, { params: '7B', tokens: '1T', date: '2026-13' }, ['F221']],
  [null, { params: '7B', tokens: '1T', date: '1999-01' }, ['F221']],
  [null, { params: '7B', tokens: '1T', active: '8B' }, ['F222']],
  [`${run}hardware: { gpu: V100 }\n`, {}, ['F103']],
  [`${run}hardware: []\n`, {}, ['F122']],
  [`${run}hardware: [{ count: 3 }]\n`, {}, ['F101']],
  [`${run}hardware: [{ gpu: V100, price: 2.20 }]\n`, {}, ['F210']],
  [`${run}hardware: [{ gpu: V100, price: 0 }]\n`, {}, ['F203']],
  [`${run}hardware: [{ gpu: V100, price: { low: $1/h, mid: $2/h, high: $3/h } }]\n`, {}, ['F215']],
  [`${run}hardware: [{ gpu: V100, price: { p10: $3/h, p50: $2/h, p90: $1/h } }]\n`, {}, ['F216']],
  [`${run}hardware: [{ gpu: V100, network: 400 }]\n`, {}, ['F201']],
  [`${run}hardware: [{ gpu: V100, commitment: spott }]\n`, {}, ['F105']],
  [`${run}overheads: { pue: 0.9 }\n`, {}, ['F203']],
  [`${run}overheads: { grid: 5000 g/kWh }\n`, {}, ['F203']],
  [`${run}overheads: { grid: Atlantis }\n`, {}, ['F120']],
  [`${run}overheads: { staff: 3 }\n`, {}, ['F210']],
  [`${run}layout: { tensor: 0 }\n`, {}, ['F203']],
  [`${run}layout: { zero: 4 }\n`, {}, ['F203']],
  [`${run}layout: [1]\n`, {}, ['F103']],
  [`${run}compression: fp8\n`, {}, ['F103']],
  [
    `${run}compression: [fp9, prune-0, prune-95, prune, fp8-50]\n`,
    {},
    ['F105', 'F105', 'F105', 'F105', 'F105'],
  ],
  [null, { params: '7B', tokens: '1T', compress: 'int4,' }, ['F116']],
  [null, { workload: 'cifar10-cnn', compress: 'int4' }, ['F119']],
  [
    'froth: cost/1\nmodel: { params: 1B, experts: 8, active_experts: 9 }\nrun: { tokens: 1B }\n',
    {},
    ['F222'],
  ],
  ['froth: cost/1\nmodel: { params: 1B, active_experts: 2 }\nrun: { tokens: 1B }\n', {}, ['F101']],
  ['froth: cost/1\nmodel：{ params: 1B }\nrun: { tokens: 1B }\n', {}, ['F017']],
  ['froth: cost/1\n__proto__: { a: 1 }\nmodel: { params: 1B }\nrun: { tokens: 1B }\n', {}, ['F011']],
]

describe('bad input', () => {
  test.each(mistakes)('%j with %j causes %j', async (text, flags, expected) => {
    expect([...(await codesOf(text, flags))].sort()).toEqual([...expected].sort())
  })

  test('every code of cost files is caused here or by a plan that does not work out', () => {
    const ofPlans = ['F223', 'F224', 'F225', 'F226', 'F228', 'F230']
    const caused = new Set([...ofPlans, ...mistakes.flatMap(([, , codes]) => codes)])
    expect(Object.keys(costCodes).filter((code) => !caused.has(code))).toEqual([])
  })

  test('a file that cannot be read is blamed itself', async () => {
    const { loadCostPlan } = await import('../../../scenarios/index.ts')
    const loaded = await loadCostPlan(
      { file: 'gone.yaml', flags: new Map(), language: 'en' },
      { read: () => ({ ok: false, reason: 'missing' }), names },
    )
    expect(loaded).toMatchObject({ ok: false, reason: 'unreadable' })
  })
})

test('the JSON Schema knows every field of the example', async () => {
  const schema = await costJsonSchema(names)
  expect(schema['required']).toEqual(['froth', 'model'])
  const text = JSON.stringify(schema)
  for (const field of ['kv_heads', 'micro_batch', 'commitment', 'repeats', 'pue', 'staff', 'compression'])
    expect(text).toContain(`"${field}"`)
})

test.each([
  'fp8',
  'int4',
  '2:4',
  'prune-1',
  'prune-9',
  'prune-10',
  'layers-90',
  'prune-0',
  'prune-91',
  'fp9',
  'layers',
])('the loader and the JSON Schema agree about the compression %s', (name) => {
  const { pattern } = compressionLeaf('').jsonSchema
  if (typeof pattern !== 'string') throw new Error('the schema has no pattern')
  expect(new RegExp(pattern, 'u').test(name)).toBe(readCompression(name) !== null)
})
