import { describe, expect, test } from 'vitest'
import { dealWarningCodes } from '../../../scenarios/diagnostics/codes-deal-warning.ts'
import { loadText } from './load-text.ts'

const head = 'froth: deal/1\ncommon: { Ada: 4M, Ben: 4M }\n'
const note = `${head}notes: [{ name: N, holder: L, principal: $1M, date: 2023-01-01, maturity: 2025-01-01 }]\n`

const warned = async (text: string, language: 'en' | 'zh' = 'en'): Promise<readonly string[]> => {
  const loaded = await loadText(text, {}, language)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.warnings.map(({ code, severity, message, path }) => `${severity} ${code} ${path}: ${message}`)
}

/** What is odd, the file, and the warning. */
const odd = [
  [
    'a pool with a target and an addition',
    `${head}rounds: [{ name: A, pre_money: $9M, amount: $1M, pool: { target: 10%, add: 2M } }]\n`,
    'warning F321 rounds[0].pool.add: `A`: the pool has a `target` and an `add`; whichever adds more options applies',
  ],
  [
    'half a share',
    head.replace('Ben: 4M', 'Ben: 100.5'),
    'warning F322 common.Ben: common, Ben: 100.5 is no whole number of shares; it is shown rounded',
  ],
  [
    'a fraction of an option',
    `${head}options: { available: 0.25 }\n`,
    'warning F322 options.available: options available: 0.25 is no whole number of shares; it is shown rounded',
  ],
  [
    'a note that falls due before it converts',
    `${note}rounds: [{ name: A, date: 2025-07-01, pre_money: $9M, amount: $1M }]\n`,
    'warning F323 notes[0].maturity: `N` falls due on 2025-01-01, before A on 2025-07-01; interest runs on, as if it were extended',
  ],
  [
    'a note that falls due before the exit',
    `${note}exit: { date: 2026-01-01 }\n`,
    'warning F323 notes[0].maturity: `N` falls due on 2025-01-01, before exit on 2026-01-01; interest runs on, as if it were extended',
  ],
] as const

describe('what is odd in a deal is said, and the deal loads', () => {
  test.each(odd)('%s', async (_, text, warning) => {
    expect(await warned(text)).toEqual([warning])
    expect((await warned(text, 'zh')).join('\n')).not.toMatch(/\{\w+\}/u)
  })

  test('every code of a warning is caused here', () => {
    const caused = new Set(odd.map(([, , warning]) => warning.split(' ')[1]))
    expect(Object.keys(dealWarningCodes).filter((code) => !caused.has(code))).toEqual([])
  })

  test('a note that converts before it falls due is not odd, nor is one whose end is not known', async () => {
    const round = 'rounds: [{ name: A, date: 2024-07-01, pre_money: $9M, amount: $1M }]\n'
    expect(await warned(`${note}${round}exit: { date: 2026-01-01 }\n`)).toEqual([])
    expect(await warned(note)).toEqual([])
  })

  test('money that buys part of a share is not odd', async () => {
    expect(
      await warned(`${head}series: [{ name: S, amount: $1M, price: $3, holders: { V: $1M } }]\n`),
    ).toEqual([])
  })
})
