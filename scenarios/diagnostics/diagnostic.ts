import type { Problem } from '../units/problem.ts'
import { codes } from './codes.ts'
import { fillIn, type Bilingual, type Language } from './language.ts'
import { phrases, terms } from './phrases.ts'
import { positionIn, type Position, type Span } from './source.ts'

/** A mistake or a warning in a scenario, ready to be printed or sent as JSON: plain data. */
export interface Diagnostic {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** One line, without the code. */
  readonly message: string
  /** Short text beside the caret, may be empty. */
  readonly label: string
  /** Dotted path of the field in file spelling, empty for the whole file. */
  readonly path: string
  /** Name of the source that the range lies in. */
  readonly file: string
  readonly range: { readonly start: Position; readonly end: Position } | null
  readonly help?: string
  readonly suggestion?: string
}

/** Where a mistake lies: the path of the field, and the stretch of text if there is one. */
export interface Place {
  readonly path: string
  readonly span: Span | null
  /** Name of the file when there is no text to point into. */
  readonly file: string
}

const textIn = (
  texts: Readonly<Record<string, Bilingual>>,
  key: string,
  words: Problem['words'],
  language: Language,
): string => {
  const text = texts[key]
  if (text === undefined) throw new RangeError(`makeDiagnostic: no text "${key}"`)
  return fillIn(text[language], words)
}

const wordsIn = (problem: Problem, place: Place, language: Language): Readonly<Record<string, string>> => {
  const words: Record<string, string> = {
    path: place.path,
    field: place.path.split('.').at(-1) ?? '',
    parent: place.path.split('.').slice(0, -1).join('.'),
    code: problem.code,
    file: place.file,
    ...problem.words,
  }
  for (const [gap, key] of Object.entries(problem.terms ?? {}))
    words[gap] = textIn(terms, key, words, language)
  return words
}

/**
 * Puts a problem into words and places it.
 * Throws a RangeError for a code or phrase that has no text.
 */
export const makeDiagnostic = (problem: Problem, place: Place, language: Language): Diagnostic => {
  const entry = codes[problem.code]
  if (entry === undefined) throw new RangeError(`makeDiagnostic: no diagnostic code ${problem.code}`)
  const words = wordsIn(problem, place, language)
  const { span } = place
  const helpKey = problem.help ?? entry.help
  const help = helpKey === undefined ? undefined : textIn(phrases, helpKey, words, language)
  return {
    code: problem.code,
    severity: entry.severity,
    message: fillIn(entry.message[language], words),
    label:
      problem.label === undefined
        ? fillIn(entry.label[language], words)
        : textIn(phrases, problem.label, words, language),
    path: place.path,
    file: span?.source.name ?? place.file,
    range:
      span === null
        ? null
        : { start: positionIn(span.source, span.start), end: positionIn(span.source, span.end) },
    ...(help === undefined ? {} : { help }),
    ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }),
  }
}
