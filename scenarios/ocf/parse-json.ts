import type { Source } from '../diagnostics/source.ts'
import type { JsonValue } from './json-value.ts'
import type { OcfLog } from './ocf-log.ts'

/** A file of a package whose text is JSON. */
export interface ParsedFile {
  readonly source: Source
  readonly value: JsonValue
}

/** Where the parser stopped, as it says; the end of the text if it ran out of it. */
const stopOf = (message: string, text: string): number => {
  const at = /position (?<at>\d+)/u.exec(message)?.groups?.['at']
  return at === undefined ? Math.max(0, text.trimEnd().length - 1) : Math.min(Number(at), text.length)
}

/** Deepest nesting of an OCF file is below ten; far deeper ones would end the process when they are shown. */
const deepest = 64

/** Where brackets stand too deep, strings aside; -1 for nowhere. */
const tooDeepAt = (text: string): number => {
  let depth = 0
  for (const found of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gsu)) {
    if (found[0] === '[' || found[0] === '{') depth += 1
    if (found[0] === ']' || found[0] === '}') depth -= 1
    if (depth > deepest) return found.index
  }
  return -1
}

/** The value of a text, or nothing and a fault where it stops being JSON. */
export const parseJson = (source: Source, log: OcfLog): readonly ParsedFile[] => {
  const text = source.text.replace(/^\uFEFF/u, ' ')
  const deep = tooDeepAt(text)
  if (deep >= 0) {
    log.fault('F272', { source, path: [] }, { file: source.name }, { source, start: deep, end: deep + 1 })
    return []
  }
  try {
    return [{ source, value: JSON.parse(text) as JsonValue }]
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const start = stopOf(error.message, text)
    log.fault('F271', { source, path: [] }, { file: source.name }, { source, start, end: start + 1 })
    return []
  }
}
