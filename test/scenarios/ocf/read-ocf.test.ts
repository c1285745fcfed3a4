import { describe, expect, test } from 'vitest'
import type { Deal } from '../../../engine/finance/index.ts'
import { md5 } from '../../../scenarios/ocf/md5.ts'
import type { OcfFile, OcfNote } from '../../../scenarios/ocf/ocf-file.ts'
import { readOcf } from '../../../scenarios/ocf/read-ocf.ts'
import {
  convertible,
  filesOf,
  manifestOf,
  on,
  oneFileOf,
  samplePackage,
  stock,
  type Sample,
} from './sample-package.ts'

const load = (files: readonly OcfFile[]): { readonly deal: Deal; readonly notes: readonly OcfNote[] } => {
  const result = readOcf(files)
  if (!result.ok) throw new Error(result.problems.map(({ code, message }) => `${code} ${message}`).join('\n'))
  return result
}

const after = (...transactions: readonly Sample[]): Deal => {
  const sample = samplePackage()
  sample.transactions.push(...transactions)
  return load(filesOf(sample)).deal
}

const sharesOf = (deal: Deal): Record<string, number> =>
  Object.fromEntries(deal.common.map(({ holder, shares }) => [holder, shares]))
const kindsOf = (notes: readonly OcfNote[]): readonly string[] => notes.map(({ kind }) => kind)
const usd = (amount: string): Sample => ({ amount, currency: 'USD' })

describe('reading a package', () => {
  test('common, rights, pool, series and convertibles stand as the transactions leave them', () => {
    const { deal } = load(filesOf(samplePackage()))
    expect(deal.common).toEqual([
      { holder: 'Ada Okafor', shares: 4_000_000, paidUsd: 400 },
      { holder: 'Ben Lindqvist', shares: 4_000_000, paidUsd: 400 },
    ])
    expect(deal.rights).toEqual([
      { name: 'ES-1', holder: 'Chi Tanaka', kind: 'option', shares: 300_000, strikeUsd: 0.21 },
      { name: 'W-1', holder: 'Harbor Ventures II', kind: 'warrant', shares: 50_000, strikeUsd: 2.5 },
    ])
    expect(deal.pool).toEqual({ promisedShares: 0, availableShares: 700_000 })
    expect(deal.series.map(({ name, shares, issuePriceUsd }) => [name, shares, issuePriceUsd])).toEqual([
      ['Series Seed', 1_250_000, 0.8],
      ['Series A', 2_000_000, 2.5],
    ])
    expect(deal.series[1].terms).toMatchObject({
      liquidationMultiple: 1,
      participation: 'capped',
      participationCapMultiple: 3,
      rank: 2,
    })
    expect(deal.series[0].terms).toMatchObject({
      participation: 'none',
      participationCapMultiple: Infinity,
      rank: 1,
    })
    expect(deal.convertibles).toMatchObject([
      {
        name: 'SAFE-1',
        kind: 'safe',
        amountUsd: 500_000,
        capUsd: 4e7,
        capBasis: 'post_money',
        discount: 0.2,
      },
      { name: 'NOTE-1', kind: 'note', capUsd: Infinity, interestRate: 0.06, interestCompounds: false },
    ])
  })

  test('a set of files, a manifest with its files and one array of all objects say the same', () => {
    const sample = samplePackage()
    const files = filesOf(sample)
    const { name: _, ...plain } = load(files).deal
    expect(load([oneFileOf(sample)]).deal).toMatchObject(plain)
    const listed = load([manifestOf(files), ...files]).deal
    expect(listed).toMatchObject(plain)
    expect(listed.name).toBe('Acme Robotics Inc.')
  })

  test('a file that the manifest does not name is left out and noted, a changed one is noted', () => {
    const files = filesOf(samplePackage())
    const list = files.map(({ name, text }) => ({
      filepath: name,
      md5: md5(name.startsWith('plans') ? '' : text),
    }))
    const manifest = manifestOf([], { stakeholders_files: list })
    const extra: OcfFile = { name: 'old.json', text: '[]' }
    expect(kindsOf(load([manifest, ...files, extra]).notes)).toEqual(
      expect.arrayContaining(['file_not_listed', 'md5_differs']),
    )
  })

  test('what a deal has no place for is noted, field by field and object by object', () => {
    const sample = samplePackage()
    sample.transactions.push(
      on('TX_STOCK_ACCEPTANCE', 'cs-1', '2021-01-05'),
      on('TX_VESTING_START', 'es-1', '2022-02-01'),
    )
    const { notes } = load(filesOf(sample))
    const texts = notes.map(({ message }) => message).join('\n')
    expect(texts).toContain('TX_STOCK_ACCEPTANCE')
    expect(texts).toContain('TX_VESTING_START')
    expect(texts).toContain('vesting_terms_id')
    expect(kindsOf(notes)).toEqual(expect.arrayContaining(['terms_assumed', 'protection_assumed']))
  })
})

describe('transactions', () => {
  const resulting = (...ids: readonly string[]): Sample => ({ resulting_security_ids: ids })

  test('a transfer moves shares to what it results in, and the balance stays', () => {
    const deal = after(
      stock('cs-3', '2022-05-01', 'chi', 'cs', '1000000', '0.5'),
      stock('cs-4', '2022-05-01', 'ada', 'cs', '3000000', '0.0001'),
      on('TX_STOCK_TRANSFER', 'cs-1', '2022-05-01', {
        quantity: '1000000',
        balance_security_id: 'cs-4',
        ...resulting('cs-3'),
      }),
    )
    expect(sharesOf(deal)).toEqual({
      'Ada Okafor': 3_000_000,
      'Ben Lindqvist': 4_000_000,
      'Chi Tanaka': 1_000_000,
    })
  })

  test('a repurchase without a balance leaves the rest where it is', () => {
    const deal = after(
      on('TX_STOCK_REPURCHASE', 'cs-2', '2022-05-01', { quantity: '1500000', price: usd('0.0001') }),
    )
    expect(sharesOf(deal)['Ben Lindqvist']).toBe(2_500_000)
    expect(deal.common[1].paidUsd).toBeCloseTo(250, 9)
  })

  test('a retraction undoes an issuance', () => {
    expect(after(on('TX_WARRANT_RETRACTION', 'w-1', '2023-08-01')).rights).toHaveLength(1)
  })

  test('an exercised option leaves the pool and becomes common stock', () => {
    const deal = after(
      { ...stock('cs-5', '2023-01-01', 'chi', 'cs', '100000', '0.21'), stock_plan_id: 'plan' },
      on('TX_EQUITY_COMPENSATION_EXERCISE', 'es-1', '2023-01-01', {
        quantity: '100000',
        ...resulting('cs-5'),
      }),
    )
    expect(deal.rights[0].shares).toBe(200_000)
    expect(sharesOf(deal)['Chi Tanaka']).toBe(100_000)
    expect(deal.pool.availableShares).toBe(700_000)
  })

  test('cancelled options return to the pool unless the plan retires them', () => {
    const cancel = on('TX_EQUITY_COMPENSATION_CANCELLATION', 'es-1', '2023-01-01', { quantity: '200000' })
    expect(after(cancel).pool.availableShares).toBe(900_000)
    const sample = samplePackage()
    sample.plans[0]['default_cancellation_behavior'] = 'RETIRE'
    sample.transactions.push(cancel)
    expect(load(filesOf(sample)).deal.pool.availableShares).toBe(700_000)
    sample.transactions.push(
      on('TX_STOCK_PLAN_RETURN_TO_POOL', 'es-1', '2023-01-02', { quantity: '50000', stock_plan_id: 'plan' }),
    )
    expect(load(filesOf(sample)).deal.pool.availableShares).toBe(750_000)
  })

  test('stock granted from a plan and then sold stays out of the pool', () => {
    const granted = { ...stock('rs-1', '2022-01-01', 'chi', 'cs', '40000', '0'), stock_plan_id: 'plan' }
    const sold = on('TX_STOCK_TRANSFER', 'rs-1', '2023-01-01', { quantity: '40000', ...resulting('rs-2') })
    expect(after(granted).pool.availableShares).toBe(660_000)
    const deal = after(granted, stock('rs-2', '2023-01-01', 'ben', 'cs', '40000', '1'), sold)
    expect(deal.pool.availableShares).toBe(660_000)
  })

  test('the older names of plan securities read the same', () => {
    const sample = samplePackage()
    const older = JSON.parse(
      JSON.stringify(sample).replaceAll('EQUITY_COMPENSATION', 'PLAN_SECURITY'),
    ) as typeof sample
    expect(load(filesOf(older)).deal.rights).toEqual(load(filesOf(sample)).deal.rights)
  })

  test('a pool adjustment states the whole reserve', () => {
    const adjust = {
      id: 'p',
      object_type: 'TX_STOCK_PLAN_POOL_ADJUSTMENT',
      date: '2023-06-01',
      stock_plan_id: 'plan',
      shares_reserved: '1600000',
    }
    expect(after(adjust).pool.availableShares).toBe(1_300_000)
  })

  const split = (of: string, by: string): Sample => ({
    id: `split-${of}`,
    object_type: 'TX_STOCK_CLASS_SPLIT',
    date: '2024-01-01',
    stock_class_id: of,
    split_ratio: { numerator: by, denominator: '1' },
  })

  test('a split of the common stock doubles shares, options and what preferred converts into', () => {
    const deal = after(split('cs', '2'))
    expect(sharesOf(deal)['Ada Okafor']).toBe(8_000_000)
    expect(deal.rights[0]).toMatchObject({ shares: 600_000, strikeUsd: 0.105 })
    expect(deal.pool.availableShares).toBe(1_400_000)
    expect(deal.series[0]).toMatchObject({ shares: 1_250_000, issuePriceUsd: 0.8, conversionPriceUsd: 0.4 })
  })

  test('a split of every class changes nobody’s part', () => {
    const deal = after(split('cs', '3'), split('ps', '3'), split('pa', '3'))
    for (const { issuePriceUsd, conversionPriceUsd } of deal.series)
      expect(issuePriceUsd / conversionPriceUsd).toBeCloseTo(1, 12)
    expect(deal.series[1].shares * deal.series[1].issuePriceUsd).toBeCloseTo(5e6, 6)
  })

  test('shares issued after a split are not split', () => {
    const deal = after(split('cs', '2'), stock('cs-9', '2024-02-01', 'chi', 'cs', '10', '1'))
    expect(sharesOf(deal)['Chi Tanaka']).toBe(10)
  })

  test('an adjusted conversion ratio gives the new conversion price', () => {
    const deal = after({
      id: 'r',
      object_type: 'TX_STOCK_CLASS_CONVERSION_RATIO_ADJUSTMENT',
      date: '2024-01-01',
      stock_class_id: 'pa',
      new_ratio_conversion_mechanism: {
        type: 'RATIO_CONVERSION',
        conversion_price: usd('2'),
        ratio: { numerator: '5', denominator: '4' },
        rounding_type: 'NORMAL',
      },
    })
    expect(deal.series[1].conversionPriceUsd).toBe(2)
  })

  test('converted preferred becomes common, a converted SAFE is gone', () => {
    const deal = after(
      stock('cs-6', '2024-06-01', 'seedling', 'cs', '1250000', '0'),
      on('TX_STOCK_CONVERSION', 'ps-1', '2024-06-01', {
        quantity_converted: '1250000',
        ...resulting('cs-6'),
      }),
      stock('pa-2', '2024-06-01', 'seedling', 'pa', '250000', '2'),
      on('TX_CONVERTIBLE_CONVERSION', 'safe-1', '2024-06-01', {
        trigger_id: 'next',
        reason_text: '',
        ...resulting('pa-2'),
      }),
    )
    expect(deal.series.map(({ name, shares }) => [name, shares])).toEqual([['Series A', 2_250_000]])
    expect(deal.convertibles.map(({ name }) => name)).toEqual(['NOTE-1'])
  })

  test('reissued shares stand once', () => {
    const deal = after(
      stock('cs-7', '2022-01-01', 'ada', 'cs', '4000000', '0.0001'),
      on('TX_STOCK_REISSUANCE', 'cs-1', '2022-01-01', resulting('cs-7')),
    )
    expect(sharesOf(deal)['Ada Okafor']).toBe(4_000_000)
  })
})

describe('terms', () => {
  test('seniorities that are not whole keep their order as ranks', () => {
    const sample = samplePackage()
    sample.classes[1]['seniority'] = '1.5'
    const { deal, notes } = load(filesOf(sample))
    expect(deal.series.map(({ terms }) => terms.rank)).toEqual([1, 2])
    expect(kindsOf(notes)).toContain('seniority_ranked')
  })

  test('a most-favoured SAFE may take the terms of those sold later, and that is noted', () => {
    const sample = samplePackage()
    sample.transactions.push(
      convertible('mfn', '2023-12-01', 'SAFE', '100000', { type: 'SAFE_CONVERSION', conversion_mfn: true }),
    )
    const { deal, notes } = load(filesOf(sample))
    expect(deal.convertibles.at(-1)).toMatchObject({ isMostFavoured: true, favours: ['SAFE-1', 'NOTE-1'] })
    expect(kindsOf(notes)).toContain('favours_assumed')
  })

  test('a pre-money SAFE and a mechanism that a deal cannot express', () => {
    const sample = samplePackage()
    sample.transactions.push(
      convertible('pre', '2024-07-01', 'SAFE', '100000', {
        type: 'SAFE_CONVERSION',
        conversion_mfn: false,
        conversion_valuation_cap: usd('8000000'),
        conversion_timing: 'PRE_MONEY',
      }),
      convertible('odd', '2024-07-02', 'CONVERTIBLE_SECURITY', '100000', {
        type: 'CUSTOM_CONVERSION',
        custom_conversion_description: 'as agreed',
      }),
    )
    const { deal, notes } = load(filesOf(sample))
    expect(deal.convertibles.at(-2)).toMatchObject({ capUsd: 8e6, capBasis: 'pre_money' })
    expect(deal.convertibles.at(-1)).toMatchObject({ kind: 'safe', capUsd: Infinity, discount: 0 })
    expect(kindsOf(notes)).toContain('mechanism_unknown')
  })

  test('terms of a conversion that a deal cannot express are noted one by one', () => {
    const sample = samplePackage()
    sample.transactions.push(
      convertible('x', '2024-08-01', 'SAFE', '100000', {
        type: 'SAFE_CONVERSION',
        conversion_mfn: false,
        exit_multiple: { numerator: '2', denominator: '1' },
      }),
    )
    const { notes } = load(filesOf(sample))
    expect(notes.map(({ message }) => message).join('\n')).toContain(
      'SAFE_CONVERSION: not used: exit_multiple',
    )
  })

  test('amounts in one other currency are noted, not converted', () => {
    const files = filesOf(samplePackage()).map(({ name, text }) => ({
      name,
      text: text.replaceAll('USD', 'EUR'),
    }))
    expect(kindsOf(load(files).notes)).toContain('currency')
  })

  test('control characters of a file do not reach the notes', () => {
    const sample = samplePackage()
    sample.classes[2]['name'] = 'Seed\u001B[31m'
    const { notes } = load(filesOf(sample))
    const texts = notes.map(({ message }) => message).join('')
    expect(texts).not.toContain('\u001B')
    expect(texts).toContain(String.raw`Seed\x1b[31m`)
  })
})
