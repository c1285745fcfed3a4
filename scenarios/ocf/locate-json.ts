import type { JsonPath } from './json-value.ts'

/** A stretch of a text; `end` is exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const skipSpace = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /[\s\uFEFF,:]/u.test(text[at])) at += 1
  return at
}

const endOfString = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

/** End of the value that starts here; counts brackets, so that deep nesting costs no stack. */
const endOfValue = (text: string, from: number): number => {
  let depth = 0
  let at = from
  while (at < text.length) {
    const mark = text[at]
    if (mark === '"') at = endOfString(text, at) - 1
    if (mark === '{' || mark === '[') depth += 1
    if (mark === '}' || mark === ']') depth -= 1
    if (depth === 0 && /[\]}"]/u.test(mark)) return at + 1
    if (depth === 0 && /[\s,]/u.test(text[at + 1] ?? ' ')) return at + 1
    if (depth === 0 && /[\]}]/u.test(text[at + 1])) return at + 1
    at += 1
  }
  return at
}

const findKey = (text: string, open: number, key: string): number | null => {
  let found: number | null = null
  let at = skipSpace(text, open + 1)
  while (at < text.length && text[at] === '"') {
    const end = endOfString(text, at)
    const value = skipSpace(text, end)
    if (JSON.parse(text.slice(at, end)) === key) found = value
    at = skipSpace(text, endOfValue(text, value))
  }
  return found
}

const findPlace = (text: string, open: number, place: number): number | null => {
  let at = skipSpace(text, open + 1)
  for (let passed = 0; passed < place; passed += 1) {
    if (at >= text.length || text[at] === ']') return null
    at = skipSpace(text, endOfValue(text, at))
  }
  return text[at] === ']' ? null : at
}

/**
 * Where the value of a path stands in a JSON text that is known to be well formed; the deepest value on the way if the
 * path goes on. Of a key that is there twice the last counts, as for `JSON.parse`.
 *
 * @example locateJson('{"a": [1, 22]}', ['a', 1]) // => { "start": 10, "end": 12 }
 */
export const locateJson = (text: string, path: JsonPath): Stretch => {
  let at = skipSpace(text, 0)
  for (const part of path) {
    const next =
      typeof part === 'number'
        ? text[at] === '[' && findPlace(text, at, part)
        : text[at] === '{' && findKey(text, at, part)
    if (next === false || next === null) break
    at = next
  }
  return { start: at, end: endOfValue(text, at) }
}
