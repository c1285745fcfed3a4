import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { cleanUpAfterwards, runFroth, scratch } from './run-froth.ts'

cleanUpAfterwards()

const folder = scratch()
const put = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return name
}
const good = `froth: cost/1
name: my run
model: { params: 7B }
run: { tokens: 1T, date: 2025-06 }
hardware:
  - { gpu: h100, count: 64 }
  - { gpu: a100, count: 64, price: $1.50/h }
`
put('good.yaml', good)
put('mistakes.yaml', good.replace('1T', '0').replace('h100', 'h10').replace('7B', '7B, activ: 9B'))
put('scenario.yaml', 'froth: 1\nextends: book\n')
put('wide.yaml', 'froth: cost/1\nmodel：{ params: 7B }\n')

interface Document {
  readonly schema: string
  readonly flops: number
  readonly offers: readonly Record<string, unknown>[]
  readonly cheapest: number | null
  readonly assumptions: readonly { readonly name: string; readonly source: string; readonly text: string }[]
}
const documentOf = (text: string): Document => JSON.parse(text) as Document

const run = ['cost', '--params', '7B', '--tokens', '1T']

describe('froth cost', () => {
  it('compares the usual accelerators when none is named', async () => {
    const ended = await runFroth([...run, '--json'])
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const document = documentOf(ended.stdout)
    expect(document.schema).toBe('froth.cost/1')
    expect(document.offers.map(({ gpu }) => gpu)).toEqual([
      'H100-SXM',
      'H200-SXM',
      'B200-SXM',
      'A100-SXM-80GB',
    ])
    expect(document.assumptions.map(({ name }) => name)).toContain('date')
  })

  it('prices the accelerators that are named, side by side, each in its number', async () => {
    const ended = await runFroth([
      ...run,
      '--gpu',
      'h100-sxm',
      '--gpu',
      'B200',
      '--gpus',
      '64',
      '--gpus',
      '32',
      '--json',
    ])
    const { offers } = documentOf(ended.stdout)
    expect(offers.map(({ gpu, gpus }) => [gpu, gpus])).toEqual([
      ['H100-SXM', 64],
      ['B200-SXM', 32],
    ])
  })

  it('reads a cost file, from a file or from standard input, with flags laid over it', async () => {
    const fromFile = await runFroth(['cost', 'good.yaml', '--json'], { cwd: folder })
    const fromInput = await runFroth(['cost', '-', '--json'], { input: good })
    const { next: _, ...file } = documentOf(fromFile.stdout) as Document & { next: unknown }
    const { next: __, ...input } = documentOf(fromInput.stdout) as Document & { next: unknown }
    expect(input).toEqual(file)
    const more = await runFroth(['cost', 'good.yaml', '--tokens', '2T', '--json'], { cwd: folder })
    expect(documentOf(more.stdout).flops / documentOf(fromFile.stdout).flops).toBeCloseTo(2, 9)
  })

  it('keeps the parts of the layout that flags fix', async () => {
    const parts = ['--tp', '4', '--pp', '2', '--zero', '1', '--micro-batch', '1', '--recompute', 'selective']
    const ended = await runFroth([...run, '--gpu', 'h100', '--gpus', '64', ...parts, '--json'])
    expect(documentOf(ended.stdout).offers[0]['layout']).toMatchObject({
      tensor: 4,
      pipeline: 2,
      data: 8,
      zero: 1,
      microBatch: 1,
      recompute: 'selective',
    })
  })

  it('serves the model as it is and made smaller, and says what the same takes later', async () => {
    const args = [
      ...run,
      '--gpu',
      'h100',
      '--date',
      '2026-03',
      '--compress',
      'int4,fp4',
      '--compress',
      'prune-50',
    ]
    const document = JSON.parse((await runFroth([...args, '--json'])).stdout) as Record<string, unknown>
    const spread = { p10: expect.any(Number), p50: expect.any(Number), p90: expect.any(Number) }
    const serving = {
      gpus: expect.any(Number),
      precision: 'bf16',
      usdPerMillionInput: spread,
      usdPerMillionOutput: spread,
      tokensPerSecondPerGpu: spread,
      batch: expect.any(Number),
      bound: 'memory',
    }
    expect(document).toMatchObject({
      offers: [
        {
          serving,
          compression: [
            { name: 'int4', serving, problem: null, qualityLoss: spread },
            { name: 'fp4', serving: null, problem: 'format' },
            { name: 'prune-50', serving, problem: null, qualityLoss: spread },
          ],
        },
      ],
      progress: [
        { months: 12, date: '2027-03', flopShare: spread, source: expect.stringContaining('2403.05812') },
        { months: 24, date: '2028-03', flopShare: spread },
      ],
    })
    const page = (await runFroth(args, { environment: { COLUMNS: '80' } })).stdout
    expect(page).toMatch(/^serving [\s\S]*^compressed [\s\S]*^ {2}int4 [\s\S]*^later /m)
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('knows published architectures and the built-in workload', async () => {
    const model = await runFroth([
      'cost',
      '--model',
      'Llama 2 70B',
      '--tokens',
      '1T',
      '--gpu',
      'h100',
      '--json',
    ])
    expect(documentOf(model.stdout)).toMatchObject({ model: { name: 'llama2-70b' } })
    const workload = await runFroth(['cost', '--workload', 'cifar10-cnn', '--gpu', 'h100', '--json'])
    expect(documentOf(workload.stdout).offers[0]).toMatchObject({ gpus: 1, fits: true })
  })

  it('draws a page of 80 columns, in Chinese too, and tables for other programs', async () => {
    const page = await runFroth([...run, '--gpu', 'h100'], { environment: { COLUMNS: '80' } })
    expect(page.stdout).toMatch(
      /TRAINING RUN[\s\S]*GPU-hours[\s\S]*layout[\s\S]*what drives it[\s\S]*assumed[\s\S]*next/,
    )
    expect(Math.max(...page.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect((await runFroth([...run, '--lang', 'zh', '--gpu', 'h100'])).stdout).toContain('训练任务')
    const csv = await runFroth([...run, '--csv', '--gpu', 'h100'])
    expect(csv.stdout.split('\n')[0]).toMatch(/^gpu,gpus,/)
    expect((await runFroth([...run, '--plain', '--gpu', 'h100'])).stdout.split('\n')[0]).toMatch(
      /^gpu\tgpus\t/,
    )
    expect((await runFroth([...run, '--format', 'md', '--gpu', 'h100'])).stdout).toMatch(/^\| GPU \|/)
  })

  it('writes a file once, and again only when forced', async () => {
    const cwd = scratch()
    const args = [...run, '--gpu', 'h100', '--json', '-o', 'cost.json']
    expect(await runFroth(args, { cwd })).toMatchObject({ code: 0, stdout: '' })
    expect(documentOf(readFileSync(join(cwd, 'cost.json'), 'utf8')).schema).toBe('froth.cost/1')
    expect((await runFroth(args, { cwd })).code).toBe(6)
    expect((await runFroth([...args, '--force'], { cwd })).code).toBe(0)
  })

  it('says in JSON what is wrong, as one document', async () => {
    const ended = await runFroth(['cost', 'mistakes.yaml', '--json'], { cwd: folder })
    expect(ended.code).toBe(3)
    expect(JSON.parse(ended.stdout)).toMatchObject({ schema: 'froth.check/1', ok: false, exitCode: 3 })
  })

  it('says that a run does not fit, and what would make it fit', async () => {
    const ended = await runFroth([
      'cost',
      '--params',
      '70B',
      '--tokens',
      '2T',
      '--gpu',
      'a100',
      '--gpus',
      '2',
    ])
    expect(ended.code).toBe(0)
    expect(ended.stdout).toMatch(/does not fit[\s\S]*(would fit with|no single change)/)
    expect(ended.stdout).not.toMatch(/NaN|Infinity/)
  })
})

/** A command line after `froth cost`, its exit code, and what it says. */
const mistakes: readonly (readonly [readonly string[], number, RegExp])[] = [
  [[], 2, /F118[\s\S]*--params 70B[\s\S]*F227/],
  [['--params', '7B'], 2, /F227[\s\S]*--tokens 2T/],
  [['--params', '7B', '--tokens', '0'], 2, /F203[\s\S]*--tokens 0/],
  [['--params', '7B', '--tokens', '-1T'], 2, /F203/],
  [['--params', 'NaN', '--tokens', '1T'], 2, /F202/],
  [['--params', '7B', '--tokens', '1T', '--gpu', 'h10'], 2, /F120[\s\S]*H100-SXM[\s\S]*froth list gpus/],
  [['--params', '7B', '--tokens', '1T', '--gpu', 'abacus'], 2, /F120[\s\S]*such as[\s\S]*froth list gpus/],
  [['--params', '7B', '--tokens', '1T', '--gpu', 'h100', '--gpus', '0'], 2, /from 1 to/],
  [['--params', '7B', '--tokens', '1T', '--gpus', '8', '--gpus', '9'], 2, /F121[\s\S]*4 accelerators/],
  [['--params', '7B', '--active', '8B', '--tokens', '1T'], 2, /F222[\s\S]*at most 7B/],
  [['--model', 'llama9-9b', '--tokens', '1T'], 2, /F120[\s\S]*froth list models/],
  [['--model', 'llama3-8b', '--params', '7B', '--tokens', '1T'], 2, /F119/],
  [
    ['--model', 'llama3-8b', '--tokens', '1T', '--gpu', 'h100', '--gpus', '64', '--tp', '5'],
    2,
    /F223[\s\S]*4, 8 would/,
  ],
  [
    ['--model', 'llama3-8b', '--tokens', '1T', '--gpu', 'h100', '--gpus', '64', '--pp', '64'],
    2,
    /F225[\s\S]*32/,
  ],
  [['--params', '7B', '--tokens', '1T', '--gpu', 'a100', '--precision', 'fp8'], 2, /F226/],
  [['--params', '7B', '--tokens', '1T', '--precision', 'fp9'], 2, /did you mean `fp[48]`/],
  [['--params', '7B', '--tokens', '1T', '--commitment', 'spott'], 2, /did you mean `spot`/],
  [['--params', '7B', '--tokens', '1T', '--price', '2.20'], 2, /F210/],
  [['--params', '7B', '--tokens', '1T', '--price', '-2/h'], 2, /F203/],
  [['--params', '7B', '--tokens', '1T', '--date', 'May'], 2, /F221/],
  [['--params', '7B', '--tokens', '1T', '--grid', 'Atlantis'], 2, /F120[\s\S]*froth list grids/],
  [['--params', '7B', '--tokens', '1T', '--compress', 'int44'], 2, /F105[\s\S]*did you mean `int4`/],
  [['--params', '7B', '--tokens', '1T', '--compress'], 2, /--compress/],
  [['--workload', 'cifar10-cnn', '--compress', 'int4'], 2, /F119/],
  [['--params', '7B', '--tokens', '1T', '--zero', '4'], 2, /from 0 to 3/],
  [['--parms', '7B'], 2, /did you mean `--params`/],
  [['--workload', 'cifar10-cnn', '--tokens', '1T'], 2, /F119/],
  [['--evaluate', 'rows.json', '--params', '7B'], 2, /stands alone/],
  [['--params', '7\u001B[2JB', '--tokens', '1T'], 2, /\\x1b\[2JB/],
  [['mistakes.yaml'], 3, /F104[\s\S]*F203[\s\S]*mistakes\.yaml:4:16[\s\S]*F120[\s\S]*mistakes\.yaml:6:12/],
  [['scenario.yaml'], 3, /F117[\s\S]*froth run scenario\.yaml/],
  [['wide.yaml'], 3, /F017/],
  [['missing.yaml'], 6, /no such file/],
  [['.'], 6, /folder/],
]

test.concurrent.each(mistakes)('froth cost %j ends with %i and says why', async (args, code, words) => {
  const ended = await runFroth(['cost', ...args], { cwd: folder })
  expect(ended.stderr).toMatch(words)
  expect(ended.code).toBe(code)
  expect(ended.stdout).toBe('')
  expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+\)?$|node:internal/m)
  // oxlint-disable-next-line no-control-regex -- nothing that was typed may steer the terminal
  expect(ended.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
})

describe('what there is', () => {
  test.each([
    ['gpus', 'H100-SXM', 'usd_per_hour'],
    ['models', 'llama3-8b', 'parameters'],
    ['grids', 'FR', 'grams_per_kwh'],
  ])('froth list %s prints %s', async (what, name, column) => {
    expect((await runFroth(['list', what])).stdout).toContain(name)
    const { items } = JSON.parse((await runFroth(['list', what, '--json'])).stdout) as {
      items: readonly Record<string, unknown>[]
    }
    const found = items.find((item) => item['name'] === name)
    expect(found?.[column]).toBeGreaterThan(0)
  })

  it('has a schema for editors and a page of help', async () => {
    const { stdout } = await runFroth(['schema', 'cost'])
    expect(JSON.parse(stdout)).toMatchObject({ $id: 'froth.cost.schema.json', required: ['froth', 'model'] })
    const help = (await runFroth(['help', 'cost'])).stdout
    for (const flag of ['--params', '--gpu', '--tp', '--commitment', '--compress', '--evaluate', '--json'])
      expect(help).toContain(flag)
  })
})
