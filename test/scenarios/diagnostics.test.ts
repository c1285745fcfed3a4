import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codes } from '../../scenarios/diagnostics/codes.ts'
import { phrases, terms } from '../../scenarios/diagnostics/phrases.ts'
import type { LoadRequest } from '../../scenarios/index.ts'
import {
  cellWidth,
  escapeControl,
  explainCode,
  renderDiagnostics,
  renderDiagnosticsSummary,
} from '../../scenarios/index.ts'
import { loadText } from './in-memory.ts'

const draw = async (text: string, request: Partial<LoadRequest> = {}, color = false): Promise<string> => {
  const result = await loadText(text, request)
  const language = request.language ?? 'en'
  const found = result.ok ? result.warnings : result.diagnostics
  return renderDiagnostics(found, result.sources, { language, color, ascii: false })
}

describe('diagnostics', () => {
  test.each(Object.entries(codes))('%s has every text in both languages', (_, entry) => {
    for (const language of ['en', 'zh'] as const) {
      expect(entry.title[language]).not.toBe('')
      expect(entry.explanation[language]).not.toBe('')
      expect(entry.message[language]).not.toBe('')
    }
    expect(entry.label.en === '').toBe(entry.label.zh === '')
    expect(entry.help === undefined || Object.hasOwn(phrases, entry.help)).toBe(true)
  })

  test('no code is declared in two files', () => {
    const folder = new URL('../../scenarios/diagnostics/', import.meta.url)
    const declared = readdirSync(folder).flatMap(
      (file) => readFileSync(new URL(file, folder), 'utf8').match(/^ {2}F\d{3}(?=: \{)/gmu) ?? [],
    )
    expect(new Set(declared).size).toBe(declared.length)
    expect(declared).toHaveLength(Object.keys(codes).length)
  })

  test('phrases and terms exist in both languages, with the same gaps', () => {
    const gaps = (text: string): readonly string[] => (text.match(/\{\w+\}/gu) ?? []).sort()
    for (const text of [...Object.values(phrases), ...Object.values(terms)]) {
      expect(text.en === '' || text.zh === '').toBe(false)
      expect(gaps(text.zh)).toEqual(gaps(text.en))
    }
    for (const { message, label } of Object.values(codes)) {
      expect(gaps(message.zh)).toEqual(gaps(message.en))
      expect(gaps(label.zh)).toEqual(gaps(label.en))
    }
  })

  test('Chinese texts are Chinese and English ones are not', () => {
    for (const { title, explanation } of Object.values(codes)) {
      expect(explanation.zh).toMatch(/\p{Script=Han}/u)
      expect(title.en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  test('an unknown field is drawn with the line before it and a caret under its name', async () => {
    expect(await draw('froth: 1\nmarket:\n  herding: 0.3\n  discipine: 0.4\n')).toBe(
      [
        'error[F104] unknown field `discipine`',
        '  --> a.yaml:4:3',
        '   |',
        ' 3 |   herding: 0.3',
        ' 4 |   discipine: 0.4',
        '   |   ^^^^^^^^^ not a field of `market`',
        '   = did you mean `discipline`?',
      ].join('\n'),
    )
  })

  test('a full-width colon is shown in Chinese, its caret two cells wide', async () => {
    expect(await draw('froth: 1\nseed：42\n', { language: 'zh' })).toBe(
      [
        '错误[F017] 全角冒号 “：”(U+FF1A)',
        '  --> a.yaml:2:5',
        '   |',
        ' 2 | seed：42',
        '   |     ^^ 请改用 `: `',
        '   = 应写成 `seed: 42`',
      ].join('\n'),
    )
  })

  test('a caret behind wide characters is placed by cells', async () => {
    const [, , , line = '', caret = ''] =
      (await draw('froth: 1\nname: 甲乙\nmarket: { "丙": 1, demand: .nan }\n'))
        .split('\n\n')[1]
        ?.split('\n')
        .filter((row) => !row.includes('name')) ?? []
    expect(cellWidth(caret.slice(0, caret.indexOf('^')))).toBe(cellWidth(line.slice(0, line.indexOf('.nan'))))
  })

  test('a mistake in a flag is drawn in the flag as typed', async () => {
    expect(await draw('froth: 1\n', { sets: ['market.demand=abc'] })).toBe(
      [
        'error[F201] `market.demand`: `abc` is not a quantity',
        '  --> command line',
        '   |',
        '   | --set market.demand=abc',
        '   |                     ^^^ not understood',
        '   = written like 10x, 10',
      ].join('\n'),
    )
  })

  test('ten are drawn and the rest are counted', async () => {
    const fields = Array.from({ length: 14 }, (_, index) => `wrong_${index}: 1`).join('\n')
    const drawn = await draw(`froth: 1\n${fields}\n`)
    expect(drawn.match(/error\[F104\]/gu)).toHaveLength(10)
    expect(drawn.endsWith('and 4 more')).toBe(true)
  })

  test('a control character of the file never reaches the terminal', async () => {
    const drawn = await draw('froth: 1\nhome\u001B[31m: 3\n')
    expect(drawn).toContain(String.raw`home\x1b[31m: 3`)
    expect(drawn.includes('\u001B')).toBe(false)
    expect(escapeControl('a\u202Eb\u0007')).toBe(String.raw`a\u202eb\x07`)
  })

  test('colour is escape codes around the same text', async () => {
    const text = 'froth: 1\nfoo: 1\n'
    const stripped = (await draw(text, {}, true))
      .split('\u001B')
      .map((part) => part.replace(/^\[[\d;]*m/u, ''))
      .join('')
    expect(stripped).toBe(await draw(text))
  })

  test('a long line is cut around the place', async () => {
    const drawn = await draw(
      `froth: 1\nmarket: { ${'demand: 1, '.repeat(1)}${' '.repeat(300)}entry: .nan, herding: 0.3${' '.repeat(300)} }\n`,
    )
    const rows = drawn.split('\n')
    expect(Math.max(...rows.map(cellWidth))).toBeLessThan(115)
    expect(rows.some((row) => row.includes('.nan'))).toBe(true)
  })

  test('the closing line counts and says that nothing was run', async () => {
    const result = await loadText('froth: 1\nfoo: 1\nmarket: { demand: 0 }\n')
    const found = result.ok ? [] : result.diagnostics
    expect(renderDiagnosticsSummary(found, 'en')).toBe(
      '1 error, 1 warning. Nothing was run.    froth explain F104',
    )
    expect(renderDiagnosticsSummary(found, 'zh')).toBe('1 个错误，1 个警告。未运行。    froth explain F104')
  })

  test('explain knows every code in any letter case, and nothing else', () => {
    expect(explainCode('f104', 'zh')).toMatchObject({ code: 'F104', title: '未知字段' })
    expect(explainCode('constructor', 'en')).toBeNull()
  })

  test('no text that is shown keeps an unfilled gap', async () => {
    const texts = [
      '',
      'froth：1\n',
      'x: 1\n',
      'froth: 1\nextends: q\nmarket: 3\nexpect: [q]\nallow: [F1]\nruns: q\nhorizon: 3\ncustomers: { threshold: [1], potential: { x: 1 } }\n',
    ]
    for (const language of ['en', 'zh'] as const)
      for (const text of texts) expect(await draw(text, { language })).not.toMatch(/\{\w+\}/u)
  })
})
