import { describe, expect, test } from 'vitest'
import { cashFlowCodes } from '../../scenarios/diagnostics/codes-cash-flow.ts'
import { costCodes } from '../../scenarios/diagnostics/codes-cost.ts'
import { dealMethodCodes } from '../../scenarios/diagnostics/codes-deal-methods.ts'
import { dealWarningCodes } from '../../scenarios/diagnostics/codes-deal-warning.ts'
import { dealValueCodes } from '../../scenarios/diagnostics/codes-deal-value.ts'
import { dealCodes } from '../../scenarios/diagnostics/codes-deal.ts'
import { ocfCodes } from '../../scenarios/diagnostics/codes-ocf.ts'
import { codes } from '../../scenarios/diagnostics/codes.ts'
import type { LoadRequest } from '../../scenarios/index.ts'
import { codesIn, loadText } from './in-memory.ts'

interface Mistake {
  readonly text: string | Uint8Array
  readonly codes: readonly string[]
  readonly request?: Partial<LoadRequest>
  readonly files?: Readonly<Record<string, string>>
}

const company = 'froth: 1\ncompany: { direction: platform_builder, industry: media, cash: $9M, '
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)

const mistakes: Readonly<Record<string, Mistake>> = {
  'a zip archive': { text: bytes(0x50, 0x4b, 3, 4, 0, 0, 1), codes: ['F001'] },
  'invalid UTF-8': { text: bytes(0x66, 0xff, 0xfe, 0x0a), codes: ['F001'] },
  'UTF-16': { text: new Uint8Array(Buffer.from('froth: 1\n', 'utf16le')), codes: ['F001'] },
  'an empty file': { text: '', codes: ['F002'] },
  'white space and comments only': { text: '\uFEFF \n# nothing\n', codes: ['F002'] },
  'more than 1 MiB': { text: 'x'.repeat(1_100_000), codes: ['F003'] },
  'a file that is not there': { text: '', request: { scenario: 'b.yaml' }, codes: ['F004'] },
  'an open quote': { text: 'froth: 1\nname: "x\n', codes: ['F005'] },
  'an open bracket': { text: 'froth: 1\nmarket: { demand: 1\n', codes: ['F005'] },
  'a value that starts with @': { text: 'froth: 1\nname: @x\n', codes: ['F005'] },
  'two documents': { text: 'froth: 1\n---\nname: b\n', codes: ['F006'] },
  'deep nesting': { text: `froth: 1\nname: ${'['.repeat(40)}\n`, codes: ['F007'] },
  'a circular alias': { text: 'froth: 1\nname: &a [*a]\n', codes: ['F008'] },
  'an alias of nothing': { text: 'froth: 1\nname: *a\n', codes: ['F009'] },
  'a field given twice': { text: 'froth: 1\nname: a\nname: b\n', codes: ['F010'] },
  'keys of the prototype and merge keys': {
    text: 'froth: 1\n__proto__: { a: 1 }\nconstructor: 1\nprototype: 2\n<<: { runs: 3 }\n',
    codes: ['F011', 'F011', 'F011', 'F011'],
  },
  'a tag that would run code': { text: "froth: 1\nname: !!js/function 'x'\n", codes: ['F012'] },
  'a list as a key': { text: 'froth: 1\n? [a]\n: 1\n', codes: ['F013'] },
  'a tab as indentation': { text: 'froth: 1\nmarket:\n\tdemand: 1\n', codes: ['F014'] },
  'no space after the colon': { text: 'froth:1\nseed:42\n', codes: ['F015'] },
  'a list at the top': { text: '- froth\n', codes: ['F015'] },
  'full-width punctuation': {
    text: 'froth：1\nmarket: ｛ demand: 2，entry: 1 ｝\nname: “x”\n',
    codes: Array(5).fill('F017'),
  },
  'an ideographic space as indentation': { text: 'froth: 1\nmarket:\n　demand: 2\n', codes: ['F017'] },
  'an escape sequence': { text: 'froth: 1\nname: a\u001B[31m\n', codes: ['F018'] },
  'a company without cash': {
    text: 'froth: 1\ncompany: { direction: platform_builder, industry: media }\n',
    codes: ['F101'],
  },
  'no version': { text: 'name: x\n', codes: ['F102'] },
  'a later version': { text: 'froth: 2\n', codes: ['F102'] },
  'a value where fields belong': { text: 'froth: 1\nmarket: 3\nshocks: x\n', codes: ['F103', 'F103'] },
  'unknown fields': { text: 'froth: 1\nburn: 1\nmarket: { discipine: 0.4 }\n', codes: ['F104', 'F104'] },
  'an unknown word': { text: 'froth: 1\nshocks: [{ shock: gpu_shortag, month: 3 }]\n', codes: ['F105'] },
  'extends of nothing': { text: 'froth: 1\nextends: bubbel\n', codes: ['F106'] },
  'circular extends': {
    text: 'froth: 1\nextends: b.yaml\n',
    files: { 'b.yaml': 'froth: 1\nextends: a.yaml\n' },
    codes: ['F107'],
  },
  'extends of itself': { text: 'froth: 1\nextends: a.yaml\n', codes: ['F107'] },
  'extends above the folder': { text: 'froth: 1\nextends: ../b.yaml\n', codes: ['F108'] },
  'extends of an absolute path': { text: 'froth: 1\nextends: /etc/passwd\n', codes: ['F108'] },
  'extends of a Windows path': { text: 'froth: 1\nextends: C:\\b.yaml\n', codes: ['F108'] },
  'a long chain of extends': {
    text: 'froth: 1\nextends: f1.yaml\n',
    files: Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`f${i}.yaml`, `froth: 1\nextends: f${i + 1}.yaml\n`]),
    ),
    codes: ['F109'],
  },
  'a flag without =': {
    text: 'froth: 1\n',
    request: { sets: ['market.demand', '=3', 'market.demand='] },
    codes: ['F110', 'F110', 'F110'],
  },
  'sources of no field': { text: 'froth: 1\nsources: { market.discpline: x }\n', codes: ['F111'] },
  'sources without a source': {
    text: 'froth: 1\nsources: { market.demand: { low: 1 }, seed: "" }\n',
    codes: ['F101', 'F220'],
  },
  'a list too short': { text: 'froth: 1\ncustomers: { threshold: [1, 2] }\n', codes: ['F113'] },
  'a label that is none': { text: 'froth: 1\ncustomers: { threshold: { helthcare: 1 } }\n', codes: ['F104'] },
  'a gate that is none': { text: 'froth: 1\nexpect: [survive]\n', codes: ['F114'] },
  'allowing an error': { text: 'froth: 1\nallow: [F104]\n', codes: ['F115'] },
  'a field without a value': { text: 'froth: 1\nruns:\n', codes: ['F116'] },
  'a number that is none': { text: 'froth: 1\nruns: many\n', codes: ['F201'] },
  'NaN and infinity': { text: 'froth: 1\nmarket: { demand: .nan, entry: .inf }\n', codes: ['F202', 'F202'] },
  'values outside their limits': {
    text: 'froth: 1\nhorizon: 0\nruns: 0\nseed: -1\nmarket: { herding: -0.2, discipline: 45, demand: -1 }\n',
    codes: Array(6).fill('F203'),
  },
  'a broken number of runs': { text: 'froth: 1\nruns: 1.5\n', codes: ['F204'] },
  'yes for true': { text: 'froth: 1\nmarket: { open_weights: yes }\n', codes: ['F205'] },
  'a horizon without a unit': { text: 'froth: 1\nhorizon: 60\n', codes: ['F210'] },
  'a rate without time': { text: 'froth: 1\nstartups: { churn: 1.4% }\n', codes: ['F211'] },
  'money where time belongs': { text: 'froth: 1\nhorizon: $60\n', codes: ['F212'] },
  yuan: { text: `${company} arr: CNY 3M }\n`, codes: ['F213'] },
  'yuan or yen': { text: `${company} arr: ¥3M }\n`, codes: ['F214'] },
  'an unknown family': {
    text: 'froth: 1\nmarket: { demand: { family: gauss, mean: 1 } }\n',
    codes: ['F215'],
  },
  'a distribution with a part missing': {
    text: 'froth: 1\nmarket: { demand: { low: 1, high: 2 } }\n',
    codes: ['F215'],
  },
  'a distribution with a part too many': {
    text: 'froth: 1\nmarket: { demand: { low: 1, mid: 1, high: 2, p50: 3 } }\n',
    codes: ['F215'],
  },
  'a distribution out of order': {
    text: 'froth: 1\nmarket: { demand: { low: 3, mid: 1, high: 2 } }\n',
    codes: ['F216'],
  },
  'a spread of zero': {
    text: 'froth: 1\nmarket: { demand: { family: normal, mean: 1, sd: 0 } }\n',
    codes: ['F216'],
  },
  'an uncertain count': {
    text: `${company} team: { engineers: { low: 1, mid: 2, high: 3 } } }\n`,
    codes: ['F217'],
  },
  'an ask above its own price': {
    text: `${company} ask: { amount: $5M, post_money: $5M } }\n`,
    codes: ['F218'],
  },
  'a gate beyond the horizon': {
    text: 'froth: 1\nhorizon: 24 months\nexpect: [survival(36 months) >= 1%]\n',
    codes: ['F219'],
  },
  'a name of two lines': { text: 'froth: 1\nname: |\n  a\n  b\n', codes: ['F220'] },
  'a price of 30 times revenue': {
    text: `${company} arr: $1M, ask: { amount: $5M, post_money: $30M } }\n`,
    codes: ['F305'],
  },
  'a month of money and no ask': { text: `${company} burn: $9M/month }\n`, codes: ['F306'] },
  'a market without customers, investors or GPUs': {
    text: 'froth: 1\nmarket: { demand: 0, capital_supply: 0, gpu_supply: 0 }\n',
    codes: ['F307', 'F307', 'F307'],
  },
  'a shock after the end': { text: 'froth: 1\nshocks: [{ shock: gpu_glut, month: 120 }]\n', codes: ['F308'] },
}

describe('mistakes', () => {
  test.each(Object.entries(mistakes))('%s gives exactly its diagnostics', async (_, mistake) => {
    expect(await codesIn(mistake.text, mistake.request, mistake.files)).toEqual(mistake.codes)
  })

  test('every code has a mistake here that causes it', () => {
    const caused = new Set(Object.values(mistakes).flatMap((mistake) => mistake.codes))
    const ofOthers = {
      ...costCodes,
      ...dealCodes,
      ...dealMethodCodes,
      ...dealWarningCodes,
      ...dealValueCodes,
      ...cashFlowCodes,
      ...ocfCodes,
    }
    const ofScenarios = Object.keys(codes).filter((code) => !Object.hasOwn(ofOthers, code))
    expect(ofScenarios.filter((code) => !caused.has(code))).toEqual([])
  })

  test('mistakes of the text, the structure, the units and the flags come out of one pass, in order', async () => {
    const text =
      'froth: 1\nname: a\nname: b\nmarket: { discipine: 0.4, demand: -1 }\nhorizon: 60\nallow: [F307]\n'
    expect(await codesIn(text, { sets: ['market.entry=0', 'market.herding=x'] })).toEqual([
      'F010',
      'F104',
      'F203',
      'F210',
      'F201',
    ])
  })

  test('warnings are found beside errors and come after them', async () => {
    expect(await codesIn('froth: 1\nmarket: { demand: 0 }\nfoo: 1\n')).toEqual(['F104', 'F307'])
  })

  test('a suggestion is given within two edits and at the same level only', async () => {
    const result = await loadText(
      'froth: 1\nmarket: { discipine: 1, demnad: 1, herd: 1 }\nhering: 2\nrusn: 5\n',
    )
    const suggestions = result.ok ? [] : result.diagnostics.map(({ suggestion }) => suggestion)
    expect(suggestions).toEqual(['discipline', 'demand', undefined, undefined, 'runs'])
  })

  test('a field at the wrong level is told where it belongs', async () => {
    const result = await loadText(
      'froth: 1\ncompany: { direction: platform_builder, industry: media, cash: $1M, churn: 2 }\n',
    )
    expect(!result.ok && result.diagnostics[0]?.help).toBe('`churn` is a field of `startups`')
  })

  test('a diagnostic is plain data with a range that covers the mistake', async () => {
    const text = 'froth: 1\r\nmarket: { demand: .nan }\r\n'
    const result = await loadText(text)
    const [found] = result.ok ? [] : result.diagnostics
    expect(found).toEqual({
      code: 'F202',
      severity: 'error',
      message: '`market.demand` must be a finite number',
      label: 'not finite',
      path: 'market.demand',
      file: 'a.yaml',
      range: { start: { line: 2, column: 19, offset: 28 }, end: { line: 2, column: 23, offset: 32 } },
      help: 'written like 10x, 10',
    })
    expect(text.slice(28, 32)).toBe('.nan')
  })
})
