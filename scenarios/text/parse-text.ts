import { parseDocument, type Document, type YAMLParseError } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Source } from '../diagnostics/source.ts'
import type { Problem } from '../units/problem.ts'
import { TreeBuilder } from './build-tree.ts'
import { findFullWidthMarks } from './full-width.ts'
import { repairText } from './repair-text.ts'
import { scanTokens, type PlacedProblem } from './scan-tokens.ts'
import type { MapNode } from './tree.ts'

/** A problem and its place, not yet in words. */
export interface Finding {
  readonly problem: Problem
  readonly place: Place
}

/** The tree of a text as far as it could be read, and what is wrong with it. */
export interface ParsedText {
  readonly tree: MapNode | null
  readonly findings: readonly Finding[]
}

const reasonOf = (error: YAMLParseError): string => {
  if (error.code === 'MISSING_CHAR') return /quote/u.test(error.message) ? 'unclosedQuote' : 'strayCharacter'
  if (error.code === 'BAD_INDENT')
    return /must be sufficiently indented and end with/u.test(error.message)
      ? 'unclosedBracket'
      : 'indentation'
  if (error.code === 'MULTILINE_IMPLICIT_KEY') return 'missingColon'
  if (error.code === 'BAD_SCALAR_START') return 'badScalar'
  return 'strayCharacter'
}

/** The parser notices at the end of the text that something is not closed; people look for where it opens. */
const findOpening = (error: YAMLParseError, text: string): number | null => {
  const opening = /(?:(")quote|(')quote|(Flow map)|(Flow sequence))/u.exec(error.message)
  const mark = opening?.[1] ?? opening?.[2] ?? (opening?.[3] === undefined ? opening?.[4] && '[' : '{')
  const at = mark === undefined ? -1 : text.lastIndexOf(mark, error.pos[0] - 1)
  return at < 0 ? null : at
}

const yamlProblem = (error: YAMLParseError, text: string): PlacedProblem => {
  const opening = findOpening(error, text)
  const [start, end] = opening === null ? error.pos : [opening, opening + 1]
  if (error.code === 'TAB_AS_INDENT') return { problem: { code: 'F014', words: {} }, start, end }
  if (error.code === 'MULTIPLE_DOCS') return { problem: { code: 'F006', words: {} }, start, end: start + 3 }
  return { problem: { code: 'F005', words: {}, terms: { reason: reasonOf(error) } }, start, end }
}

const rootProblem = (document: Document.Parsed, text: string): PlacedProblem => {
  const kind = document.contents?.constructor.name === 'YAMLSeq' ? 'list' : 'singleValue'
  const [start, end] = document.contents?.range ?? [0, 0]
  const line = text.slice(start, end).split('\n')[0] ?? ''
  return { problem: { code: 'F015', words: {}, terms: { found: kind } }, start, end: start + line.length }
}

/** Invisible characters that YAML lets through and people cannot see. */
const findControlCharacter = (text: string): PlacedProblem | null => {
  const match = /(?![\t\n\r])[\p{Cc}\u2028-\u202E\u2066-\u2069]/u.exec(text)
  if (match === null) return null
  const point = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return { problem: { code: 'F018', words: { point } }, start: match.index, end: match.index + 1 }
}

const placed = (source: Source, found: PlacedProblem): Finding => ({
  problem: found.problem,
  place: { path: '', file: source.name, span: { source, start: found.start, end: found.end } },
})

/** Where a mistake is looked for before the parser runs: each of these makes parsing pointless or dangerous. */
const findStopper = (text: string): PlacedProblem | null => findControlCharacter(text) ?? scanTokens(text)

/**
 * Parses the text of a scenario into a tree that knows its places. Full-width punctuation is reported and then read as
 * meant, so that later mistakes show in the same pass; after a YAML error there is no tree.
 */
export const parseText = (source: Source): ParsedText => {
  const marks = findFullWidthMarks(source.text)
  const { text, toOriginal } = repairText(source.text, marks)
  const findings: Finding[] = marks.flatMap(({ problem, offset }) =>
    problem === null ? [] : [placed(source, { problem, start: offset, end: offset + 1 })],
  )
  const stop = (found: PlacedProblem): ParsedText => {
    const original = { ...found, start: toOriginal(found.start), end: toOriginal(found.end) }
    return { tree: null, findings: [...findings, placed(source, original)] }
  }
  const stopper = findStopper(text)
  if (stopper !== null) return stop(stopper)
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
  })
  const [error] = document.errors
  if (error !== undefined) return stop(yamlProblem(error, text))
  const builder = new TreeBuilder(source, toOriginal)
  const tree = builder.build(document.contents)
  findings.push(...builder.problems.map((found) => placed(source, found)))
  if (tree.kind !== 'map') return stop(rootProblem(document, text))
  const isBroken = builder.problems.some(({ problem }) => ['F007', 'F008', 'F009'].includes(problem.code))
  return { tree: isBroken ? null : tree, findings }
}
