import { describe, expect, it, test } from 'vitest'
import { readFlags } from '../../../cli/arguments/flag-values.ts'
import { chooseLanguage, findLanguageFlag } from '../../../cli/settings/language.ts'
import { resolveSettings } from '../../../cli/settings/settings.ts'
import { wantsAscii, wantsColor, type Terminal } from '../../../cli/settings/terminal.ts'

const window: Terminal = {
  stdoutIsTty: true,
  stderrIsTty: true,
  columns: 80,
}
const noFlags = readFlags(new Map())

describe('the language', () => {
  test.each([
    ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
    [null, { FROTH_LANG: 'zh', LANG: 'en_US.UTF-8' }, 'zh'],
    [null, { LANGUAGE: 'zh_CN:en', LANG: 'en_US.UTF-8' }, 'zh'],
    [null, { LANGUAGE: 'de:zh', LANG: 'de_DE.UTF-8' }, 'zh'],
    [null, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    [null, { LC_MESSAGES: 'zh_TW', LANG: 'en_US.UTF-8' }, 'zh'],
    [null, { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [null, { LANGUAGE: '', LC_ALL: '', LANG: 'zh_CN' }, 'zh'],
    [null, { LC_ALL: 'C', LANGUAGE: 'zh' }, 'en'],
    [null, { LANG: 'de_DE.UTF-8' }, 'en'],
    [null, {}, 'en'],
    ['en', { FROTH_LANG: 'zh' }, 'en'],
  ] as const)('--lang %s with %o is %s', (flag, environment, expected) => {
    expect(chooseLanguage(flag, environment)).toBe(expected)
  })

  it('is found in a command line that is wrong elsewhere', () => {
    expect(findLanguageFlag(['run', '--bogus', '--lang', 'zh'])).toBe('zh')
    expect(findLanguageFlag(['--lang=zh', 'x'])).toBe('zh')
    expect(findLanguageFlag(['run', '--', '--lang', 'zh'])).toBeNull()
    expect(findLanguageFlag(['--lang'])).toBeNull()
  })
})

describe('colour', () => {
  test.each([
    [false, {}, true, true],
    [false, {}, false, false],
    [true, { FORCE_COLOR: '1' }, true, false],
    [false, { NO_COLOR: '1' }, true, false],
    [false, { NO_COLOR: '' }, true, true],
    [false, { FORCE_COLOR: '1' }, false, true],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
    [false, { FORCE_COLOR: '0' }, true, false],
    [false, { TERM: 'dumb' }, true, false],
    [false, { CI: '1' }, true, false],
  ])('no-color %s with %o on a terminal %s is %s', (noColor, environment, isTty, expected) => {
    expect(wantsColor(noColor, environment, isTty)).toBe(expected)
  })
})

describe('ASCII drawing', () => {
  test.each([
    [false, {}, false],
    [true, {}, true],
    [false, { LANG: 'C' }, true],
    [false, { LANG: 'C.UTF-8' }, false],
    [false, { LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }, true],
    [false, { LANG: 'en_US.ISO-8859-1' }, true],
    [false, { LANG: 'en_US.utf8' }, false],
    [false, { FROTH_AMBIGUOUS: 'wide' }, true],
  ])('--ascii %s with %o is %s', (flag, environment, expected) => {
    expect(wantsAscii(flag, environment)).toBe(expected)
  })
})

describe('progress', () => {
  test.each([
    ['auto', {}, window, 'panel'],
    ['auto', { CI: '1' }, window, 'lines'],
    ['auto', { CI: 'false' }, window, 'panel'],
    ['auto', { TERM: 'dumb' }, window, 'lines'],
    ['auto', { ACCESSIBLE: '1' }, window, 'lines'],
    ['auto', { INK_SCREEN_READER: 'true' }, window, 'lines'],
    ['auto', {}, { ...window, stderrIsTty: false }, 'lines'],
    ['auto', {}, { ...window, stdoutIsTty: false }, 'panel'],
    ['bar', { CI: '1' }, window, 'panel'],
    ['bar', {}, { ...window, stderrIsTty: false }, 'lines'],
    ['lines', {}, window, 'lines'],
    ['none', {}, window, 'none'],
  ] as const)('--progress %s with %o gives %s', (progress, environment, terminal, expected) => {
    expect(resolveSettings({ ...noFlags, progress }, environment, terminal).progress).toBe(expected)
  })

  it('goes to FROTH_RESULTS, else to ./results', () => {
    expect(resolveSettings(noFlags, { FROTH_RESULTS: '/data' }, window).resultsFolder).toBe('/data')
    expect(resolveSettings(noFlags, { FROTH_RESULTS: '' }, window).resultsFolder).toBe('results')
  })
})
