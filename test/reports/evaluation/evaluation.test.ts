import { describe, expect, it, test } from 'vitest'
import type { Evaluation } from '../../../reports/evaluation/evaluation.ts'
import { evaluatePublished } from '../../../reports/evaluation/evaluate-published.ts'
import { evaluationDocument } from '../../../reports/evaluation/evaluation-document.ts'
import { renderEvaluationTable } from '../../../reports/evaluation/evaluation-table.ts'
import { renderEvaluation } from '../../../reports/evaluation/render-evaluation.ts'
import { renderQuantity } from '../../../reports/evaluation/render-quantity.ts'
import { benchmark, readAll, readText, run } from '../../scenarios/published/read-rows.ts'

const evaluate = (...records: readonly object[]): Evaluation => {
  const { rows, skipped } = readAll(records)
  return evaluatePublished(rows, skipped)
}

const quantitiesOf = ({ rows }: Evaluation): readonly string[] => rows.map(({ quantity }) => quantity)
const english = { lang: 'en', width: 120, ascii: true, color: false } as const

describe('what is predicted', () => {
  it('of a run: hours, utilisation and energy', () => {
    expect(quantitiesOf(evaluate(run))).toEqual(['gpuHours', 'mfu', 'energyMwh'])
  })

  it('of a run with a layout: a step and its memory too', () => {
    const withLayout = { ...run, parallelism: { tp: 8, pp: 4, dp: 64, zero: 1, batch: 2048 } }
    expect(quantitiesOf(evaluate(withLayout))).toEqual([
      'gpuHours',
      'stepSeconds',
      'memoryBytes',
      'mfu',
      'energyMwh',
    ])
  })

  it('of a benchmark: step, memory, utilisation', () => {
    expect(quantitiesOf(evaluate(benchmark))).toEqual(['stepSeconds', 'memoryBytes', 'mfu'])
  })

  it('of a benchmark without a layout: utilisation', () => {
    const row = { set: 'maxtext_v5e', accelerator: 'TPUv5e', n: 256, params: 16e9 }
    expect(quantitiesOf(evaluate(row))).toEqual(['mfu'])
  })

  it('does not hang on what is reported', () => {
    const { rows } = evaluate({ ...run, gpu_hours: null, energy_mwh: null })
    expect(rows.map(({ quantity, reported, error }) => [quantity, reported, error])).toEqual([
      ['gpuHours', null, null],
      ['mfu', null, null],
      ['energyMwh', null, null],
    ])
  })

  it('is wider for a relative of the accelerator, and says which one stands for it', () => {
    const exact = evaluate(benchmark).rows[0]
    const relative = evaluate({ ...benchmark, accelerator: 'A100-SXM-64GB-custom' }).rows[0]
    expect(relative.standIn).toMatch(/^A100-SXM/u)
    expect(relative.predicted.p90 / relative.predicted.p10).toBeGreaterThan(
      1.2 * (exact.predicted.p90 / exact.predicted.p10),
    )
  })
})

describe('rows that are skipped', () => {
  const bad = { ...run, tokens: 'many' }

  it('are misses of what they report if they are of tier A or B', () => {
    const { summary, skipped } = evaluate(run, { ...bad, id: 'x', eval_tier: 'B' })
    expect(skipped[0]).toMatchObject({ id: 'x', missed: ['gpuHours', 'energyMwh'] })
    expect(summary.gpuHours).toMatchObject({
      A: { n: 1, missed: 0 },
      B: { n: 1, missed: 1, median: null, coverage: 0 },
      'A+B': { n: 2, missed: 1, p90: null },
    })
  })

  it('are misses of the hours if they report nothing', () => {
    const { summary } = evaluate({ ...bad, gpu_hours: null, energy_mwh: null })
    expect(Object.keys(summary)).toEqual(['gpuHours'])
  })

  it('of no tier are no misses', () => {
    expect(evaluate({ ...bad, eval_tier: null }).summary).toEqual({})
  })

  it('because of their layout say so', () => {
    const { skipped } = evaluate({ ...benchmark, heads: 100, hidden: 8000 })
    expect(skipped).toMatchObject([
      {
        quantity: null,
        reason: { code: 'layoutCannotBe', detail: 'tensor 8 does not divide 100 heads' },
      },
    ])
  })

  it('never name a function of ours', () => {
    const rows = [
      { ...benchmark, heads: 100, hidden: 8000 },
      { ...benchmark, pp: 64, n: 512, dp: 1, mbs: null },
      { ...run, parallelism: { tp: 7, pp: 1 }, n_accelerators: 700 },
      { ...run, parallelism: { tp: 8, pp: 128 } },
    ]
    const { skipped } = evaluationDocument(evaluate(...rows)) as { skipped: readonly { reason: string }[] }
    expect(skipped.length).toBe(rows.length)
    for (const { reason } of skipped) expect(reason).toMatch(/^(?!.*[a-z][A-Z]\w*:)the layout cannot be/u)
  })
})

describe('a quantity that is reported and not predicted', () => {
  const { tokens: _, ...silent } = run

  it('is listed with its reason, and missed by a run of tier A', () => {
    const { skipped, summary } = evaluate({ ...silent, tokens: null })
    expect(skipped).toMatchObject([
      { quantity: 'gpuHours', reason: { code: 'noTokens' }, missed: ['gpuHours'] },
      { quantity: 'energyMwh', reason: { code: 'noTokens' }, missed: ['energyMwh'] },
    ])
    expect(summary.gpuHours?.A).toMatchObject({ n: 1, missed: 1, coverage: 0 })
  })

  it('is no miss without a tier', () => {
    const { skipped, summary } = evaluate({ ...silent, tokens: null, eval_tier: null })
    expect(skipped.map(({ missed }) => missed)).toEqual([[], []])
    expect(summary).toEqual({})
  })

  it('is listed for a step without a layout', () => {
    const { skipped } = evaluate({ ...run, step_s: 3, n_accelerators: 1000 })
    expect(skipped).toMatchObject([{ quantity: 'stepSeconds', reason: { code: 'noLayout' } }])
  })

  it('is listed for a rate that is no step', () => {
    const { skipped } = evaluate({ ...benchmark, gbs: null, step_s: null, tokens_per_s_per_gpu: 100 })
    expect(skipped).toMatchObject([{ quantity: 'stepSeconds', reason: { code: 'rateAlone' } }])
  })

  it('that is no measurement is listed, and no miss of any tier', () => {
    const { skipped, summary } = evaluate({ ...run, gpu_hours: '82k' })
    expect(skipped).toMatchObject([{ quantity: 'gpuHours', reason: { code: 'badOutcome' }, missed: [] }])
    expect(summary.gpuHours).toBeUndefined()
  })
})

describe('a batch', () => {
  test.each([{ gbs: null }, { gbs: 100, mbs: null }, { gbs: 3 }, { gbs: 1537, recompute: null }])(
    'of %j is no reason to skip a benchmark',
    (fields) => {
      expect(quantitiesOf(evaluate({ ...benchmark, ...fields }))).toEqual([
        'stepSeconds',
        'memoryBytes',
        'mfu',
      ])
    },
  )

  it('that does not divide is no reason to skip a run', () => {
    const parallelism = { tp: 8, pp: 4, dp: 64, mbs: 2, batch: 1000 }
    expect(evaluate({ ...run, parallelism }).skipped).toEqual([])
  })
})

it('energies that are said to be measured are summed up apart', () => {
  const { summary } = evaluate({ ...run, energy_scope: 'GPU-only measured' }, run, {
    ...run,
    energy_scope: 'circular',
  })
  expect(summary.energyMwh).toMatchObject({ all: { n: 3 }, measured: { n: 1 }, notMeasured: { n: 2 } })
  expect(Object.keys(summary.gpuHours!)).not.toContain('measured')
})

it('verdicts on memory count those that ran out and those that did not', () => {
  const rows = [
    { ...benchmark, step_s: null, oom: true, tp: 1, pp: 1, mbs: 1 },
    { ...benchmark, step_s: null, oom: true },
    { ...benchmark, mem_gb: 40 },
    { ...benchmark, mem_gb: 79, tp: 1, pp: 1, mbs: 1 },
  ]
  expect(evaluate(...rows).memoryVerdicts).toEqual({ tried: 4, outOfMemory: 2, found: 1, falseAlarms: 1 })
  expect(evaluate(run).memoryVerdicts).toBeNull()
})

describe('the document', () => {
  const rows = [benchmark, { ...run, tokens: -1 }, { ...benchmark, step_s: 'fast' }, benchmark]
  const document = JSON.parse(JSON.stringify(evaluationDocument(evaluate(...rows)))) as Record<
    string,
    unknown
  >

  it('has the schema, rows in the order of the file, and sets', () => {
    expect(document['schema']).toBe('froth.evaluate/1')
    const kept = document['rows'] as readonly Record<string, unknown>[]
    expect(kept.map(({ index }) => index)).toEqual([0, 0, 0, 2, 2, 2, 3, 3, 3])
    expect(kept[0]).toMatchObject({ id: 'a', set: 'vtrain_multi', quantity: 'stepSeconds', reported: 14.9 })
    expect(Object.keys(kept[0]['predicted'] as object)).toEqual(['p10', 'p50', 'p90'])
  })

  it('says what stands for an accelerator and why, and what the figures rest on', () => {
    const told = evaluationDocument(evaluate({ ...run, accelerator: 'Foo9000' })) as Record<string, unknown>
    expect(told['rows']).toMatchObject([
      { standIn: 'A100-SXM-80GB', standInReason: 'nothing like it in the table' },
      {},
      {},
    ])
    expect(told['notes']).toMatchObject(
      [/fitted on the rows shipped in scenarios.data/u, /energies/u].map(
        (note) => expect.stringMatching(note) as unknown,
      ),
    )
  })

  it('says of a number without end that it is not finite', () => {
    for (const number of ['1e999', '-Infinity', 'NaN']) {
      const file = readText(`[{"id":"x","accelerator":"H100-SXM","params":7e9,"tokens":${number}}]`)
      const { skipped } = evaluationDocument(
        file.ok ? evaluatePublished(file.rows, file.skipped) : evaluate(),
      ) as { skipped: object[] }
      expect(skipped).toMatchObject([
        { reason: '`tokens` is not a finite number: it must be a number from 1 to 10000000000000000000' },
      ])
    }
  })

  it('says what was skipped, in English', () => {
    expect(document['skipped']).toMatchObject([
      {
        id: 'llama1-65b',
        quantity: null,
        reason: '`tokens` is -1: it must be a number from 1 to 10000000000000000000',
      },
      {
        id: 'a',
        quantity: 'stepSeconds',
        reason: '`step_s` is "fast", which is no measurement: predicted, not compared',
      },
    ])
  })

  it('sums up by quantity, tier and set', () => {
    const summary = document['summary'] as Record<string, Record<string, unknown>>
    expect(summary['stepSeconds']).toMatchObject({ all: { n: 2 }, sets: { vtrain_multi: { n: 2 } } })
    expect(summary['gpuHours']).toMatchObject({ all: { n: 1, missed: 1 }, A: { n: 1, missed: 1 } })
  })
})

describe('the page', () => {
  const evaluation = evaluate(
    benchmark,
    { ...run, accelerator: 'Foo9000' },
    { ...run, id: 'b\u001B[2J', modality: 'image' },
  )

  it('names what is compared, what is far off and what was skipped', () => {
    const page = renderEvaluation(evaluation, 'rows.json', english)
    expect(page).toMatch(/EVALUATION {3}rows\.json {3}3 rows: 2 predicted, 1 skipped/u)
    expect(page).toMatch(/step time\n {2}vtrain_multi +1 /u)
    expect(page).toMatch(/farthest off[\s\S]*a \(vtrain_multi\) +step time/u)
    expect(page).toMatch(/skipped[\s\S]*6 FLOP a parameter and token do not hold/u)
    expect(page).not.toContain('\u001B')
  })

  it('keeps to the width of the window and says what it leaves out', () => {
    const lines = renderEvaluation(evaluation, 'rows.json', { ...english, width: 60 }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(lines.join(' ')).toContain('no room for')
  })

  it('shows what stands for an accelerator, and says what the figures rest on', () => {
    const page = renderEvaluation(evaluation, 'rows.json', english)
    expect(page).toMatch(/error {2}stand-in\n[\s\S]*A100-SXM-80GB\n/u)
    expect(page.replaceAll('\n', ' ')).toMatch(
      /fitted on the rows shipped in scenarios\/data.*engine\/cost\/README\.md/u,
    )
  })

  it('says whose program is guessed', () => {
    const unknown = evaluate({ ...benchmark, set: 'foo' }, benchmark, run)
    expect(unknown.rows.map(({ isProgramKnown }) => isProgramKnown)).toEqual(
      [0, 0, 0, 1, 1, 1, 0, 0, 0].map(Boolean),
    )
    expect(renderEvaluation(unknown, 'x', english)).toContain('1 benchmarks are of no known set')
    expect(renderEvaluation(evaluate(benchmark), 'x', english)).not.toContain('no known set')
  })

  const long = { ...run, id: 'an-id-of-some-length-31-cells-x', tokens: 'many' }

  it('cuts reasons where there is no room, and never ids', () => {
    for (const width of [60, 80]) {
      const lines = renderEvaluation(evaluate(long), 'x', { ...english, width }).split('\n')
      expect(lines.find((line) => line.includes(long.id))).toMatch(/ row +`tok.*~$/u)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
    }
    expect(renderEvaluation(evaluate(long), 'x', { ...english, width: 40 })).toContain(long.id)
    const far = { ...run, id: 'an-id-of-24-cells-is-kept' }
    expect(renderEvaluation(evaluate(far), 'x', { ...english, width: 54 })).toMatch(
      /^ {2}an-id-of-24-cells-is-kept {2}GPU-hours .*%$/mu,
    )
  })

  it('cuts nothing in a pipe', () => {
    const id = 'x'.repeat(100)
    const page = renderEvaluation(evaluate({ ...long, id }, { ...run, id: `y${id}` }), 'x', {
      ...english,
      width: Infinity,
    })
    expect(page).toMatch(
      new RegExp(`^  ${id}  row +.tokens. is "many": it must be a number from 1 to 1\\d+$`, 'mu'),
    )
    expect(page).toContain(`  y${id}`)
    expect(page).not.toContain('~')
  })

  it('speaks Chinese', () => {
    expect(renderEvaluation(evaluation, 'rows.json', { ...english, lang: 'zh' })).toMatch(
      /评估[\s\S]*单步时间[\s\S]*替代[\s\S]*H100|A100[\s\S]*不成立/u,
    )
  })

  it('of rows without reports says that there is nothing to compare', () => {
    const { step_s: _, ...silent } = benchmark
    expect(renderEvaluation(evaluate(silent), 'x', english)).toContain('nothing to compare')
  })
})

describe('tables for other programs', () => {
  const evaluation = evaluate({ ...benchmark, id: '=1+1,"x"\n|' })

  it('quote what would break a line or a cell, and stop formulas', () => {
    const [header, line] = renderEvaluationTable(evaluation, 'csv').split('\n0,')
    expect(header).toBe('index,set,id,tier,quantity,p10,p50,p90,reported,error,standIn')
    expect(line).toMatch(/^vtrain_multi,"'=1\+1,""x""\\x0a\|",,stepSeconds,/u)
  })

  it('show no control character, and guard formulas in CSV alone', () => {
    const steering = evaluate({ ...benchmark, set: 'a\tb\rc', id: '=1\u001B[2J\u202E\n' })
    for (const format of ['csv', 'tsv', 'md'] as const) {
      const text = renderEvaluationTable(steering, format)
      expect(text).toContain(String.raw`=1\x1b[2J\u202e\x0a`)
      expect(text).toContain(String.raw`a b\x0dc`)
      expect(text.includes("'=1")).toBe(format === 'csv')
    }
  })

  it('name the accelerator that stands for another one', () => {
    const lines = renderEvaluationTable(evaluate({ ...run, accelerator: 'Foo9000' }), 'csv').split('\n')
    expect(lines[1]).toMatch(/,A100-SXM-80GB$/u)
  })

  it('have as many cells in each line', () => {
    for (const [format, mark] of [
      ['tsv', '\t'],
      ['md', ' | '],
    ] as const) {
      const lines = renderEvaluationTable(evaluation, format)
        .slice(0, -1)
        .split('\n')
        .filter((line) => !line.startsWith('| ---'))
      expect(new Set(lines.map((line) => line.split(mark).length)).size).toBe(1)
    }
  })
})

test.each([
  ['gpuHours', 1_022_362, '1.02M h'],
  ['gpuHours', 12.34, '12.3 h'],
  ['stepSeconds', 0.09818, '0.0982 s'],
  ['memoryBytes', 62.44e9, '62.4 GB'],
  ['mfu', 0.4321, '43.2%'],
  ['energyMwh', 1287, '1,287 MWh'],
] as const)('%s of %d is shown as %s', (quantity, value, text) => {
  expect(renderQuantity(quantity, value, 'en')).toBe(text)
})
