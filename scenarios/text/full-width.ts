import type { Problem } from '../units/problem.ts'
import { mayHoldTwins, twins, type FoundMark } from './full-width-twins.ts'
import { LineWalk } from './line-walk.ts'
import { replaceMarks } from './repair-text.ts'

/** A full-width mark that stands where YAML needs its half-width twin, and what to put there instead. */
export interface FullWidthMark extends FoundMark {
  /** `null` for a mark that only completes another, and for those beyond the first hundred. */
  readonly problem: Problem | null
}

const maxReported = 100
const shownAround = 60
const opensBlock = /(?:^|[-:]\s+)[|>][-+\d]*\s*(?:#.*)?$/u

const scanLines = (text: string): readonly FoundMark[] => {
  const found: FoundMark[] = []
  let flowDepth = 0
  let lineStart = text.startsWith('\uFEFF') ? 1 : 0
  let blockIndent = -1
  for (const line of text.slice(lineStart).split('\n')) {
    const indent = line.search(/\S/u)
    if (blockIndent >= 0 && indent >= 0 && indent <= blockIndent) blockIndent = -1
    if (blockIndent < 0) {
      const walk = new LineWalk(text, lineStart, lineStart + line.length, flowDepth, found)
      walk.walk()
      flowDepth = walk.flowDepth
      if (opensBlock.test(line.slice(-200))) blockIndent = Math.max(indent, 0)
    }
    lineStart += line.length + 1
  }
  return found
}

/** The line as it should be written, or the part around the mark when it is long. */
const repairAround = (text: string, found: readonly FoundMark[], offset: number): string => {
  const lineEnd = text.indexOf('\n', offset)
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - shownAround)
  const end = Math.min(lineEnd === -1 ? text.length : lineEnd, offset + shownAround)
  const inside = found.filter((mark) => mark.offset >= start && mark.offset < end)
  return replaceMarks(text.slice(start, end), inside, start).trim()
}

const describe = (text: string, found: readonly FoundMark[], { offset, mark }: FoundMark): Problem => {
  const [wanted, term] = twins[mark] ?? ['', '']
  const point = `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const shown = wanted === ':' ? '`: `' : `\`${wanted}\``
  const words = { mark, point, repaired: repairAround(text, found, offset), wanted: shown }
  return { code: 'F017', words, terms: { name: term } }
}

/**
 * Finds full-width punctuation that stands where YAML needs half-width: a YAML parser only says "implicit keys need to
 * be on a single line" somewhere else. Marks inside texts, comments and quotes are left alone.
 */
export const findFullWidthMarks = (text: string): readonly FullWidthMark[] => {
  if (!mayHoldTwins(text)) return []
  const found = scanLines(text)
  return found.map((mark, index) => {
    const isReported = !mark.isClosing && index < maxReported
    return { ...mark, problem: isReported ? describe(text, found, mark) : null }
  })
}
