/**
 * Edits (insert, delete, replace, swap of neighbours) that turn one word into another.
 *
 * Source: optimal string alignment distance.
 *
 * @example editDistance('chekc', 'check') // => 1
 */
export const editDistance = (from: string, to: string): number => {
  const a = [...from]
  const b = [...to]
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  for (let j = 1; j <= b.length; j++) rows[0][j] = j
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replace = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)
      let best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replace)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) best = Math.min(best, rows[i - 2][j - 2] + 1)
      rows[i][j] = best
    }
  }
  return rows[a.length][b.length]
}

/**
 * The known word nearest to what was typed, if it is within two edits and shares something with it; else null.
 *
 * @example suggest('rnu', ['run', 'show']) // => "run"
 */
export const suggest = (given: string, known: readonly string[]): string | null => {
  let best: string | null = null
  let bestDistance = 3
  for (const word of known) {
    if (Math.abs(word.length - given.length) > 2) continue
    const distance = editDistance(given, word)
    if (distance < bestDistance && distance < word.length - 1) {
      best = word
      bestDistance = distance
    }
  }
  return best
}
