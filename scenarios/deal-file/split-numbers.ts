import type { Finding } from '../text/parse-text.ts'

/** Three digits behind a comma: the middle of a number that braces took apart. */
const isPiece = ({ place: { span } }: Finding): boolean => {
  if (span === null || span.source.kind !== 'file') return false
  const { text } = span.source
  const before = text.slice(Math.max(0, span.start - 8), span.start)
  return /^\d{3}$/u.test(text.slice(span.start, span.end)) && /\d, ?$/u.test(before)
}

const isFirstOf = (finding: Finding, all: readonly Finding[]): boolean => {
  const start = finding.place.span?.start ?? 0
  // In 4,000,000 the second piece stands four characters behind the first.
  return !all.some(({ place }) => place.span?.start === start - 4)
}

/**
 * Says what is wrong where a number with commas stands inside `{ }` or `[ ]`, in place of what its pieces look like:
 * fields without a value, given twice, unknown.
 */
export const joinSplitNumbers = (findings: readonly Finding[]): readonly Finding[] => {
  const pieces = findings.filter(isPiece)
  if (pieces.length === 0) return findings
  const starts = new Set<number>()
  return findings.flatMap((finding) => {
    if (!isPiece(finding)) return [finding]
    const start = finding.place.span?.start ?? 0
    if (starts.has(start) || !isFirstOf(finding, pieces)) return []
    starts.add(start)
    return [{ problem: { code: 'F136', words: {} }, place: finding.place }]
  })
}
