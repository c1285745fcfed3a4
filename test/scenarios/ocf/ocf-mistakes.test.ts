import { describe, expect, test } from 'vitest'
import { ocfCodes } from '../../../scenarios/diagnostics/codes-ocf.ts'
import { renderDiagnostics } from '../../../scenarios/diagnostics/render.ts'
import type { OcfFile } from '../../../scenarios/ocf/ocf-file.ts'
import { readOcf, type OcfResult } from '../../../scenarios/ocf/read-ocf.ts'
import {
  filesOf,
  manifestOf,
  on,
  samplePackage,
  stock,
  type Sample,
  type SamplePackage,
} from './sample-package.ts'

const withChange = (change: (sample: SamplePackage) => void): readonly OcfFile[] => {
  const sample = samplePackage()
  change(sample)
  return filesOf(sample)
}
const after = (...items: readonly Sample[]): readonly OcfFile[] =>
  withChange(({ transactions }) => transactions.push(...items))
const first = (field: string, value: unknown): readonly OcfFile[] =>
  withChange(({ transactions }) => (transactions[0][field] = value))
const file = (text: string): readonly OcfFile[] => [{ name: 'a.json', text }]
const plain = filesOf(samplePackage())
const mechanism = (field: string, value: unknown): readonly OcfFile[] =>
  withChange(({ transactions }) => {
    const [trigger] = transactions[6]['conversion_triggers'] as {
      conversion_right: { conversion_mechanism: Sample }
    }[]
    trigger.conversion_right.conversion_mechanism[field] = value
  })

/** What is wrong, the files, the codes, and what the first message names. */
const mistakes: readonly (readonly [string, readonly OcfFile[], readonly string[], string])[] = [
  ['text that is no JSON', file('{"file_type": OCF}'), ['F271'], 'a.json'],
  ['an empty file', file(''), ['F271'], 'a.json'],
  ['a zip archive', file('PK\u0003\u0004'), ['F271'], 'a.json'],
  ['JSON of another kind', file('{"name": "acme"}'), ['F272'], 'a.json'],
  ['a single number', file('3'), ['F272'], 'a.json'],
  [
    'an unknown type of file',
    file('{"file_type": "OCF_SHARES_FILE", "items": []}'),
    ['F273'],
    'OCF_SHARES_FILE',
  ],
  [
    'an unknown type of object',
    file('[{"object_type": "TX_STOCK_GIFT", "id": "a"}]'),
    ['F274'],
    'TX_STOCK_GIFT',
  ],
  ['a file without items', file('{"file_type": "OCF_TRANSACTIONS_FILE"}'), ['F275'], 'items'],
  [
    'an object in the wrong file',
    withChange(({ plans, stakeholders }) => stakeholders.push(plans[0])),
    ['F289'],
    'STOCK_PLAN',
  ],
  ['an issuance without a quantity', first('quantity', undefined), ['F275'], 'quantity'],
  ['an issuance without a holder', first('stakeholder_id', undefined), ['F275'], 'stakeholder_id'],
  ['a transaction without a date', first('date', undefined), ['F275'], 'date'],
  ['a number with commas', first('quantity', '4,000,000'), ['F276'], 'items[0].quantity'],
  ['an amount that is a text', first('share_price', '0.01'), ['F276'], 'share_price'],
  [
    'a discount of 20 instead of 0.2',
    mechanism('conversion_discount', '20'),
    ['F276'],
    'conversion_discount',
  ],
  ['an issuance of fewer shares than none', first('quantity', '-4000000'), ['F277'], 'CS-1'],
  ['an unknown stakeholder', first('stakeholder_id', 'adda'), ['F278'], 'adda'],
  ['an unknown class', first('stock_class_id', 'class-b'), ['F278'], 'class-b'],
  [
    'an unknown security',
    after(on('TX_STOCK_CANCELLATION', 'cs-77', '2023-01-01', { quantity: '1' })),
    ['F278'],
    'cs-77',
  ],
  [
    'a transfer into a security that is not issued',
    after(
      on('TX_STOCK_TRANSFER', 'cs-1', '2023-01-01', { quantity: '1', resulting_security_ids: ['cs-78'] }),
    ),
    ['F278'],
    'cs-78',
  ],
  [
    'a security issued twice',
    after({ ...stock('cs-1', '2023-01-01', 'ada', 'cs', '1', '1'), id: 'tx-other' }),
    ['F279'],
    'cs-1',
  ],
  [
    'two holders with one id',
    withChange(({ stakeholders }) => stakeholders.push({ ...stakeholders[0] })),
    ['F279'],
    'ada',
  ],
  ['the 30th of February', first('date', '2021-02-30'), ['F280'], '2021-02-30'],
  ['a date in American order', first('date', '01/04/2021'), ['F280'], '01/04/2021'],
  [
    'a manifest of a file that is not there',
    [manifestOf([...plain, { name: 'gone.json', text: '' }]), ...plain],
    ['F281'],
    'gone.json',
  ],
  [
    'a manifest of itself',
    [manifestOf([...plain, { name: 'Manifest.ocf.json', text: '' }]), ...plain],
    ['F282'],
    'Manifest.ocf.json',
  ],
  [
    'two manifests',
    [manifestOf(plain), { ...manifestOf(plain), name: 'Other.json' }, ...plain],
    ['F282'],
    'Manifest.ocf.json',
  ],
  [
    'a cancellation of more than there is',
    after(on('TX_STOCK_CANCELLATION', 'cs-1', '2023-01-01', { quantity: '4000001' })),
    ['F283'],
    'CS-1',
  ],
  [
    'a security cancelled twice',
    after(
      on('TX_STOCK_CANCELLATION', 'cs-1', '2023-01-01', { quantity: '4000000' }),
      on('TX_STOCK_CANCELLATION', 'cs-1', '2023-01-02', { quantity: '4000000' }),
    ),
    ['F283'],
    'CS-1',
  ],
  [
    'a post-money cap below the money',
    mechanism('conversion_valuation_cap', { amount: '400000', currency: 'USD' }),
    ['F284'],
    'SAFE-1',
  ],
  [
    'preferred stock without a price',
    withChange(({ classes }) => (classes[1]['price_per_share'] = { amount: '0', currency: 'USD' })),
    ['F285'],
    'Series A',
  ],
  [
    'an unknown kind of class',
    withChange(({ classes }) => (classes[1]['class_type'] = 'PREFERED')),
    ['F286'],
    'PREFERED',
  ],
  ['no common stock', filesOf({ ...samplePackage(), transactions: [] }), ['F287'], 'common'],
  ['no file', [], ['F287'], 'common'],
  [
    'a cancellation before the issuance',
    after(on('TX_STOCK_CANCELLATION', 'cs-1', '2020-01-01', { quantity: '1' })),
    ['F288'],
    'CS-1',
  ],
  ['amounts in two currencies', first('share_price', { amount: '1', currency: 'EUR' }), ['F290'], 'EUR'],
]

const codesOf = (result: OcfResult): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code)

describe('mistakes in a package', () => {
  test.each(mistakes)('%s gives exactly its diagnostics', (_, files, codes, named) => {
    const result = readOcf(files)
    expect([...new Set(codesOf(result))]).toEqual(codes)
    expect(!result.ok && result.problems[0].message).toContain(named)
  })

  test.each(mistakes)('%s is told in Chinese too, without open gaps', (_, files) => {
    const result = readOcf(files, 'zh')
    const texts = result.ok ? [] : result.problems.map(({ message, label }) => message + label)
    expect(texts.join('')).toMatch(/\p{Script=Han}/u)
    expect(texts.join('')).not.toMatch(/\{\w+\}/u)
  })

  test('every code has a mistake here that causes it', () => {
    const caused = new Set(mistakes.flatMap(([, , codes]) => codes))
    expect(Object.keys(ocfCodes).filter((code) => !caused.has(code))).toEqual([])
  })

  test('a mistake points at its value in the file', () => {
    const result = readOcf(first('quantity', '-4000000'))
    const [found] = result.ok ? [] : result.problems
    expect(found).toMatchObject({ file: 'transactions.ocf.json', path: 'items[0].quantity' })
    const text = first('quantity', '-4000000')[3].text
    expect(text.slice(found.range?.start.offset, found.range?.end.offset)).toBe('"-4000000"')
  })

  test('control characters of the file are shown, not sent to the terminal', () => {
    const result = readOcf(first('stakeholder_id', 'a\u001B[31m\u202E'))
    if (result.ok) throw new Error('loaded')
    const drawn = renderDiagnostics(result.problems, result.sources, {
      language: 'en',
      color: false,
      ascii: true,
    })
    // oxlint-disable-next-line no-control-regex
    expect(drawn).not.toMatch(/[\u001B\u202E]/u)
    expect(drawn).toContain(String.raw`\x1b[31m`)
  })

  test.each([
    ['deep nesting', '['.repeat(100_000)],
    ['closed deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['keys of the prototype', '[{"__proto__": {"object_type": "STAKEHOLDER"}, "constructor": 1}]'],
    ['a key of the prototype as a type', '{"file_type": "constructor", "items": []}'],
    ['a type of the prototype', '[{"object_type": "toString", "id": "a"}]'],
    ['null', 'null'],
    ['a list of nulls', '[null, 1, "a", [[]]]'],
    ['items that are a text', '{"file_type": "OCF_TRANSACTIONS_FILE", "items": "x"}'],
    [
      'an infinite number',
      '[{"object_type":"TX_STOCK_CLASS_SPLIT","id":"a","date":"2020-01-01","stock_class_id":"c","split_ratio":{"numerator":1e999,"denominator":1}}]',
    ],
  ])('%s is refused without throwing', (_, text) => {
    expect(readOcf(file(text)).ok).toBe(false)
  })
})
