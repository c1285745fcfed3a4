/**
 * Sorts things into groups by a key, groups and members in the order of first appearance.
 *
 * @example byKey([1, 2, 3], (n) => n % 2).get(1) // => [1, 3]
 */
export const byKey = <Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
