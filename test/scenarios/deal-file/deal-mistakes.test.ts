import { describe, expect, test } from 'vitest'
import { dealMethodCodes } from '../../../scenarios/diagnostics/codes-deal-methods.ts'
import { dealValueCodes } from '../../../scenarios/diagnostics/codes-deal-value.ts'
import { dealCodes } from '../../../scenarios/diagnostics/codes-deal.ts'
import { loadDeal, renderDiagnostics } from '../../../scenarios/index.ts'
import { codesOf, loadText } from './load-text.ts'

const head = 'froth: deal/1\ncommon: { Ada: 4M, Ben: 4M }\n'
const series = `${head}series:\n  - { name: Seed, shares: 1M, price: $1 }\n  - { name: A, shares: 1M, price: $2 }\n`
const valued = (method: string): string => `${head}valuation:\n  ${method}\n`
const exitPlan = (text: string): string => valued(`vc_method: { years: 5, required_return: 40%/year${text} }`)
const later = '{ amount: $5M, year: 2, required_return: 30%/year }'
const flows = (text: string): string => valued(`cash_flows: { flows: [$1M, $2M], discount: 20%/year${text} }`)
const round = `${head}rounds:\n  - { name: A, amount: $5M, pre_money: $20M }\n`

/** What is wrong, the file, its codes, and what the first message must name. */
const mistakes: readonly (readonly [string, string, readonly string[], string])[] = [
  ['a file of another kind', 'froth: cost/1\nmodel: { params: 7B }\n', ['F123'], 'froth: deal/1'],
  ['a file without a version', 'common: { Ada: 4M }\n', ['F123'], 'froth: deal/1'],
  ['a name used twice', series.replace('name: A', 'name: Seed'), ['F124'], 'Seed'],
  ['a series called like the common shares', series.replace('name: A', 'name: common'), ['F124'], 'common'],
  [
    'a SAFE called like a round',
    `${round}safes: [{ name: A, holder: YC, amount: $1M, cap: $9M }]\n`,
    ['F124'],
    '`A`',
  ],
  ['being senior to nobody', series.replace('$2 }', '$2, senior_to: Sede }'), ['F125'], 'Sede'],
  [
    'a favour of nobody',
    `${head}safes: [{ holder: YC, amount: $1M, mfn: [SAFE 3] }, { holder: X, amount: $1M }]\n`,
    ['F125'],
    'SAFE 3',
  ],
  [
    'selling a series before its round',
    `${head}rounds:\n  - { name: A, amount: $5M, price: $1, secondary: [{ seller: Ada, buyer: X, security: B, shares: 1k, price: $1 }] }\n  - { name: B, amount: $5M, price: $1 }\n`,
    ['F125'],
    'B',
  ],
  ['a pro-rata part of a stranger', round.replace('$20M', '$20M, pro_rata: [Adda]'), ['F126'], 'Adda'],
  ['a stranger who declines', round.replace('$20M', '$20M, declines: Nobody'), ['F126'], 'Nobody'],
  [
    'two series senior to each other',
    series.replace('$1 }', '$1, senior_to: A }').replace('$2 }', '$2, senior_to: [Seed] }'),
    ['F127'],
    '`Seed` > `A` > `Seed`',
  ],
  [
    'a series senior to one that it is equal to',
    series.replace('$2 }', '$2, senior_to: Seed, pari_passu_with: Seed }'),
    ['F127'],
    '`Seed` = `A`',
  ],
  ['a series senior to itself', series.replace('$2 }', '$2, senior_to: A }'), ['F127'], '`A` > `A`'],
  ['a rank for some only', series.replace('$2 }', '$2, rank: 1 }'), ['F128'], 'Seed'],
  [
    'ranks that are not stacked as the file says',
    `${series.replace('$1 }', '$1, rank: 2 }').replace('$2 }', '$2, rank: 1 }')}seniority: stacked\n`,
    ['F128'],
    'rank 1 is not above the 2',
  ],
  [
    'ranks that are not equal as the file says',
    `${series.replace('$1 }', '$1, rank: 1 }').replace('$2 }', '$2, rank: 2 }')}seniority: pari_passu\n`,
    ['F128'],
    'pari_passu',
  ],
  [
    'a rank below one it is senior to',
    series.replace('$1 }', '$1, rank: 1, senior_to: A }').replace('$2 }', '$2, rank: 2 }'),
    ['F128'],
    'senior to `A`',
  ],
  [
    'most-favoured terms in a circle',
    `${head}safes:\n  - { name: One, holder: X, amount: $1M, mfn: true }\n  - { name: Two, holder: Y, amount: $1M, mfn: One }\n`,
    ['F129'],
    '`One` → `Two` → `One`',
  ],
  [
    'most-favoured terms of itself',
    `${head}safes: [{ name: One, holder: X, amount: $1M, mfn: [One] }]\n`,
    ['F129'],
    '`One` → `One`',
  ],
  [
    'a round before a series',
    `${head}series: [{ name: Seed, shares: 1M, price: $1, date: 2024-06-01 }]\nrounds: [{ name: A, date: 2024-05-31, amount: $5M, price: $2 }]\n`,
    ['F130'],
    'A (2024-05-31) is before Seed (2024-06-01)',
  ],
  [
    'a note that is due before it was made',
    `${head}notes: [{ holder: X, principal: $1M, date: 2024-06-01, maturity: 2024-01-01 }]\n`,
    ['F130'],
    'Note 1: maturity',
  ],
  [
    'an exit before the last round',
    `${round.replace('name: A,', 'name: A, date: 2024-06-01,')}exit: { date: 2024-01-01 }\n`,
    ['F130'],
    'exit (2024-01-01)',
  ],
  ['an empty table', 'froth: deal/1\n', ['F131'], 'nobody'],
  ['a table of nothing', 'froth: deal/1\ncommon: { Ada: 0 }\n', ['F131'], 'nobody'],
  ['a round without price and value', round.replace(', pre_money: $20M', ''), ['F132'], '`A`'],
  ['price and value', round.replace('$20M', '$20M, price: $2'), ['F133'], 'rounds[0].price'],
  [
    'values that do not fit',
    round.replace('$20M', '$20M, post_money: $26M'),
    ['F133'],
    'rounds[0].post_money',
  ],
  [
    'money that is not shares × price',
    series.replace('$2 }', '$2, amount: $3M }'),
    ['F133'],
    'series[1].amount',
  ],
  [
    'a conversion price and a ratio',
    series.replace('$2 }', '$2, conversion_price: $1, conversion_ratio: 2 }'),
    ['F133'],
    'conversion_ratio',
  ],
  ['a series of unknown price', series.replace(', price: $2', ''), ['F134'], '`A`'],
  ['a series of unknown size', series.replace('shares: 1M, price: $2', 'price: $2'), ['F134'], '`A`'],
  [
    'interest without dates',
    `${round}notes: [{ holder: X, principal: $1M, interest: 5%/year }]\n`,
    ['F135', 'F135'],
    'Note 1',
  ],
  [
    'a note after the last round without an exit date',
    `${round.replace('name: A,', 'name: A, date: 2024-01-01,')}notes: [{ holder: X, principal: $1M, interest: 5%/year, date: 2024-06-01 }]\n`,
    ['F135'],
    'exit',
  ],
  [
    'dividends without an exit date',
    `${head}series: [{ name: Seed, shares: 1M, price: $1, date: 2024-06-01, dividend: { rate: 8%/year } }]\n`,
    ['F135'],
    'exit',
  ],
  [
    'commas inside braces',
    'froth: deal/1\ncommon: { Ada: 4,000,000, Ben: 4,500,000 }\n',
    ['F136', 'F136'],
    'comma',
  ],
  [
    'post-money beside dollars invested',
    round.replace('pre_money: $20M', 'post_money: $25M, convention: dollars_invested'),
    ['F137'],
    'dollars_invested',
  ],
  [
    'amount above post-money',
    round.replace('pre_money: $20M', 'post_money: $5M'),
    ['F218'],
    'rounds[0].amount',
  ],
  ['negative common shares', 'froth: deal/1\ncommon: { Ada: 4M, Ben: -1M }\n', ['F231'], 'common, Ben'],
  [
    'negative shares beside a holder that is not understood',
    'froth: deal/1\ncommon: { Ada: many, Ben: -1M }\n',
    ['F201', 'F231'],
    'common.Ada',
  ],
  [
    'negative options and pools',
    `${head}options: { granted: [{ holder: Cy, shares: -5 }], promised: -1, available: -2 }\n`,
    ['F231', 'F231', 'F231'],
    'Cy',
  ],
  ['a series of negative shares', series.replace('1M, price: $2', '-1M, price: $2'), ['F231'], 'A'],
  ['a date that is none', round.replace('name: A,', 'name: A, date: 2024-02-30,'), ['F232'], '2024-02-30'],
  [
    'a cap below its own money',
    `${head}safes: [{ holder: YC, amount: $2M, cap: $2M }]\n`,
    ['F233'],
    'SAFE 1: the cap $2M is not above the $2M',
  ],
  [
    'a cap below the money of all at it',
    `${head}safes: [{ holder: X, amount: $1M, cap: $2M }, { holder: Y, amount: $1.5M, cap: $2M }]\n`,
    ['F233'],
    'SAFE 1, SAFE 2: the cap $2M is not above the $2.5M',
  ],
  [
    'SAFEs that own the whole company',
    `${head}safes: [{ holder: X, amount: $3M, cap: $5M }, { holder: Y, amount: $4M, cap: $10M }]\n`,
    ['F234'],
    'SAFE 1, SAFE 2 would own 100%',
  ],
  [
    'a note that comes to the whole company with its interest',
    `${head}notes: [{ holder: X, principal: $1M, cap: $1.1M, cap_type: post_money, interest: 10%/year, date: 2020-01-01 }]\nexit: { date: 2022-01-01 }\n`,
    ['F234'],
    'Note 1 would own 109.',
  ],
  ['costs that take everything', `${head}exit: { costs_share: 100% }\n`, ['F203'], 'exit.costs_share'],
  ['a pool over 100 %', round.replace('$20M', '$20M, pool: { target: 120% }'), ['F235'], '120%'],
  ['a pool that leaves nothing', round.replace('$20M', '$20M, pool: { target: 80% }'), ['F235'], 'below 80%'],
  [
    'holders that do not add up',
    series.replace('$2 }', '$2, holders: { X: 600k, Y: 300k } }'),
    ['F236'],
    '900k shares of 1M',
  ],
  [
    'more sold than held',
    round.replace('$20M', '$20M, secondary: [{ seller: Ada, buyer: X, shares: 5M, price: $1 }]'),
    ['F237'],
    '`Ada` sells 5M shares of common and has 4M',
  ],
  [
    'sold twice',
    `${head}rounds:\n  - { name: A, amount: $5M, price: $1, secondary: [{ seller: Ada, buyer: X, shares: 3M, price: $1 }] }\n  - { name: B, amount: $5M, price: $1, secondary: [{ seller: Ada, buyer: X, shares: 3M, price: $1 }] }\n`,
    ['F237'],
    'has 1M',
  ],
  [
    'a cap on participation below the preference',
    round.replace('$20M', '$20M, liquidation_multiple: 2x, participation: 1.5x'),
    ['F238'],
    '1.5x is below the preference of 2x',
  ],
  [
    'probabilities of 90 %',
    `${round}valuation: { scenarios: [{ name: Sale, price: $1M, probability: 90%, time: 1 year }] }\n`,
    ['F239'],
    '90%',
  ],
  [
    'a First Chicago method of 90 %',
    valued(
      'first_chicago: { years: 5, discount: 30%/year, scenarios: [{ name: Sale, value: $9M, probability: 90% }] }',
    ),
    ['F239'],
    '90%',
  ],
  ['an exit without a value', exitPlan(''), ['F138'], '`vc_method` needs one of exit_value, net_income + pe'],
  ['an exit valued twice', exitPlan(', exit_value: $9M, revenue: $3M, multiple: 3x'), ['F133'], 'exit_value'],
  ['earnings without their multiple', exitPlan(', net_income: $3M'), ['F101'], 'pe'],
  ['an exit value without a unit', exitPlan(', exit_value: 9000000'), ['F210'], 'exit_value'],
  [
    'a later round after the exit',
    exitPlan(`, exit_value: $90M, later_rounds: [${later.replace('2', '6')}]`),
    ['F243'],
    'year 6',
  ],
  [
    'later rounds out of order',
    exitPlan(`, exit_value: $90M, later_rounds: [${later}, ${later.replace('2', '1')}]`),
    ['F243'],
    'between 2 and the exit in 5',
  ],
  [
    'later rounds that take the whole company',
    exitPlan(`, exit_value: $10M, later_rounds: [${later}]`),
    ['F244'],
    'need 109.9% of the $10M',
  ],
  [
    'a required return without its time',
    exitPlan(', exit_value: $9M').replace('40%/year', '40%'),
    ['F211'],
    'required_return',
  ],
  [
    'a later round of no year',
    exitPlan(', exit_value: $90M, later_rounds: [{ amount: $1M, required_return: 30%/year }]'),
    ['F101'],
    'year',
  ],
  ['growth as fast as the discount', flows(', growth: 20%/year'), ['F245'], '20%/year'],
  ['flows without an end', flows(''), ['F138'], 'growth, exit_multiple'],
  ['flows that both grow and are sold', flows(', growth: 2%/year, exit_multiple: 5x'), ['F133'], 'growth'],
  ['a multiple of a loss', flows(', exit_multiple: 5x').replace('$2M', '-$2M'), ['F101'], 'exit_metric'],
  ['no flows', flows(', growth: 2%/year').replace('$1M, $2M', ''), ['F101'], 'flows'],
  ['comparables of nothing', valued('comparables: { multiples: [3x] }'), ['F138'], 'arr, revenue'],
  [
    'comparables of two things',
    valued('comparables: { arr: $1M, ebitda: $1M, multiples: [3x] }'),
    ['F133'],
    'arr',
  ],
  [
    'comparables without multiples',
    valued('comparables: { arr: $1M }'),
    ['F138'],
    'multiples, low + mid + high',
  ],
  ['a range without its middle', valued('comparables: { arr: $1M, low: 3x, high: 5x }'), ['F101'], 'mid'],
  [
    'a range that falls',
    valued('comparables: { arr: $1M, low: 3x, mid: 2x, high: 5x }'),
    ['F246'],
    'comparables.mid',
  ],
  ['a misspelled method', valued('comparable: { arr: $1M }'), ['F104'], 'comparable'],
  [
    'a discount of everything',
    `${head}safes: [{ name: Big, holder: X, amount: $1M, discount: 100% }]\n`,
    ['F240'],
    'Big',
  ],
  ['investors above the round', round.replace('$20M', '$20M, investors: { X: $6M }'), ['F241'], '$6M'],
  ['a round without an amount', round.replace('amount: $5M, ', ''), ['F101'], 'amount'],
  [
    'an amount that pro rata leaves open',
    round.replace('amount: $5M', 'investors: { X: $5M }, pro_rata: Ada'),
    ['F101'],
    'amount',
  ],
  ['a series without a name', series.replace('name: A, ', ''), ['F101'], 'name'],
  [
    'interest without its time',
    `${head}notes: [{ holder: X, principal: $1M, interest: 5% }]\n`,
    ['F211'],
    'interest',
  ],
  ['money without a unit', round.replace('$20M', '20000000'), ['F210'], 'pre_money'],
  ['a misspelled field', round.replace('pre_money', 'premoney'), ['F104'], 'premoney'],
  ['a misspelled participation', round.replace('$20M', '$20M, participation: ful'), ['F105'], 'ful'],
  ['another currency', round.replace('$20M', '€20M'), ['F213'], 'pre_money'],
  ['a number too large', 'froth: deal/1\ncommon: { Ada: 1e300 }\n', ['F203'], 'common.Ada'],
  ['infinite shares', 'froth: deal/1\ncommon: { Ada: .inf }\n', ['F202'], 'common.Ada'],
  ['holders as a list', 'froth: deal/1\ncommon: [Ada]\n', ['F103'], 'common'],
  ['rounds as fields', `${head}rounds: { name: A }\n`, ['F103'], 'rounds'],
  [
    'a field of a holder that is none',
    'froth: deal/1\ncommon: { Ada: { shares: 4M, payed: $1 } }\n',
    ['F104'],
    'payed',
  ],
  ['a holder without shares', 'froth: deal/1\ncommon: { Ada: { paid: $1 } }\n', ['F101'], 'shares'],
  ['a name with a control character', 'froth: deal/1\ncommon: { "A\\e[31m": 4M }\n', ['F220'], 'common'],
  ['a prototype', 'froth: deal/1\n__proto__: { a: 1 }\ncommon: { Ada: 4M }\n', ['F011'], '__proto__'],
  ['an empty text', '', ['F002'], 'empty'],
  ['a list', '- 1\n', ['F015'], 'field: value'],
  ['deep nesting', `froth: deal/1\ncommon: ${'['.repeat(500)}`, ['F007'], ''],
]

describe('bad input', () => {
  test.each(mistakes)('%s is named', async (_, text, expected, named) => {
    const loaded = await loadText(text)
    if (loaded.ok) throw new Error('the mistake went unseen')
    expect(loaded.reason).toBe('content')
    expect(loaded.diagnostics.map(({ code }) => code)).toEqual(expected)
    expect(loaded.diagnostics[0].message).toContain(named)
  })

  test('every code of deal files is caused here, but for rounds that do not work out', () => {
    const caused = new Set(mistakes.flatMap(([, , codes]) => codes))
    const ours = Object.keys({ ...dealCodes, ...dealValueCodes, ...dealMethodCodes })
    expect(ours.filter((code) => !caused.has(code))).toEqual(['F242'])
  })

  test('mistakes come out of one pass, each in its place', async () => {
    const loaded = await loadText(
      `${head}safes:\n  - { holder: YC, amount: $2M, cap: $1M }\nrounds:\n  - { name: A, amount: $5M, pool: { target: 150% } }\nexitt: 3\n`,
    )
    if (loaded.ok) throw new Error('four mistakes went unseen')
    expect(
      loaded.diagnostics.map(({ code, range }) => [code, range?.start.line, range?.start.column]),
    ).toEqual([
      ['F233', 4, 37],
      ['F132', 6, 5],
      ['F235', 6, 45],
      ['F104', 7, 1],
    ])
  })

  test('a mistake is drawn with its line, a caret and what was meant, in both languages', async () => {
    const text = series.replace('$2 }', '$2, senior_to: Sede }')
    const draw = async (language: 'en' | 'zh'): Promise<string> => {
      const loaded = await loadText(text, {}, language)
      if (loaded.ok) throw new Error('nothing is called Sede')
      return renderDiagnostics(loaded.diagnostics, loaded.sources, { language, color: false, ascii: true })
    }
    expect(await draw('en')).toContain('deal.yaml:5:50')
    expect(await draw('en')).toContain('did you mean `Seed`?')
    expect(await draw('zh')).toContain('是否想写 `Seed`？')
  })

  test('no text that is shown keeps an unfilled gap', async () => {
    for (const [, text] of mistakes)
      for (const language of ['en', 'zh'] as const) {
        const loaded = await loadText(text, {}, language)
        for (const { message, label, help } of loaded.ok ? [] : loaded.diagnostics)
          expect(`${message} ${label} ${help ?? ''}`).not.toMatch(/\{\w+\}/u)
      }
  })

  test('a method that cannot be worked out has its caret at the number', async () => {
    const text = `${head}valuation:\n  cash_flows:\n    flows: [$1M]\n    discount: 10%/year\n    growth: 12%/year\n`
    const loaded = await loadText(text)
    if (loaded.ok) throw new Error('flows grow faster than they are discounted')
    const options = { language: 'en', color: false, ascii: true } as const
    const drawn = renderDiagnostics(loaded.diagnostics, loaded.sources, options)
    expect(drawn).toContain('deal.yaml:7:13')
    expect(drawn).toMatch(/growth: 12%\/year\n.*\^{8} must be below 10%\/year/u)
  })

  test('a control character of a name never reaches the terminal', async () => {
    const loaded = await loadText(`${head}safes: [{ holder: X, amount: $1M, mfn: ["a\\e[31m"] }]\n`)
    if (loaded.ok) throw new Error('the name is none')
    const drawn = renderDiagnostics(loaded.diagnostics, loaded.sources, {
      language: 'en',
      color: true,
      ascii: true,
    })
    expect(drawn).not.toContain('\u001B[31ma')
    expect(loaded.diagnostics.map(({ code }) => code)).toEqual(['F220'])
  })

  test('a round that does not work out is refused in its place', async () => {
    const loaded = await loadText(round)
    if (!loaded.ok) throw new Error('the round is sound')
    const words = { name: 'A', reason: 'no price' }
    const refused = loaded.refuse([{ path: ['rounds', 0], problem: { code: 'F242', words } }])
    expect(refused.reason).toBe('content')
    expect(refused.diagnostics[0]).toMatchObject({ code: 'F242', range: { start: { line: 4 } } })
  })

  test('a file that cannot be read is blamed itself', async () => {
    const loaded = await loadDeal(
      { file: 'gone.yaml', flags: new Map(), language: 'en' },
      { read: () => ({ ok: false, reason: 'missing' }) },
    )
    expect(loaded).toMatchObject({ ok: false, reason: 'unreadable' })
  })
})

describe('flags', () => {
  test('that are wrong are shown as typed, and blame the command line', async () => {
    const loaded = await loadText(round, { exit: ['20M,many'] })
    if (loaded.ok) throw new Error('many is no price')
    expect(loaded.reason).toBe('flag')
    expect(loaded.diagnostics[0]).toMatchObject({ code: 'F201', file: '--exit 20M,many' })
    expect(await codesOf(round, { set: ['rounds'] })).toEqual(['F110'])
    expect(await codesOf(round, { set: ['rounds.Z.amount=$6M'] })).toEqual(['F111'])
  })
})
