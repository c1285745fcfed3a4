import { describe, expect, it, test } from 'vitest'
import { commandNames, topicNames } from '../../../cli/arguments/commands.ts'
import { renderCommandHelp, renderFirstSteps, renderOverview } from '../../../cli/commands/help.ts'
import { toAsciiMarks } from '../../../cli/text/ascii.ts'
import { en } from '../../../cli/text/en.ts'
import { topicIn } from '../../../cli/text/topics/topics.ts'
import { zh } from '../../../cli/text/zh.ts'
import { cellWidth } from '../../../reports/index.ts'

const leaves = (value: unknown, path: string): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
    : [[path, value]]

describe('the catalogues', () => {
  const english = leaves(en, '')
  const chinese = new Map(leaves(zh, ''))

  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual(english.map(([path]) => path).sort())
    expect(english.length).toBeGreaterThan(150)
  })

  it('say everything in Chinese that is more than a name', () => {
    const names = new Set(['.firstSteps.otherLanguage'])
    const untranslated = english.filter(([path, value]) => value === chinese.get(path) && !names.has(path))
    expect(untranslated).toEqual([])
  })

  it('keep to ASCII in English, so that no terminal misplaces a mark', () => {
    const plain = english.filter(
      ([path, value]) => typeof value === 'string' && path !== '.firstSteps.otherLanguage',
    )
    expect(plain.filter(([, value]) => /[^\x20-\x7e]/.test(value as string))).toEqual([])
  })
})

describe.each([
  ['en', en],
  ['zh', zh],
] as const)('help in %s', (language, words) => {
  const fits = (text: string): void => {
    expect(Math.max(...text.split('\n').map(cellWidth))).toBeLessThanOrEqual(80)
  }

  test.each(commandNames)('fits 80 columns for %s', (name) => {
    const text = renderCommandHelp(name, words)
    fits(text)
    expect(text.indexOf(words.help.examples)).toBeLessThan(text.indexOf(words.help.sharedFlags))
  })

  test.each(topicNames)('fits 80 columns for the topic %s', (name) => {
    const text = topicIn(language, name)
    fits(text)
    expect(text.split('\n').length).toBeGreaterThan(5)
  })

  it('fits 80 columns for the first steps and the overview', () => {
    fits(renderFirstSteps('0.1.0', words))
    fits(renderOverview(words))
  })
})

test('help names every flag of a command and none of the commands to come', () => {
  const text = renderCommandHelp('run', en)
  for (const flag of [
    '--set',
    '--seed',
    '--runs',
    '--jobs',
    '--out',
    '--fresh',
    '--json',
    '--progress',
    '--lang',
  ]) {
    expect(text).toContain(flag)
  }
  expect(commandNames.map((name) => renderCommandHelp(name, en)).join('')).not.toMatch(
    /--ui\b|--watch|froth stress/,
  )
})

test('marks have ASCII twins', () => {
  expect(toAsciiMarks('■ 76.8% ±1.0 · ≥ 3×')).toBe('* 76.8% +/-1.0 - >= 3x')
})
