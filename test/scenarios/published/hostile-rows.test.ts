import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluatePublished } from '../../../reports/evaluation/evaluate-published.ts'
import { evaluationDocument } from '../../../reports/evaluation/evaluation-document.ts'
import { renderEvaluation } from '../../../reports/evaluation/render-evaluation.ts'
import { factNames } from '../../../scenarios/published/published-fields.ts'
import { benchmark, readText, run } from './read-rows.ts'

const outcomes = [
  'gpu_hours',
  'step_s',
  'mem_gb',
  'mem_gib',
  'mfu',
  'energy_mwh',
  'tokens_per_s_per_gpu',
  'oom',
  'eval_tier',
  'id',
  'set',
]
const names = [...factNames].map((name) => name.replace(/^parallelism\.|^architecture\./u, ''))
const field = fc.constantFrom(...names, ...outcomes)
const value = fc.oneof(
  fc.constantFrom(0, -1, 1, 2, 3, 7, 1e-300, 1e300, 1e15, Number.MAX_SAFE_INTEGER, 0.5, -0, 64, 4096),
  fc.constantFrom(
    '',
    'x',
    '8',
    'NaN',
    'fp8',
    'full',
    'TPUv4',
    'FSDP',
    'ZeRO-3',
    'bigscience',
    '__proto__',
    'a\u001B[2J',
  ),
  fc.constantFrom(null, true, [], {}, [1], { tp: 8 }, { layers: 1e5 }),
  fc.double(),
  fc.string({ unit: 'grapheme' }),
)
const change = fc.tuple(fc.constantFrom('', 'architecture', 'parallelism'), field, value)
const changed = (record: object, changes: readonly (readonly [string, string, unknown])[]): object => {
  const made: Record<string, unknown> = structuredClone({ ...record })
  for (const [group, name, content] of changes) {
    const inside = group === '' ? made : { ...(made[group] as object | null) }
    Object.defineProperty(inside, name, {
      value: content,
      enumerable: true,
      configurable: true,
      writable: true,
    })
    if (group !== '') made[group] = inside
  }
  return made
}

it('whatever stands in a row, it is predicted with finite numbers or skipped with a reason', () => {
  const row = fc.tuple(fc.constantFrom<object>(run, benchmark), fc.array(change, { maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
      const file = readText(JSON.stringify(rows.map(([record, changes]) => changed(record, changes))))
      expect(file.ok).toBe(true)
      if (!file.ok) return
      const evaluation = evaluatePublished(file.rows, file.skipped)
      for (const { predicted, error } of evaluation.rows) {
        expect(0 < predicted.p10 && predicted.p10 <= predicted.p50 && predicted.p50 <= predicted.p90).toBe(
          true,
        )
        expect(predicted.p90).toBeLessThan(Infinity)
        expect(error === null || Number.isFinite(error)).toBe(true)
      }
      const seen = new Set([...evaluation.rows, ...evaluation.skipped].map(({ index }) => index))
      expect(seen.size).toBe(rows.length)
      expect(JSON.stringify(evaluationDocument(evaluation))).not.toMatch(/NaN(?!\\")|undefined/u)
      const page = renderEvaluation(evaluation, 'x', { lang: 'en', width: 80, ascii: true, color: false })
      expect(page).not.toContain('\u001B')
    }),
    { numRuns: 400, seed: 3 },
  )
})

it('any text is read or refused with its place', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(fc.json()).map((lines) => lines.join('\n')),
      ),
      (text) => {
        const file = readText(text)
        if (!file.ok) expect(file.problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 500, seed: 4 },
  )
})
