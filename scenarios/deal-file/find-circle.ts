/**
 * Places that lead from one to the next and back to the first; null if there is no such circle.
 *
 * @example findCircle([[1], [2], [1]]) // => [1, 2]
 */
export const findCircle = (next: readonly (readonly number[])[]): readonly number[] | null => {
  const isDone = next.map(() => false)
  const isOpen = next.map(() => false)
  const way: number[] = []
  const walk = (at: number): readonly number[] | null => {
    if (isOpen[at]) return way.slice(way.indexOf(at))
    if (isDone[at]) return null
    isOpen[at] = true
    way.push(at)
    for (const to of next[at] ?? []) {
      const circle = walk(to)
      if (circle !== null) return circle
    }
    way.pop()
    isOpen[at] = false
    isDone[at] = true
    return null
  }
  for (const at of next.keys()) {
    const circle = walk(at)
    if (circle !== null) return circle
  }
  return null
}
