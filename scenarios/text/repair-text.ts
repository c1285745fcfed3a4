import type { FoundMark } from './full-width-twins.ts'

/** A text with its full-width marks replaced, and the way back to the offsets of the original. */
export interface RepairedText {
  readonly text: string
  readonly toOriginal: (offset: number) => number
}

const inOrder = (marks: readonly FoundMark[]): readonly FoundMark[] =>
  [...marks].sort((a, b) => a.offset - b.offset)

/** A text that starts at offset `base`, with its marks replaced. */
export const replaceMarks = (text: string, marks: readonly FoundMark[], base: number): string => {
  const parts: string[] = []
  let from = 0
  for (const { offset, replacement } of inOrder(marks)) {
    parts.push(text.slice(from, offset - base), replacement)
    from = offset - base + 1
  }
  return parts.join('') + text.slice(from)
}

/** Replaces the marks, so that the rest of the file can be checked in the same pass. */
export const repairText = (text: string, marks: readonly FoundMark[]): RepairedText => {
  const shifts: { readonly from: number; readonly shift: number }[] = [{ from: 0, shift: 0 }]
  for (const { offset, replacement } of inOrder(marks)) {
    const shift = shifts.at(-1)?.shift ?? 0
    const added = replacement.length - 1
    if (added > 0) shifts.push({ from: offset + shift + 1, shift: shift + added })
  }
  const toOriginal = (offset: number): number => {
    let low = 0
    let high = shifts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((shifts[middle]?.from ?? 0) <= offset) low = middle
      else high = middle
    }
    return Math.max(0, Math.min(text.length, offset - (shifts[low]?.shift ?? 0)))
  }
  return { text: replaceMarks(text, marks, 0), toOriginal }
}
