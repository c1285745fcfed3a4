import { editDistance } from '../load/closest-word.ts'

/**
 * The words within two edits of a word, and fewer than half of its letters away, nearest first.
 *
 * @example closestWords('h10', ['h100', 'h200', 'gaudi2']) // => ['h100']
 */
export const closestWords = (word: string, candidates: readonly string[]): readonly string[] => {
  if (word.length > 60) return []
  return candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= 2)
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ candidate, distance }) => distance <= 2 && distance * 2 < candidate.length)
    .toSorted((left, right) => left.distance - right.distance)
    .map(({ candidate }) => candidate)
}
