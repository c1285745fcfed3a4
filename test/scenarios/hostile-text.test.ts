import { describe, expect, test } from 'vitest'
import { codesIn, loadText } from './in-memory.ts'

/** Texts of up to 1 MiB made to exhaust a parser; each must be refused in moments, never crash the process. */
const megabyte = (piece: string): string => piece.repeat(Math.floor(1_000_000 / piece.length))

const anchors = 'abcdefghijklmnopqrst'.split('')
const bomb = `froth: 1\na: &a [x, x]\n${anchors
  .slice(1)
  .map(
    (name, index) =>
      `${name}: &${name} [*${anchors[index]}, *${anchors[index]}, *${anchors[index]}, *${anchors[index]}]`,
  )
  .join('\n')}\n`

const hostile: Readonly<Record<string, string>> = {
  brackets: megabyte('['),
  braces: megabyte('{a: '),
  dashes: megabyte('- '),
  'question marks': megabyte('? '),
  colons: megabyte(': '),
  tags: megabyte('!!a '),
  anchors: megabyte('&a '),
  aliases: megabyte('*a '),
  quotes: megabyte('"'),
  documents: megabyte('---\n'),
  'full-width quotes': `name: {${megabyte('“a, ')}`,
  'full-width colons': megabyte('a：1\n'),
  'full-width digits': `froth: 1\nruns: ${megabyte('９')}`,
  'unknown fields': Array.from({ length: 20_000 }, (_, index) => `field_${index}: 1`).join('\n'),
  indentation: Array.from({ length: 1300 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
  'a long line': `froth: 1\nname: ${megabyte('x')}`,
  'an alias bomb': bomb,
}

describe('hostile texts', () => {
  test.each(Object.entries(hostile))('%s are refused', async (_, text) => {
    expect(await loadText(text)).toMatchObject({ ok: false, reason: 'content' })
  })

  test('the alias bomb is refused for its aliases, once', async () => {
    expect(await codesIn(bomb)).toEqual(['F008'])
  })

  test('no key of a flag or a file reaches a prototype', async () => {
    await loadText('froth: 1\n"__proto__": { polluted: 1 }\nmarket: { __proto__: { polluted: 1 } }\n', {
      sets: ['__proto__.polluted=1', 'constructor.prototype.polluted=1', 'market.__proto__={polluted: 1}'],
    })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
