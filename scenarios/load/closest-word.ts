/** Fewest single-letter changes (insert, delete, replace, swap neighbours) from one word to another. */
export const editDistance = (from: string, to: string): number => {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1]
      const above = rows[i - 1] ?? []
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1))
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      if (isSwap) best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[from.length]?.[to.length] ?? 0
}

/**
 * The word that was probably meant: within two edits, and fewer than half of its letters; `null` rather than a bad guess.
 * @example closestWord('discipine', ['discipline', 'herding']) // => "discipline"
 */
export const closestWord = (word: string, candidates: readonly string[]): string | null => {
  if (word.length > 60) return null
  const lower = word.toLowerCase()
  let best: string | null = null
  let bestDistance = 3
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 2) continue
    const distance = editDistance(lower, candidate.toLowerCase())
    const isNear = distance < bestDistance && distance * 2 < Math.max(candidate.length, 3)
    if (!isNear) continue
    best = candidate
    bestDistance = distance
  }
  return best
}
