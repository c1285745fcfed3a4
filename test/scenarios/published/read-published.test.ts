import { describe, expect, it, test } from 'vitest'
import { benchmark, readAll, readOne, readText, run } from './read-rows.ts'

const layoutOf = (record: object): object => readOne(record).facts.layout

describe('a run', () => {
  const { facts, reported, kind, tier, set } = readOne(run)

  it('is a run of its tier, without a set', () => {
    expect([kind, tier, set]).toEqual(['run', 'A', null])
  })

  it('has the shape of the published architecture with its numbers', () => {
    expect(facts.transformer).toMatchObject({ layers: 80, hidden: 8192, keyValueHeads: 64, gated: true })
    expect(facts.transformer?.sequenceLength).toBe(2048)
  })

  it('reports what it says, in our units', () => {
    expect(reported).toEqual({
      gpuHours: 1_022_362,
      stepSeconds: null,
      memoryBytes: null,
      mfu: null,
      energyMwh: 449,
    })
  })

  it('without an architecture of its size keeps what is given of its shape', () => {
    const architecture = { params_total: 5e10, params_active: 9e9, layers: 31, seq_len: 1234 }
    expect(readOne({ ...run, architecture }).facts).toMatchObject({
      transformer: null,
      shape: { parameters: 5e10, activeParameters: 9e9, layers: 31, sequenceLength: 1234, year: 2023 },
    })
  })

  it('is a run in lines too, and with half of its fields null', () => {
    const bare = { id: 'x', architecture: { params_total: 7e9 }, tokens: 1e12, accelerator: 'H100-SXM' }
    expect(readOne(bare)).toMatchObject({ kind: 'run', facts: { tokens: 1e12, acceleratorCount: null } })
  })
})

describe('the layout of a run', () => {
  const withLayout = (parallelism: unknown, rest: object = {}): object => ({ ...run, parallelism, ...rest })

  test.each([
    [
      'degrees and batch',
      withLayout({ tp: 8, pp: 35, dp: 9, zero: 0, batch: 2520 }, { n_accelerators: 2520 }),
      { tensor: 8, pipeline: 35, context: 1, data: 9, zero: 0, globalBatch: 2520 },
    ],
    [
      'a range of copies is read from the accelerators',
      withLayout({ tp: 8, pp: 1, dp: '96-288', zero: 1 }, { n_accelerators: 2304 }),
      { tensor: 8, pipeline: 1, context: 1, data: 288, zero: 1 },
    ],
    [
      'copies alone, one on each accelerator',
      withLayout({ dp: 2048, zero: 'FSDP' }),
      { tensor: 1, pipeline: 1, context: 1, data: 2048, zero: 3 },
    ],
    ['words are no degrees', withLayout({ tp: 'yes', dp: 'yes', zero: 1 }), { zero: 1 }],
    [
      'a virtual pipeline is an interleaved one',
      withLayout({ tp: 8, pp: 4, vpp: 8 }),
      { tensor: 8, pipeline: 4, context: 1, data: 64, interleave: 8 },
    ],
    [
      'micro-batch and accumulation make a batch',
      withLayout({ tp: 2, pp: 4, dp: 128, mbs: 1, ga: 16 }, { n_accelerators: 1024 }),
      { tensor: 2, pipeline: 4, context: 1, data: 128, microBatch: 1, globalBatch: 2048 },
    ],
    ['nothing is said', withLayout(null), {}],
    ['only the program is named', withLayout({ framework: 'NeMo' }), {}],
  ])('%s', (_, record, layout) => {
    expect(layoutOf(record)).toEqual(layout)
  })

  it('before 2022 recomputes everything', () => {
    expect(layoutOf(withLayout({ tp: 8, pp: 8, dp: 32 }, { year: 2021 }))).toMatchObject({
      recompute: 'full',
    })
  })
})

describe('a benchmark', () => {
  it('has a whole layout, the copies being what the accelerators leave', () => {
    expect(layoutOf({ ...benchmark, dp: 99 })).toEqual({
      tensor: 8,
      pipeline: 2,
      data: 32,
      context: 1,
      expert: 1,
      zero: 0,
      interleave: 1,
      recompute: 'full',
      sequenceParallel: false,
      microBatch: 6,
      globalBatch: 1536,
    })
  })

  it('has the shape of GPT, the layers counted from the weights if need be', () => {
    const shape = { layers: 48, feedForward: 32768, gated: false, keyValueHeads: 64, headSize: 128 }
    expect(readOne({ ...benchmark, layers: null }).facts.transformer).toMatchObject(shape)
  })

  it('has the network of its set', () => {
    expect(readOne(benchmark).facts.accelerator.scaleOutBytesPerSecond).toBe(12.5e9)
    expect(readOne({ ...benchmark, set: 'bigscience' }).facts.accelerator.scaleOutBytesPerSecond).toBe(6.25e9)
    expect(
      readOne({ ...benchmark, set: 'korthikanti2022_t5' }).facts.accelerator.scaleOutBytesPerSecond,
    ).toBe(25e9)
  })

  it('of an unknown set and without degrees leaves its layout to a search', () => {
    const { facts } = readOne({ ...benchmark, set: 'new', recompute: null, tp: null, pp: null, mbs: null })
    expect(facts.layout).toEqual({ globalBatch: 1536 })
    expect(facts.software).toEqual({})
  })

  it('of MosaicML is a published model whose table of positions grows with the sequence', () => {
    const row = {
      set: 'mosaic',
      accelerator: 'H100-SXM',
      n: 8,
      mbs: 1,
      grad_accum: 2,
      gbs: 16,
      recompute: 'full',
    }
    const long = readOne({ ...row, seq: 65536, params: 174_070_272, sharding: 'FULL_SHARD' })
    expect(long.facts).toMatchObject({
      transformer: { layers: 12, hidden: 768, sequenceLength: 65536, vocabulary: 50368 },
      layout: { tensor: 1, pipeline: 1, data: 8, zero: 3, microBatch: 1, globalBatch: 16 },
      software: { framework: 'fsdp', attention: 'flash', overlapsDataParallel: true },
    })
    expect(layoutOf({ ...row, seq: 2048, params: 125_311_488, sharding: 'SHARD_GRAD_OP' })).toMatchObject({
      zero: 2,
    })
  })

  it('of torchtitan has its layout in one text', () => {
    const row = { set: 'torchtitan_h100', accelerator: 'H100-SXM-96GB-500W', seq: 8192, recompute: 'full' }
    const tensor = readOne({
      ...row,
      n: 256,
      params: 70.55e9,
      parallelism: 'fsdp32 tp8 compile float8 asynctp',
      local_batch: 16,
    })
    expect(tensor.facts).toMatchObject({
      precision: 'fp8',
      transformer: { layers: 80, keyValueHeads: 8 },
      layout: { tensor: 8, pipeline: 1, data: 32, zero: 3, microBatch: 16, globalBatch: 512 },
      software: { framework: 'fsdp', fusedElementwise: true, overlapsTensor: true },
    })
    const staged = { ...row, n: 512, params: 405.85e9, local_batch: 32 }
    expect(layoutOf({ ...staged, parallelism: 'fsdp8 tp8 pp8 1f1b float8' })).toMatchObject({
      pipeline: 8,
      interleave: 1,
      microBatch: 4,
      globalBatch: 256,
    })
    expect(layoutOf({ ...staged, parallelism: 'fsdp8 tp8 pp8 interleaved float8' })).toMatchObject({
      interleave: 2,
      microBatch: 2,
    })
    expect(
      layoutOf({ ...row, n: 8, params: 8.03e9, parallelism: 'fsdp1 cp8 compile', local_batch: 1 }),
    ).toMatchObject({ context: 8, data: 1 })
  })

  it('with only a model-parallel degree fills servers before it makes stages', () => {
    const row = {
      set: 'megatron2021_t2',
      accelerator: 'A100-SXM-80GB',
      params: 174.6e9,
      gbs: 1536,
      mbs: 1,
      seq: 2048,
    }
    expect(layoutOf({ ...row, n: 384, scheme: 'PTD-P', model_parallel: 96 })).toMatchObject({
      tensor: 8,
      pipeline: 12,
      data: 4,
      zero: 0,
    })
    expect(layoutOf({ ...row, n: 384, scheme: 'ZeRO-3', model_parallel: 1 })).toMatchObject({
      tensor: 1,
      pipeline: 1,
      data: 384,
      zero: 3,
    })
  })
})

describe('what was measured', () => {
  test.each([
    ['mem_gb counts 1e9 bytes', { mem_gb: 52 }, { memoryBytes: 52e9 }],
    ['mem_gib counts 2^30 bytes', { mem_gib: 2 }, { memoryBytes: 2_147_483_648 }],
    ['a step in seconds stands as it is', { step_s: 3.5, tokens_per_s_per_gpu: 1 }, { stepSeconds: 3.5 }],
    // 1,536 sequences of 2,048 tokens at 1,000 tokens a second on 512 accelerators.
    [
      'a rate of tokens is a step',
      { step_s: null, tokens_per_s_per_gpu: 1000 },
      { stepSeconds: (1536 * 2048) / 512_000 },
    ],
    ['a utilisation stands as it is', { mfu: 0.4, model_tflops_per_gpu: 1 }, { mfu: 0.4 }],
    ['a speed is a utilisation of the dense peak', { model_tflops_per_gpu: 156 }, { mfu: 0.5 }],
    [
      'a speed with recomputation is none',
      { hw_tflops_per_gpu: 156, step_s: null },
      { mfu: null, stepSeconds: null },
    ],
  ])('%s', (_, fields, expected) => {
    expect(readOne({ ...benchmark, ...fields }).reported).toMatchObject(expected)
  })

  it('that is no measurement is said, and the row is predicted all the same', () => {
    const row = readOne({ ...benchmark, step_s: '14.9', mem_gb: -3, mfu: Number.NaN })
    expect(row.reported).toMatchObject({ stepSeconds: null, memoryBytes: null, mfu: null })
    expect(row.unusable).toEqual([
      { quantity: 'stepSeconds', reason: { code: 'badOutcome', field: 'step_s', value: '"14.9"' } },
      { quantity: 'memoryBytes', reason: { code: 'badOutcome', field: 'mem_gb', value: '-3' } },
    ])
  })

  it('of one copy of a larger job is no step of the job', () => {
    const slice = readOne({ ...benchmark, set: 'bigscience', n: 8, pp: 1, dp: null })
    expect(slice.unpredicted.map(({ quantity }) => quantity)).toEqual(['stepSeconds', 'mfu'])
  })
})

describe('accelerators', () => {
  it('that are lacking are matched with the nearest relative', () => {
    expect(readOne({ ...run, accelerator: 'H100-NVL-94GB' })).toMatchObject({ facts: { isRelative: true } })
    expect(readOne({ ...run, accelerator: 'H100-NVL-94GB' })).toMatchObject({
      facts: { machineDeviation: 0 },
      standIn: { id: 'H100-PCIe', because: 'the same model' },
    })
    expect(readOne(run)).toMatchObject({ facts: { isRelative: false }, standIn: null })
  })

  it('without the number format of the row take the next wider one', () => {
    expect(readOne({ ...run, accelerator: 'V100-SXM2-32GB' }).facts.precision).toBe('fp16')
    expect(readOne({ ...run, precision: 'fp8' }).facts.precision).toBe('bf16')
    expect(readOne({ ...run, precision: 'fp8', accelerator: 'H100-SXM' }).facts.precision).toBe('fp8')
    expect(readOne({ ...run, precision: 'amp_fp8', accelerator: 'H100-SXM' }).facts.precision).toBe('fp8')
  })

  test.each([
    ['Foo9000', 2019, 'V100-SXM2-32GB', 'nothing like it in the table'],
    ['Cerebras CS-2', 2023, 'A100-SXM-80GB', 'nothing like it in the table'],
    ['abacus', 2024, 'H100-SXM', 'nothing like it in the table'],
    [null, 2021, 'A100-SXM-80GB', 'no accelerator is named'],
  ])('%s of %d, like nothing else, is taken for %s: %s', (accelerator, year, id, because) => {
    expect(readOne({ ...run, accelerator, year })).toMatchObject({
      standIn: { id, because },
      facts: { isRelative: true, machineDeviation: 0.6, accelerator: { id } },
    })
  })

  it('that are missing do not turn an image model into a text model', () => {
    expect(readAll([{ ...run, accelerator: null, modality: 'image' }]).skipped).toMatchObject([
      { reason: { code: 'notText' } },
    ])
  })
})

describe('a value that cannot be skips its row with the field and the value', () => {
  test.each([
    [{ tokens: '1.4T' }, 'tokens', '"1.4T"'],
    [{ tokens: -1 }, 'tokens', '-1'],
    [{ tokens: 0 }, 'tokens', '0'],
    [{ tokens: 1e300 }, 'tokens', '1e+300'],
    [{ n_accelerators: 12.5 }, 'n_accelerators', '12.5'],
    [{ year: 'MMXXIII' }, 'year', '"MMXXIII"'],
    [{ pue: 0.5 }, 'pue', '0.5'],
    [{ accelerator: 7 }, 'accelerator', '7'],
    [{ architecture: 'big' }, 'architecture', '"big"'],
    [{ architecture: { params_total: {} } }, 'architecture.params_total', '{}'],
    [{ parallelism: { tp: -8 } }, 'parallelism.tp', '-8'],
    [{ parallelism: { tp: 8, zero: 7 } }, 'parallelism.zero', '7'],
    [{ parallelism: ['tp8'] }, 'parallelism', '["tp8"]'],
    [{ architecture: [7e9] }, 'architecture', '[7000000000]'],
  ])('%j', (fields, field, value) => {
    const { skipped } = readAll([{ ...run, ...fields }, run])
    expect(skipped).toMatchObject([{ index: 0, reason: { code: 'badValue', field, value } }])
  })

  it('a layout that does not divide is one', () => {
    expect(readAll([{ ...benchmark, n: 500 }]).skipped).toMatchObject([
      { reason: { code: 'layoutDoesNotDivide', count: 500, product: 16 } },
    ])
  })

  it('more active weights than there are is one', () => {
    expect(
      readAll([{ ...run, architecture: { params_total: 1e9, params_active: 2e9 } }]).skipped,
    ).toMatchObject([{ reason: { code: 'moreActiveThanAll' } }])
  })

  test.each(['1e999', 'NaN', '-Infinity'])('%s, which is no number in JSON, is one', (number) => {
    const file = readText(`[{"id":"x","accelerator":"H100-SXM","params":7e9,"tokens":${number}}]`)
    expect(file).toMatchObject({
      ok: true,
      rows: [],
      skipped: [{ reason: { code: 'badValue', field: 'tokens' } }],
    })
  })
})

it('rows keep their place where ids repeat or are missing', () => {
  const { rows } = readAll([run, { ...run, id: null }, run, { ...run, id: 17 }])
  expect(rows.map(({ index, id }) => [index, id])).toEqual([
    [0, 'llama1-65b'],
    [1, '#2'],
    [2, 'llama1-65b'],
    [3, '17'],
  ])
})

test.each([
  ['GPU-only measured', true],
  ['from W&B GPU power logs', true],
  ['circular: hours x 400 W x PUE 1.1', false],
  ['280 W assumed (circular)', false],
  ['283 W category average x PUE (not measured)', false],
  ['245 W/chip', false],
  [null, false],
])('an energy with the scope %j is measured: %s', (scope, isMeasured) => {
  expect(readOne({ ...run, energy_scope: scope }).isEnergyMeasured).toBe(isMeasured)
})
