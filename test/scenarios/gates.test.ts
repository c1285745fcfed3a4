import { describe, expect, test } from 'vitest'
import { parseGate } from '../../scenarios/gates/parse-gate.ts'

const sound: readonly (readonly [string, object])[] = [
  [
    'survival(36 months) >= 70%',
    { metric: { kind: 'survival', months: 36 }, comparison: '>=', threshold: 0.7 },
  ],
  ['survival(3 years)>0.5', { metric: { kind: 'survival', months: 36 }, comparison: '>', threshold: 0.5 }],
  [
    'survival（36 个月）≥ 70％',
    { metric: { kind: 'survival', months: 36 }, comparison: '>=', threshold: 0.7 },
  ],
  ['P(moic < 1) <= 60%', { metric: { kind: 'moic_below', multiple: 1 }, comparison: '<=', threshold: 0.6 }],
  [
    'P(moic >= 3x) >= 20%',
    { metric: { kind: 'moic_at_least', multiple: 3 }, comparison: '>=', threshold: 0.2 },
  ],
  ['value(P50) >= $100M', { metric: { kind: 'value', percentile: 50 }, comparison: '>=', threshold: 1e8 }],
  [
    'P(gold_mine) >= 50%',
    { metric: { kind: 'verdict', verdict: 'gold_mine' }, comparison: '>=', threshold: 0.5 },
  ],
  ['P(dud) < 10%', { metric: { kind: 'verdict', verdict: 'dud' }, comparison: '<', threshold: 0.1 }],
]

/** A gate with the place of its mistake marked by the caret's first and last character in brackets. */
const broken: readonly string[] = [
  'survival(36 months) > [=] 70%',
  '[surviva](3) >= 1',
  'P([moic] <= 1) <= 60%',
  'value(P50) >= [100]',
  'value([P0]) >= $1M',
  'P([goldmine]) >= 50%',
  'survival(36 months) >= [70]',
  'survival([x]) >= 70%',
  'P(moic < 1 [<]= 60%',
]

describe('gates', () => {
  test.each(sound)('%s is understood', (text, gate) => {
    expect(parseGate(text)).toMatchObject({ ok: true, value: { text, ...gate } })
  })

  test.each(broken)('the caret stands at the mistake in %s', (marked) => {
    const start = marked.indexOf('[')
    const end = marked.indexOf(']') - 1
    const reading = parseGate(marked.replace('[', '').replace(']', ''))
    expect(reading.ok ? null : reading.problems[0]).toMatchObject({ code: 'F114', within: [start, end] })
  })

  test('a gate that ends too early is pointed at its end', () => {
    expect(parseGate('P(dud)')).toMatchObject({ ok: false, problems: [{ within: [6, 7] }] })
  })
})
