import { codes } from './codes.ts'
import type { Language } from './language.ts'

/** Title and explanation of a diagnostic code (any letter case); `null` for a code that does not exist. */
export const explainCode = (
  code: string,
  language: Language,
): { readonly code: string; readonly title: string; readonly explanation: string } | null => {
  const name = code.toUpperCase()
  const entry = Object.hasOwn(codes, name) ? codes[name] : undefined
  return entry === undefined
    ? null
    : { code: name, title: entry.title[language], explanation: entry.explanation[language] }
}
