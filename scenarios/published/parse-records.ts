import type { FileProblem } from './file-problem.ts'
import { shortJson } from './skip-reason.ts'

/** One row as it stands in the file: names and values, unchecked. */
export type PublishedRecord = Readonly<Record<string, unknown>>

export type ParsedRecords =
  | { readonly ok: true; readonly records: readonly PublishedRecord[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

const isRecord = (value: unknown): value is PublishedRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Programs that write NaN and Infinity write no JSON; here they become texts, which no reader takes for a number. */
const nameNonNumbers = (text: string): string =>
  text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gu, (found) =>
    found.startsWith('"') ? found : `"${found}"`,
  )

function parseJson(text: string): { value: unknown } | { detail: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    try {
      return { value: JSON.parse(nameNonNumbers(text)) as unknown }
    } catch {
      return { detail: error instanceof Error ? error.message : String(error) }
    }
  }
}

/** The line that a parser's message points at, if it says so. */
function lineOf(text: string, detail: string): number | null {
  const position = /position (?<position>\d+)/u.exec(detail)?.groups?.['position']
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length
}

function parseList(text: string): ParsedRecords {
  const parsed = parseJson(text)
  if ('detail' in parsed) {
    const number = lineOf(text, parsed.detail)
    return { ok: false, problems: [{ code: 'notJson', unit: 'line', number, detail: parsed.detail }] }
  }
  const values = Array.isArray(parsed.value) ? (parsed.value as unknown[]) : [parsed.value]
  if (values.length === 0) return { ok: false, problems: [{ code: 'empty' }] }
  const problems = values.flatMap((value, index): FileProblem[] =>
    isRecord(value) ? [] : [{ code: 'notRow', unit: 'row', number: index + 1, value: shortJson(value) }],
  )
  return problems.length > 0 ? { ok: false, problems } : { ok: true, records: values.filter(isRecord) }
}

function parseLines(text: string): ParsedRecords {
  const records: PublishedRecord[] = []
  const problems: FileProblem[] = []
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const number = index + 1
    const parsed = parseJson(line)
    if ('detail' in parsed) problems.push({ code: 'notJson', unit: 'line', number, detail: parsed.detail })
    else if (isRecord(parsed.value)) records.push(parsed.value)
    else problems.push({ code: 'notRow', unit: 'line', number, value: shortJson(parsed.value) })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, records }
}

/** True for a text that is one JSON value as a whole: one object over several lines is a row too. */
function isOneValue(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/**
 * Reads the rows of a file: a JSON array of objects, one object, or an object a line. Which of them it is, is seen from
 * the text, not from the file's name. All bad lines are listed.
 *
 * @example parseRecords('{"id":"a"}\n{"id":"b"}\n').ok // => true
 */
export function parseRecords(text: string): ParsedRecords {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (body.trim() === '') return { ok: false, problems: [{ code: 'empty' }] }
  return body.trimStart().startsWith('[') || isOneValue(body) ? parseList(body) : parseLines(body)
}
