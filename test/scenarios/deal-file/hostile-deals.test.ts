import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf, loadText } from './load-text.ts'

const head = 'froth: deal/1\ncommon: { Ada: 4M }\n'
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

/** Files of the largest size that is read, made to keep the checks busy. */
const hostile: readonly (readonly [string, string])[] = [
  [
    'SAFEs that all take the best terms',
    `safes:\n${lines(1200, (at) => `- { holder: H${at}, amount: $1, mfn: true }`)}\n`,
  ],
  [
    'SAFEs that take the terms of the next, in one large circle',
    `safes:\n${lines(1200, (at) => `- { holder: H, amount: $1, name: S${at}, mfn: S${(at + 1) % 1200} }`)}\n`,
  ],
  [
    'series that are senior to the next',
    `series:\n${lines(1200, (at) => `- { name: S${at}, shares: 1, price: $1, senior_to: S${at + 1} }`)}\n`,
  ],
  [
    'names that nobody has',
    `safes:\n- { holder: H, amount: $1, mfn: [${lines(12_000, (at) => `N${at},`)}] }\n`,
  ],
  [
    'holders without end',
    `series:\n- { name: A, price: $1, holders: { ${lines(8000, (at) => `H${at}: 1,`)} } }\n`,
  ],
  ['warrants without end', `warrants:\n${lines(2000, () => '- { holder: H, shares: -1 }')}\n`],
]

// A check that grew with the cube of the file would run into the limit of every test.
test.each(hostile)('%s are checked at once', async (_, text) => {
  expect(Array.isArray(await codesOf(head + text))).toBe(true)
})

const template = readFileSync(new URL('../../../scenarios/templates/deal_late.yaml', import.meta.url), 'utf8')
const words = [
  '-1',
  '0',
  '1e300',
  '.nan',
  'Series A',
  '[]',
  '{}',
  '~',
  '$',
  '%',
  '9999-12-31',
  'true',
  '120%',
  ': ',
  '\n',
  '- ',
]

const hasNaN = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? Object.values(value).some(hasNaN) : Number.isNaN(value)

test('a file with any word put in any place is a deal without NaN, or is refused with a reason', async () => {
  const place = fc.nat(template.length)
  const change = fc.record({ at: place, length: fc.nat(12), word: fc.constantFrom(...words) })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      let text = template
      for (const { at, length, word } of changes) text = text.slice(0, at) + word + text.slice(at + length)
      const loaded = await loadText(text)
      if (loaded.ok) expect(hasNaN(loaded.deal)).toBe(false)
      else expect(loaded.diagnostics.length).toBeGreaterThan(0)
    }),
    { numRuns: 500, seed: 20_261_123 },
  )
})
