import { cellWidth } from './cell-width.ts'
import type { Diagnostic } from './diagnostic.ts'
import { escapeControl } from './escape-control.ts'
import type { Bilingual, Language } from './language.ts'
import { lineOf, type Source } from './source.ts'

/** How diagnostics are drawn. */
export interface RenderOptions {
  readonly language: Language
  readonly color: boolean
  /** No character outside ASCII in the drawing itself. */
  readonly ascii: boolean
  /** Most diagnostics printed; the rest are counted. */
  readonly limit?: number
}

const severityWord: Readonly<Record<Diagnostic['severity'], Bilingual>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
}
const commandLine: Bilingual = { en: 'command line', zh: '命令行' }
const maxLineCells = 100

type Paint = (text: string, code: string) => string
const painter =
  (color: boolean): Paint =>
  (text, code) =>
    color && text !== '' ? `\u001B[${code}m${text}\u001B[0m` : text

const colorOf = { error: '1;31', warning: '1;33' } as const

interface Excerpt {
  readonly line: string
  readonly pad: number
  readonly carets: number
}

/** The source line, cut around the place when it is long, and where the caret goes in cells. */
const cutLine = (line: string, column: number, length: number, ellipsis: string): Excerpt => {
  const before = escapeControl(line.slice(0, column - 1))
  const marked = escapeControl(line.slice(column - 1, column - 1 + length))
  const after = escapeControl(line.slice(column - 1 + length))
  const carets = Math.max(1, Math.min(cellWidth(marked), maxLineCells))
  if (cellWidth(before + marked + after) <= maxLineCells)
    return { line: before + marked + after, pad: cellWidth(before), carets }
  const head = before.length > 40 ? `${ellipsis}${before.slice(-36)}` : before
  const middle = marked.slice(0, maxLineCells)
  const tail = after.slice(0, Math.max(0, maxLineCells - head.length - middle.length))
  const isCut = tail.length < after.length || middle.length < marked.length
  return {
    line: `${head}${middle}${tail}${isCut ? ellipsis : ''}`,
    pad: cellWidth(head),
    carets: Math.max(1, cellWidth(middle)),
  }
}

const renderExcerpt = (found: Diagnostic, from: Source, options: RenderOptions): readonly string[] => {
  const paint = painter(options.color)
  if (found.range === null) return []
  const { start, end } = found.range
  const source = lineOf(from, start.line)
  const length = end.line === start.line ? end.column - start.column : source.length - start.column + 1
  const excerpt = cutLine(source, start.column, Math.max(0, length), options.ascii ? '...' : '…')
  const width = Math.max(2, String(start.line).length)
  const bar = paint('|', '34')
  const gutter = `${' '.repeat(width)} ${bar}`
  const numbered = (line: number, shown: string): string =>
    `${paint((from.kind === 'set' ? '' : String(line)).padStart(width), '34')} ${bar} ${shown}`.trimEnd()
  const carets = paint('^'.repeat(excerpt.carets), colorOf[found.severity])
  const label = found.label === '' ? '' : ` ${paint(escapeControl(found.label), colorOf[found.severity])}`
  const previous = start.line > 1 ? escapeControl(lineOf(from, start.line - 1)) : ''
  const showsPrevious =
    found.code.startsWith('F1') && previous.trim() !== '' && cellWidth(previous) <= maxLineCells
  return [
    gutter,
    ...(showsPrevious ? [numbered(start.line - 1, previous)] : []),
    numbered(start.line, excerpt.line),
    `${gutter} ${' '.repeat(excerpt.pad)}${carets}${label}`,
  ]
}

const renderOne = (found: Diagnostic, sources: readonly Source[], options: RenderOptions): string => {
  const paint = painter(options.color)
  const source = sources.find(({ name, text }) => name === found.file && reaches(text, found))
  const word = paint(
    `${severityWord[found.severity][options.language]}[${found.code}]`,
    colorOf[found.severity],
  )
  const at = found.range === null ? '' : `:${found.range.start.line}:${found.range.start.column}`
  const place = source?.kind === 'set' ? commandLine[options.language] : `${escapeControl(found.file)}${at}`
  const where = `  ${paint('-->', '34')} ${place}`
  const excerpt = source === undefined ? [] : renderExcerpt(found, source, options)
  const help = found.help === undefined ? [] : [`   ${paint('=', '34')} ${escapeControl(found.help)}`]
  return [`${word} ${paint(escapeControl(found.message), '1')}`, where, ...excerpt, ...help].join('\n')
}

const reaches = (text: string, found: Diagnostic): boolean =>
  found.range === null || found.range.end.offset <= text.length

const more: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `and ${count} more`,
  zh: (count) => `另有 ${count} 个`,
}

/**
 * Draws diagnostics with the line they are about and a caret under the place, wide characters counted as two cells.
 * At most `limit` (10) are drawn; control characters of the file are shown, not sent to the terminal.
 */
export const renderDiagnostics = (
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: RenderOptions,
): string => {
  const limit = options.limit ?? 10
  const shown = diagnostics.slice(0, limit).map((found) => renderOne(found, sources, options))
  const rest = diagnostics.length - shown.length
  return [...shown, ...(rest > 0 ? [more[options.language](rest)] : [])].join('\n\n')
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** The closing line: how many of each, whether anything was run, and where to read more. */
export const renderDiagnosticsSummary = (diagnostics: readonly Diagnostic[], language: Language): string => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const [first] = diagnostics
  const explain = first === undefined ? '' : `    froth explain ${first.code}`
  if (language === 'zh')
    return `${errors} 个错误，${warnings} 个警告。${errors > 0 ? '未运行。' : ''}${explain}`
  return `${plural(errors, 'error')}, ${plural(warnings, 'warning')}.${errors > 0 ? ' Nothing was run.' : ''}${explain}`
}
