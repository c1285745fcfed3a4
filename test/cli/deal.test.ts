import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleDealFile } from '../../cli/text/topics/deal-file.ts'
import { cleanUpAfterwards, runFroth, scratch, type Call, type Ended } from './run-froth.ts'

cleanUpAfterwards()

const folder = scratch()
const put = (name: string, content: string): void => writeFileSync(join(folder, name), content)
put('acme.yaml', exampleDealFile)
put('negative.yaml', exampleDealFile.replace('Ada: 4M', 'Ada: -4M'))
put('eaten.yaml', exampleDealFile.replace('amount: $500k, cap: $5M', 'amount: $11M, discount: 20%'))
put(
  'field.yaml',
  `${exampleDealFile}valuation:
  vc_method: { exit_value: $200M, years: 5, required_return: 40%/year }
  comparables: { arr: $6M, multiples: [4x, 8x, 12x] }
`,
)
put('flows.csv', 'date,amount\n2020-01-01,-100\n2021-01-01,110\n')
mkdirSync(join(folder, 'empty'))

const deal = (args: readonly string[], call: Call = {}): Promise<Ended> =>
  runFroth(['deal', ...args], { cwd: folder, ...call })

interface Document {
  readonly schema: string
  readonly stages: readonly { readonly round: string | null; readonly fullyDilutedShares: number }[]
  readonly exits: readonly {
    readonly priceUsd: number
    readonly paidAs: string
    readonly debtUsd: number
    readonly holders: readonly {
      readonly holder: string
      readonly amountUsd: number
      readonly moic: number
    }[]
  }[]
  readonly values: readonly { readonly method: string; readonly overvaluation: number }[]
  readonly next: readonly string[]
}
const documentOf = async (args: readonly string[], call: Call = {}): Promise<Document> => {
  const ended = await deal([...args, '--json'], call)
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(ended.stdout) as Document
}

describe('froth deal', () => {
  it('prints tables, payouts, breakpoints, fair values and multiples in 80 columns, in Chinese too', async () => {
    const page = await deal(['acme.yaml'], { environment: { COLUMNS: '80' } })
    expect(page).toMatchObject({ code: 0, stderr: '' })
    expect(page.stdout).toMatch(
      /CAP TABLE AT THE START[\s\S]*AFTER Series A[\s\S]*AFTER Series B[\s\S]*PAYOUTS BY CLASS[\s\S]*WHO GETS[\s\S]*BREAKPOINTS[\s\S]*FAIR VALUE[\s\S]*contract-based[\s\S]*PAYOUTS BY HOLDER[\s\S]*MONEY MULTIPLE[\s\S]*next/u,
    )
    expect(Math.max(...page.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect((await deal(['acme.yaml', '--lang', 'zh'])).stdout).toContain('各持有人所得')
  })

  it('is one JSON document with raw numbers and names', async () => {
    const document = await documentOf(['acme.yaml'])
    expect(document.schema).toBe('froth.deal/1')
    expect(document.stages.map(({ round }) => round)).toEqual([null, 'Series A', 'Series B'])
    expect(document.exits.map(({ priceUsd }) => priceUsd)).toEqual([20e6, 60e6, 1e9])
    for (const { priceUsd, debtUsd, holders } of document.exits) {
      const paid = holders.reduce((sum, { amountUsd }) => sum + amountUsd, debtUsd)
      expect(paid / priceUsd).toBeCloseTo(1, 12)
    }
    expect(document.values.map(({ method }) => method)).toEqual(['option_pricing', 'contract_based'])
  })

  it('pays out at the prices that --exit names, and as a listing with --listing', async () => {
    const { exits, next } = await documentOf(['acme.yaml', '--exit', '30M,1.5B'])
    expect(exits.map(({ priceUsd }) => priceUsd)).toEqual([30e6, 1.5e9])
    expect(next).toEqual(['froth deal acme.yaml --exit 30M,1.5B --listing'])
    const listed = await documentOf(['acme.yaml', '--listing'])
    expect(listed.exits.map(({ paidAs }) => paidAs)).toEqual(['listing', 'listing', 'listing'])
  })

  it('names sensible prices of its own for a file that has none', async () => {
    const text = exampleDealFile.replace('prices: [$20M, $60M, $1B], ', '')
    const { exits } = await documentOf(['-'], { input: text })
    const prices = exits.map(({ priceUsd }) => priceUsd)
    expect(prices.length).toBeGreaterThanOrEqual(5)
    expect(prices).toContain(50e6)
    expect(prices.toSorted((a, b) => a - b)).toEqual(prices)
  })

  it('lays --set over the file', async () => {
    const { stages } = await documentOf(['acme.yaml', '--set', 'rounds.Series A.pre_money=$24M'])
    const plain = await documentOf(['acme.yaml'])
    expect(stages[1].fullyDilutedShares).toBeLessThan(plain.stages[1].fullyDilutedShares)
  })

  it('prints tables for other programs and a memo in Markdown', async () => {
    const csv = await deal(['acme.yaml', '--csv'])
    expect(csv.stdout.split('\n')[0]).toMatch(/^exit_price_usd,paid_as,holder,class,/u)
    expect((await deal(['acme.yaml', '--plain'])).stdout).toMatch(/^exit_price_usd\tpaid_as\t/u)
    expect((await deal(['acme.yaml', '--format', 'md'])).stdout).toMatch(/^# Acme\n[\s\S]*\n\| exit at \|/u)
  })

  it('draws a football field for the methods that the file or a flag gives numbers to', async () => {
    expect((await deal(['acme.yaml'])).stdout).not.toContain('FOOTBALL FIELD')
    for (const columns of ['80', '44']) {
      const { stdout } = await deal(['field.yaml'], { environment: { COLUMNS: columns } })
      expect(stdout).toMatch(/FOOTBALL FIELD[\s\S]*headline \$50M[\s\S]*venture capital[\s\S]*comparables/u)
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(Number(columns))
    }
    expect((await deal(['field.yaml', '--lang', 'zh'])).stdout).toContain('估值区间图')
    expect((await deal(['field.yaml', '--csv'])).stdout).toMatch(/,comparables,36000000,48000000,60000000,/u)
    const args = ['field.yaml', '--json', '--set', 'valuation.comparables.arr=$7M']
    expect(JSON.parse((await deal(args)).stdout)).toMatchObject({
      footballField: {
        headlineUsd: 50e6,
        bars: [{}, {}, {}, { method: 'comparables', lowUsd: 42e6, baseUsd: 56e6, highUsd: 70e6 }],
      },
    })
  })

  it('names what a method of the football field lacks, with its line', async () => {
    const ended = await deal(['field.yaml', '--set', 'valuation.cash_flows.discount=20%/year'])
    expect(ended.code).toBe(2)
    put('lacking.yaml', `${exampleDealFile}valuation:\n  comparables: { arr: $6M }\n`)
    const lacking = await deal(['lacking.yaml'])
    expect(lacking.code).toBe(3)
    expect(lacking.stderr).toMatch(/F138[\s\S]*lacking\.yaml:\d+:3[\s\S]*\^/u)
  })

  it('writes a file once, and again only when forced', async () => {
    const args = ['acme.yaml', '--json', '-o', 'deal.json']
    expect(await deal(args)).toMatchObject({ code: 0, stdout: '' })
    expect(readFileSync(join(folder, 'deal.json'), 'utf8')).toContain('froth.deal/1')
    expect((await deal(args)).code).toBe(6)
    expect((await deal([...args, '--force'])).code).toBe(0)
  })

  it('takes dated cash flows instead of a deal, and nothing beside them', async () => {
    const ended = await deal(['--returns', 'flows.csv'])
    expect(ended.code).toBe(0)
    expect(ended.stdout).toContain('10.0')
    expect(await deal(['acme.yaml', '--returns', 'flows.csv'])).toMatchObject({ code: 2 })
  })
})

describe('a round that cannot be done', () => {
  const head = 'froth: deal/1\ncommon: { Ada: 4M }\n'
  const discounted = `${head}safes: [{ name: S1, holder: H, amount: $5M, discount: 20% }]\nrounds: [{ name: A, pre_money: $4M, amount: $2M }]\n`
  const ratcheted = `${head}series: [{ name: Seed, shares: 2M, price: $2.50, anti_dilution: full_ratchet }]\nrounds: [{ name: A, post_money: $6M, amount: $2M }]\n`
  const overfull = `${head}rounds: [{ name: A, pre_money: $4M, amount: $2M, investors: { Fund: $2M }, pro_rata: [Ada] }]\n`

  it.each([
    [discounted, 'en', 'S1 ($5M at 20% off) takes $6.25M of a $4M pre-money'],
    [discounted, 'en', 'raise `pre_money` above $6.25M, or lower the `discount` of S1'],
    [discounted, 'zh', '将 `pre_money` 提高到 $6.25M 以上，或降低 S1 的 `discount`'],
    [ratcheted, 'en', 'the anti-dilution of Seed takes $5M of a $4M pre-money'],
    [ratcheted, 'en', 'raise `post_money` above $7M, or write `waives_anti_dilution: true`'],
    [ratcheted, 'zh', 'Seed 的反稀释占 $5M'],
    [overfull, 'en', 'F241] `A`: the investors put in $4M (Ada $2M pro rata, Fund $2M), the round is $2M'],
    [overfull, 'en', 'take a name out of `pro_rata`'],
    [overfull, 'zh', 'Ada $2M（按比例）、Fund $2M'],
    [discounted.replace('$4M, amount', '$6.2501M, rounding: 2 decimals, amount'), 'en', 'write `rounding: '],
  ] as const)('names who takes what, and the fields to change (%#)', async (file, lang, said) => {
    put('undone.yaml', file)
    const ended = await deal(['undone.yaml', '--lang', lang])
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain(said)
    expect(ended.stderr).not.toMatch(/solveRound|roundPrice|Usd/u)
  })
})

it('warnings go to standard error, and not at all when only errors are wanted', async () => {
  put('half.yaml', exampleDealFile.replace('Ben: 4M', 'Ben: 0.5'))
  expect((await deal(['half.yaml'])).stderr).toContain('warning[F322]')
  expect(await deal(['half.yaml', '-q'])).toMatchObject({ code: 0, stderr: '' })
})

describe('Open Cap Table Format', () => {
  it('is written into a folder, and comes back as the company after its last round', async () => {
    expect(await deal(['acme.yaml', '--format', 'ocf', '-o', 'acme-ocf'])).toMatchObject({
      code: 0,
      stdout: '',
    })
    const [plain, back] = await Promise.all([
      documentOf(['acme.yaml', '--exit', '60M', '--set', 'exit.debt=$0']),
      documentOf(['acme-ocf', '-q', '--exit', '60M']),
    ])
    const fromManifest = await documentOf(['acme-ocf/Manifest.ocf.json', '-q', '--exit', '60M'])
    for (const document of [back, fromManifest]) {
      expect(document.stages).toHaveLength(1)
      const payout = (of: Document, holder: string): number =>
        of.exits[0].holders.find((one) => one.holder === holder)?.amountUsd ?? Number.NaN
      for (const holder of ['Ada', 'Angel', 'Fund One', 'new investors'])
        expect(payout(document, holder) / payout(plain, holder)).toBeCloseTo(1, 6)
    }
  })

  it('says on standard error what a package cannot hold, in both languages, unless quiet', async () => {
    const ended = await deal(['acme.yaml', '--format', 'ocf'])
    expect(ended.stderr).toMatch(/not in OCF: terms of the exit \(prices[\s\S]*agreed in Series A, Series B/u)
    expect((await deal(['acme.yaml', '--format', 'ocf', '--lang', 'zh'])).stderr).toContain('OCF 无法保存')
    expect((await deal(['acme.yaml', '--format', 'ocf', '-q'])).stderr).toBe('')
    put('own.ocf.json', ended.stdout)
    expect((await deal(['own.ocf.json', '--exit', '60M'])).stderr).toBe('')
  })

  it('is one array in a pipe, which reads back too', async () => {
    const ended = await deal(['acme.yaml', '--format', 'ocf'])
    put('one.ocf.json', ended.stdout)
    expect((await documentOf(['one.ocf.json', '-q'])).stages).toHaveLength(1)
  })

  it('that is not sound ends with 3, a folder without a file too, and a flag over what it says with 2', async () => {
    put('broken.json', '[{ "object_type": ')
    expect((await deal(['broken.json'])).code).toBe(3)
    const empty = await deal(['empty'])
    expect(empty).toMatchObject({ code: 3 })
    expect(empty.stderr).toContain('there are no OCF files (*.json) in empty')
    const over = await deal(['one.ocf.json', '--set', 'name=Other'])
    expect(over.code).toBe(2)
    expect(over.stderr).toContain('exit and valuation only')
  })
})

describe('what cannot be worked out', () => {
  const cases: readonly (readonly [string, number, RegExp, readonly string[]])[] = [
    ['a missing file operand', 2, /needs FILE/u, []],
    ['a price that is none', 2, /abc/u, ['acme.yaml', '--exit', '20M,abc']],
    ['a flag of another command', 2, /--gpu/u, ['acme.yaml', '--gpu', 'h100']],
    ['an axis that is none', 2, /log, linear/u, ['acme.yaml', '--axis', 'lin']],
    ['negative shares', 3, /Ada/u, ['negative.yaml']],
    ['a round whose value is eaten by discounts', 3, /F242[\s\S]*Series A/u, ['eaten.yaml']],
    ['a file that is not there', 6, /cannot read/u, ['nowhere.yaml']],
  ]
  it.each(cases)('%s ends with %i and is named', async (_, code, said, args) => {
    const ended = await deal(args)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toMatch(said)
    expect(ended.stderr).not.toMatch(/at .*\.js:\d+|RangeError/u)
    expect(ended.stdout).toBe('')
  })

  it('is one JSON document where JSON was asked for', async () => {
    const ended = await deal(['eaten.yaml', '--json'])
    expect(ended.code).toBe(3)
    expect(JSON.parse(ended.stdout)).toMatchObject({ schema: 'froth.check/1', ok: false, exitCode: 3 })
  })

  it('has a did-you-mean for what was nearly the command or a flag', async () => {
    expect((await runFroth(['dael', 'x.yaml'])).stderr).toContain('did you mean `deal`?')
    expect((await runFroth(['waterfall'])).stderr).toContain('did you mean `deal`?')
    expect((await deal(['acme.yaml', '--exits', '1M'])).stderr).toContain('did you mean `--exit`?')
  })
})

describe('help', () => {
  it('has a page on the command and one on deal files, in both languages', async () => {
    for (const lang of ['en', 'zh']) {
      expect((await runFroth(['deal', '-h', '--lang', lang])).stdout).toContain('froth deal --returns')
      expect((await runFroth(['help', 'deal-file', '--lang', lang])).stdout).toContain('froth: deal/1')
    }
    expect((await runFroth(['schema', 'deal'])).stdout).toContain('"$schema"')
  })
})
