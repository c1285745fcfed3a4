/** Drops what is left in an array from a larger table; setting the length of an array costs even if it stays. */
export function fitLength(values: unknown[], length: number): void {
  if (values.length > length) values.length = length
}
