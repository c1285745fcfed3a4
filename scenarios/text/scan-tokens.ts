import { Lexer } from 'yaml'
import type { Problem } from '../units/problem.ts'

/** A problem and the stretch of text it is about. */
export interface PlacedProblem {
  readonly problem: Problem
  readonly start: number
  readonly end: number
}

const maxTokens = 50_000
/** Deepest nesting of values. */
export const maxDepth = 32
/** Most aliases in a file. */
export const maxAliases = 100

/** Byte order mark and the lexer's own marks (document, flow error, scalar) take no room in the text. */
const isMark = (token: string): boolean => token === '\u0002' || token === '\u0018' || token === '\u001F'

/**
 * Looks through YAML tokens for what must not reach the parser, which recurses: 1 MB of `[` ends a process.
 * Stops at the first find. Refused: deep nesting, many tokens, tags, a second document, many aliases.
 */
export const scanTokens = (text: string): PlacedProblem | null => {
  let offset = 0
  let tokens = 0
  let depth = 0
  let inlineDepth = 0
  let aliases = 0
  let documents = 0
  let isScalar = false
  for (const token of new Lexer().lex(text)) {
    if (isMark(token)) {
      isScalar = token === '\u001F'
      continue
    }
    const found = (code: string, words = {}, terms = {}): PlacedProblem => ({
      problem: { code, words, terms },
      start: offset,
      end: offset + token.trimEnd().length,
    })
    const first = isScalar ? '' : (token[0] ?? '')
    isScalar = false
    tokens += 1
    if (tokens > maxTokens) return found('F003')
    if (first === '{' || first === '[') depth += 1
    else if (first === '}' || first === ']') depth -= 1
    else if (token === '-' || token === '?' || token === ':') inlineDepth += 1
    else if (first === '\n' || first === '\r' || first === ',') inlineDepth = 0
    else if (first === '!') return found('F012', { tag: token.trim() })
    else if (first === '*') aliases += 1
    else if (token.startsWith('---')) documents += 1
    if (depth > maxDepth || inlineDepth > maxDepth * 2) return found('F007')
    if (aliases > maxAliases) return found('F008', {}, { reason: 'tooManyAliases' })
    if (documents > 1) return found('F006')
    offset += token.length
  }
  return null
}
