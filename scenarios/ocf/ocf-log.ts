import { makeDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { escapeControl } from '../diagnostics/escape-control.ts'
import { fillIn, type Language } from '../diagnostics/language.ts'
import type { Source, Span } from '../diagnostics/source.ts'
import { renderJsonPath, type JsonPath } from './json-value.ts'
import { locateJson } from './locate-json.ts'
import { noteTexts, type OcfNoteKind } from './note-texts.ts'
import type { OcfNote } from './ocf-file.ts'

/** Where in a package something stands. */
export interface OcfPlace {
  readonly source: Source
  readonly path: JsonPath
}

type Words = Readonly<Record<string, string>>

interface Fault extends OcfPlace {
  readonly code: string
  readonly words: Words
  readonly span: Span | null
}

interface Noted extends OcfPlace {
  readonly kind: OcfNoteKind
  readonly words: Words
  count: number
}

/** Most characters of a value that a message quotes. */
const mostQuoted = 80

const shortened = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([gap, word]) => [
      gap,
      word.length > mostQuoted * 4 ? `${word.slice(0, mostQuoted)}...` : word,
    ]),
  )

/** The first line of the stretch that a fault is about. */
const spanOf = ({ source, path, span }: Fault): Span => {
  const at = span ?? { source, ...locateJson(source.text, path) }
  const ending = source.text.indexOf('\n', at.start)
  const end = ending < 0 ? at.end : Math.min(at.end, ending)
  return { ...at, end: at.start + source.text.slice(at.start, end).trimEnd().length }
}

/** Faults whose place is looked up in the text, which takes a walk from its beginning; others have path and file. */
const mostLocated = 100

const render = (fault: Fault, place: number, language: Language): Diagnostic => {
  const { source, path, code, words } = fault
  const rendered = renderJsonPath(path)
  const shown = place < mostLocated ? spanOf(fault) : null
  return makeDiagnostic(
    { code, words: { path: rendered, ...shortened(words) } },
    { path: rendered, span: shown, file: source.name },
    language,
  )
}

/** What is wrong with a package, and what of it was left out or assumed. The same is said once. */
export class OcfLog {
  private readonly faults = new Map<string, Fault>()
  private readonly noted = new Map<string, Noted>()

  /** Says that something is wrong. */
  fault(code: string, { source, path }: OcfPlace, words: Words = {}, span: Span | null = null): void {
    const key = `${code} ${source.name} ${renderJsonPath(path)} ${words['field'] ?? ''}`
    if (!this.faults.has(key)) this.faults.set(key, { code, source, path, words, span })
  }

  /** Says that something is left out or assumed; what has the same words is counted. */
  note(kind: OcfNoteKind, { source, path }: OcfPlace, words: Words = {}): void {
    const key = `${kind} ${JSON.stringify(words)}`
    const known = this.noted.get(key)
    if (known === undefined) this.noted.set(key, { kind, source, path, words, count: 1 })
    else known.count += 1
  }

  get isSound(): boolean {
    return this.faults.size === 0
  }

  /** Everything wrong, in the order it was found. */
  problems(language: Language): readonly Diagnostic[] {
    return [...this.faults.values()].map((fault, place) => render(fault, place, language))
  }

  /** Everything left out or assumed, in the order it was found. */
  notes(language: Language): readonly OcfNote[] {
    return [...this.noted.values()].map(({ kind, source, path, words, count }) => ({
      kind,
      message: escapeControl(
        fillIn(noteTexts[kind][language], { ...shortened(words), count: String(count) }),
      ),
      file: source.name,
      path: renderJsonPath(path),
      count,
    }))
  }
}
