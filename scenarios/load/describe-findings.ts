import { makeDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Language } from '../diagnostics/language.ts'
import type { Source } from '../diagnostics/source.ts'
import type { Finding } from '../text/parse-text.ts'

const inOrder = (findings: readonly Diagnostic[], sources: readonly Source[]): readonly Diagnostic[] => {
  const severity = (found: Diagnostic): number => (found.severity === 'error' ? 0 : 1)
  const sourceIndex = (found: Diagnostic): number => sources.findIndex(({ name }) => name === found.file)
  const offset = (found: Diagnostic): number => found.range?.start.offset ?? -1
  return [...findings].sort(
    (a, b) => severity(a) - severity(b) || sourceIndex(a) - sourceIndex(b) || offset(a) - offset(b),
  )
}

/**
 * Puts findings into words: errors first, then warnings, each in the order of the sources and their text. What has no
 * file of its own is said of `file`.
 */
export const describeFindings = (
  findings: readonly Finding[],
  sources: readonly Source[],
  file: string,
  language: Language,
): readonly Diagnostic[] => {
  const described = findings.map(({ problem, place }) => makeDiagnostic(problem, place, language))
  const placed = described.map((found) => (found.file === '' ? { ...found, file } : found))
  return inOrder(placed, sources)
}
