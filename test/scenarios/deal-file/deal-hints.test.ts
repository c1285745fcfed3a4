import { describe, expect, test } from 'vitest'
import { loadText, soundDeal } from './load-text.ts'

const head = 'froth: deal/1\ncommon: { Ada: 4M, Ben: 4M }\n'
const pooled = (target: string): string =>
  `${head}rounds: [{ name: A, pre_money: $9M, amount: $1M, pool: { target: ${target} } }]\n`

const diagnosed = async (text: string, set: readonly string[] = []) => {
  const loaded = await loadText(text, { set })
  if (loaded.ok) throw new Error('the mistake went unseen')
  return loaded.diagnostics
}

describe('hints', () => {
  test.each([
    ['a pool', pooled],
    ['a carve-out', (share: string) => `${head}exit: { carve_out: ${share} }\n`],
    ['a discount', (share: string) => `${head}safes: [{ holder: X, amount: $1M, discount: ${share} }]\n`],
  ])('ask for a percent sign where %s has none, and only there', async (_, fileOf) => {
    expect((await diagnosed(fileOf('15')))[0].help).toContain('write 15%')
    expect((await diagnosed(fileOf('150%')))[0].help).toBeUndefined()
  })

  test('of a negative holding come without saying that nobody holds a share', async () => {
    const found = await diagnosed('froth: deal/1\ncommon: { Ada: -4M }\n')
    expect(found.map(({ code }) => code)).toEqual(['F231'])
  })

  test('of too many shares name the bounds as they are read', async () => {
    const [found] = await diagnosed(`${head}series: [{ name: S, shares: 1e308, price: $1 }]\n`)
    expect(found.message).toBe('`series[0].shares` must be between 0 and 1000T')
  })

  test('of a missing rank say what to do', async () => {
    const series =
      'series: [{ name: S, shares: 1M, price: $1 }, { name: T, shares: 1M, price: $1, rank: 2 }]\n'
    expect((await diagnosed(head + series))[0].label).toBe('give every series a rank, or use senior_to')
  })

  test.each([
    ['an empty file', ''],
    ['a file of comments', '# later\n'],
  ])('of %s start from a deal', async (_, text) => {
    expect((await diagnosed(text))[0]).toMatchObject({
      code: 'F002',
      help: '`froth init deal` writes a commented deal file to start from',
    })
  })
})

describe('an entry of a list is set', () => {
  const file = `${head}options: { granted: [{ holder: Cara, shares: 1k, strike: $1 }] }\nsafes: [{ holder: X, amount: $1M, cap: $9M }]\n`

  test.each(['options.granted.Options 1', 'options.granted[0]', 'options.granted.0', 'options.granted.Cara'])(
    'as %s',
    async (path) => {
      const deal = await soundDeal(file, { set: [`${path}.strike=$2`, 'safes.SAFE 1.cap=$8M'] })
      expect([deal.rights[0].strikeUsd, deal.convertibles[0].capUsd]).toEqual([2, 8e6])
    },
  )

  test('by a path that an error shows', async () => {
    const [found] = await diagnosed(file, ['options.granted[0].strike=two'])
    expect(found.path).toBe('options.granted[0].strike')
  })

  test('by a path that is there, or the paths that are there are named', async () => {
    for (const path of ['options.granted.Dora', 'options.granted[7]']) {
      const [found, ...others] = await diagnosed(file, [`${path}.strike=$2`])
      expect(found).toMatchObject({ code: 'F111', file: `--set ${path}.strike=$2` })
      expect(found.help).toContain('there are options.granted.Options 1;')
      expect(others).toEqual([])
    }
  })
})
