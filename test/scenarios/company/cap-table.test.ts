import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, catalogue, renderResolved } from '../../../scenarios/index.ts'
import type { LoadedScenario } from '../../../scenarios/index.ts'
import { dayOf } from '../../../scenarios/index.ts'
import { codesIn, loadSound } from '../in-memory.ts'

const company = `froth: 1
company:
  direction: platform_builder
  industry: media
  cash: $9M
`
const table = `${company}  cap_table:
    common: { Ada: 4M, "Ben # o'Hara": { shares: 3_999_999.5, paid: $400 } }
    options: { granted: [{ holder: Cy, shares: 200k, strike: $0.10 }], promised: 50k, available: 600k }
    warrants: [{ name: Bank warrant, holder: Bank, shares: 10k, strike: $1 }]
    series:
      - { name: Seed, date: 2023-01-31, amount: $2M, price: $1.1144, participation: 3x, dividend: { rate: 7%/year } }
      - { name: A, shares: 1M, price: $4, holders: { Fund: 750k, Ada: 250k }, conversion_ratio: 1.5, pay_to_play: true }
      - { name: A2, shares: 1M, price: $4, pari_passu_with: A, listing_ratchet: 1.5x, anti_dilution: full_ratchet }
    safes:
      - { holder: YC, amount: $500k, cap: $10M, mfn: true, pro_rata: true }
      - { holder: Angel, amount: $100k, discount: 20%, type: pre_money }
    notes:
      - { holder: Lender, principal: $300k, interest: 6%/year, interest_kind: compounding, date: 2024-01-01, maturity: 2026-01-01 }
`

const again = (loaded: LoadedScenario): Promise<LoadedScenario> =>
  loadSound(renderResolved(loaded, catalogue))

describe('company: cap_table:', () => {
  test('is the start of a deal, with its ranks and names worked out', async () => {
    const start = (await loadSound(table)).scenario.company?.capTable
    expect(start?.common).toEqual([
      { holder: 'Ada', shares: 4e6, paidUsd: 0 },
      { holder: "Ben # o'Hara", shares: 3_999_999.5, paidUsd: 400 },
    ])
    expect(start?.pool).toEqual({ promisedShares: 5e4, availableShares: 6e5 })
    expect(start?.rights.map(({ name, kind }) => [name, kind])).toEqual([
      ['Options 1', 'option'],
      ['Bank warrant', 'warrant'],
    ])
    expect(start?.series.map(({ name, day, terms }) => [name, day, terms.rank])).toEqual([
      ['Seed', dayOf('2023-01-31'), 0],
      ['A', null, 1],
      ['A2', null, 1],
    ])
    expect(start?.convertibles.map(({ name, favours }) => [name, favours])).toEqual([
      ['SAFE 1', ['SAFE 2', 'Note 1']],
      ['SAFE 2', []],
      ['Note 1', []],
    ])
  })

  test('is null where nothing is said, and then the hash is that of a company without owners', async () => {
    const { scenario } = await loadSound(company)
    expect(scenario.company?.capTable).toBeNull()
    expect(canonicalJson(scenario)).not.toContain('capTable')
    expect(canonicalJson((await loadSound(table)).scenario)).toContain('capTable')
  })

  test('is written out in full, and read again is the very same', async () => {
    const loaded = await loadSound(table)
    const read = await again(loaded)
    expect(read.scenario).toEqual(loaded.scenario)
    expect(canonicalJson(read.scenario)).toBe(canonicalJson(loaded.scenario))
    expect(renderResolved(loaded, catalogue).split('\n')).toContain('    series:  # a.yaml:10')
  })

  test('any count, price and share is read back to the last bit', async () => {
    const amount = fc.double({ min: 1e-6, max: 1e12, noNaN: true })
    const share = fc.double({ min: 0, max: 0.99, noNaN: true })
    await fc.assert(
      fc.asyncProperty(
        fc.record({ common: amount, held: amount, price: amount, money: amount, share }),
        async (drawn) => {
          const loaded = await loadSound(
            `${company}  cap_table:\n    common: { Ada: ${drawn.common} }\n    series: [{ name: A, price: $${drawn.price}, holders: { X: ${drawn.held} } }]\n` +
              `    safes: [{ holder: Y, amount: $${drawn.money}, cap: $${drawn.money * 3}, discount: ${drawn.share} }]\n`,
          )
          expect((await again(loaded)).scenario).toEqual(loaded.scenario)
        },
      ),
      { numRuns: 30, seed: 7 },
    )
  })

  test('is changed by --set and replaced by null', async () => {
    const more = await loadSound(table, { sets: ['company.cap_table.options.available=1M'] })
    expect(more.scenario.company?.capTable?.pool.availableShares).toBe(1e6)
    const none = await loadSound(table, { sets: ['company.cap_table=null'] })
    expect(none.scenario.company?.capTable).toBeNull()
  })

  test.each([
    ['nobody who holds common', '    options: { available: 1M }\n', ['F131']],
    ['negative shares', '    common: { Ada: -4M }\n', ['F231']],
    [
      'a cap below the money',
      '    common: { Ada: 4M }\n    safes: [{ holder: X, amount: $2M, cap: $1M }]\n',
      ['F233'],
    ],
    ['a misspelled field', '    comon: { Ada: 4M }\n', ['F104']],
    ['rounds, which the market plays', '    common: { Ada: 4M }\n    rounds: []\n', ['F104']],
    [
      'contradictory seniority',
      '    common: { Ada: 4M }\n    series:\n      - { name: A, shares: 1M, price: $1, senior_to: B }\n      - { name: B, shares: 1M, price: $1, senior_to: A }\n',
      ['F127'],
    ],
  ])('with %s is refused by name', async (_, text, codes) => {
    expect([...(await codesIn(`${company}  cap_table:\n${text}`))].sort()).toEqual(codes)
  })
})
