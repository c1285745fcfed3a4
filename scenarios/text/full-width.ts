import type { Problem } from '../units/problem.ts'

/** A full-width mark that stands where YAML needs its half-width twin, and what to put there instead. */
export interface FullWidthMark {
  readonly offset: number
  readonly replacement: string
  readonly problem: Problem
}

const twins: Readonly<Record<string, readonly [replacement: string, term: string]>> = {
  '：': [':', 'colon'],
  '，': [',', 'comma'],
  '“': ['"', 'quotationMark'],
  '”': ['"', 'quotationMark'],
  '„': ['"', 'quotationMark'],
  '＂': ['"', 'quotationMark'],
  '‘': ["'", 'quotationMark'],
  '’': ["'", 'quotationMark'],
  '｛': ['{', 'bracket'],
  '｝': ['}', 'bracket'],
  '［': ['[', 'bracket'],
  '］': [']', 'bracket'],
  '【': ['[', 'bracket'],
  '】': [']', 'bracket'],
  '\u3000': [' ', 'space'],
  '－': ['-', 'dash'],
}
const closing: Readonly<Record<string, string>> = { '“': '”', '„': '”', '＂': '＂', '‘': '’' }

interface Found {
  readonly offset: number
  readonly mark: string
  readonly replacement: string
}

/** Where the walk through a line stands. */
interface Walk {
  readonly text: string
  readonly lineStart: number
  readonly lineEnd: number
  flowDepth: number
  /** Start of the entry being read: after the indentation, a dash, a bracket or a comma. */
  entryStart: number
  /** The entry's colon has been passed. */
  inValue: boolean
  found: Found[]
}

const isAtValueStart = (walk: Walk, at: number): boolean =>
  walk.text.slice(walk.entryStart, at).replace(/^[\s\S]*?[:：]/u, walk.inValue ? '' : '$&').trim() === ''

/** Judges a full-width mark at its place; returns the offset to go on from. */
const judgeMark = (walk: Walk, at: number): number => {
  const mark = walk.text[at] ?? ''
  const entry = walk.text.slice(walk.entryStart, at)
  const report = (replacement: string): void => void walk.found.push({ offset: at, mark, replacement })
  if (mark === '：' && !walk.inValue && /^[\s"']*[\w-]+[\s"']*$/u.test(entry)) {
    const next = walk.text[at + 1] ?? '\n'
    report(/\s|\u3000/u.test(next) ? ':' : ': ')
    walk.inValue = true
    return at + 1
  }
  if (mark === '，' && walk.flowDepth > 0) {
    report(', ')
    walk.entryStart = at + 1
    walk.inValue = false
    return at + 1
  }
  if (!isAtValueStart(walk, at) && !(walk.flowDepth > 0 && '｝］】'.includes(mark))) return at + 1
  const end = closing[mark] === undefined ? -1 : walk.text.slice(0, walk.lineEnd).indexOf(closing[mark], at + 1)
  if (end > at) {
    report((twins[mark] ?? [''])[0])
    walk.found.push({ offset: end, mark: closing[mark] ?? '', replacement: (twins[mark] ?? [''])[0] })
    return end + 1
  }
  if ('｛［【｝］】\u3000－'.includes(mark)) {
    report((twins[mark] ?? [''])[0])
    if ('｛［【'.includes(mark)) walk.flowDepth += 1
    if ('｝］】'.includes(mark)) walk.flowDepth = Math.max(0, walk.flowDepth - 1)
    if (mark !== '\u3000') {
      walk.entryStart = at + 1
      walk.inValue = false
    }
  }
  return at + 1
}

const skipQuoted = (text: string, at: number, end: number): number => {
  const close = text.indexOf(text[at] ?? '', at + 1)
  return close === -1 || close >= end ? end : close + 1
}

/** Half-width structure moves the walk on; returns the next offset. */
const passPlain = (walk: Walk, at: number): number => {
  const mark = walk.text[at] ?? ''
  const isStart = isAtValueStart(walk, at)
  if ((mark === '"' || mark === "'") && isStart) return skipQuoted(walk.text, at, walk.lineEnd)
  if ('{['.includes(mark) && (isStart || walk.flowDepth > 0)) walk.flowDepth += 1
  else if ('}]'.includes(mark) && walk.flowDepth > 0) walk.flowDepth -= 1
  else if (mark === ':' && /\s/u.test(walk.text[at + 1] ?? '\n') && !walk.inValue) {
    walk.inValue = true
    return at + 1
  } else if (!(mark === ',' && walk.flowDepth > 0) && !(mark === '-' && isStart && !walk.inValue)) return at + 1
  walk.entryStart = at + 1
  walk.inValue = false
  return at + 1
}

const walkLine = (walk: Walk): void => {
  let at = walk.lineStart
  while (at < walk.lineEnd) {
    const mark = walk.text[at] ?? ''
    const isComment = mark === '#' && (at === walk.lineStart || /\s/u.test(walk.text[at - 1] ?? ''))
    if (isComment) return
    at = Object.hasOwn(twins, mark) ? judgeMark(walk, at) : passPlain(walk, at)
  }
}

const opensBlock = /(?:^|[:\-]\s+)[|>][-+\d]*\s*(?:#.*)?$/u

const scanLines = (text: string): readonly Found[] => {
  const found: Found[] = []
  let flowDepth = 0
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0
  let blockIndent = -1
  for (const line of text.slice(lineStart).split('\n')) {
    const indent = line.search(/\S/u)
    if (blockIndent >= 0 && indent >= 0 && indent <= blockIndent) blockIndent = -1
    if (blockIndent < 0) {
      const lineEnd = lineStart + line.length
      const walk: Walk = { text, lineStart, lineEnd, flowDepth, entryStart: lineStart, inValue: false, found }
      walkLine(walk)
      flowDepth = walk.flowDepth
      if (opensBlock.test(line)) blockIndent = Math.max(indent, 0)
    }
    lineStart += line.length + 1
  }
  return found
}

const repairLine = (text: string, found: readonly Found[], lineStart: number, lineEnd: number): string =>
  applyReplacements(
    text.slice(lineStart, lineEnd),
    found.filter(({ offset }) => offset >= lineStart && offset < lineEnd),
    lineStart,
  ).trim()

const applyReplacements = (text: string, found: readonly Found[], base: number): string => {
  let repaired = ''
  let from = 0
  for (const { offset, replacement } of found) {
    repaired += text.slice(from, offset - base) + replacement
    from = offset - base + 1
  }
  return repaired + text.slice(from)
}

/**
 * Finds full-width punctuation that stands where YAML needs half-width: a YAML parser only says "implicit keys need to
 * be on a single line" somewhere else. Marks inside texts, comments and quotes are left alone.
 */
export const findFullWidthMarks = (text: string): readonly FullWidthMark[] => {
  if (!/[：，“”„＂‘’｛｝［］【】\u3000－]/u.test(text)) return []
  const found = scanLines(text)
  return found.map(({ offset, mark, replacement }) => {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1
    const lineEnd = text.indexOf('\n', offset) === -1 ? text.length : text.indexOf('\n', offset)
    const [wanted = '', term = ''] = twins[mark] ?? []
    const point = `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    const repaired = repairLine(text, found, lineStart, lineEnd)
    const shown = wanted === ':' ? '`: `' : wanted === ' ' ? '` `' : `\`${wanted}\``
    const words = { mark, point, repaired, wanted: shown }
    return { offset, replacement, problem: { code: 'F017', words, terms: { name: term } } }
  })
}

/** A text with its full-width marks replaced, and the way back to the offsets of the original. */
export interface RepairedText {
  readonly text: string
  readonly toOriginal: (offset: number) => number
}

/** Replaces the marks, so that the rest of the file can be checked in the same pass. */
export const repairText = (text: string, marks: readonly FullWidthMark[]): RepairedText => {
  const sorted = [...marks].sort((a, b) => a.offset - b.offset)
  const found = sorted.map(({ offset, replacement }) => ({ offset, replacement, mark: '' }))
  const toOriginal = (offset: number): number => {
    let shift = 0
    for (const mark of sorted) {
      if (mark.offset + shift >= offset) break
      shift += mark.replacement.length - 1
    }
    return Math.max(0, Math.min(text.length, offset - shift))
  }
  return { text: applyReplacements(text, found, 0), toOriginal }
}
