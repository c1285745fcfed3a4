import { harmlessText } from '../tables/harmless-text.ts'
import type { Delimiter } from './deal-columns.ts'

/** A word that a spreadsheet takes for a word, quoted where the delimiter or a quote is inside. */
export const dataCell = (text: string, delimiter: Delimiter): string => {
  const safe = harmlessText(text)
  return delimiter === ',' && /[",\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
