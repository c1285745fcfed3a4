import type { JsonValue } from './json-value.ts'

const prefix = 'froth:'

/**
 * A line for the `comments` of an OCF object that says what OCF has no field for.
 *
 * @example frothComment('participation', 'full') // => 'froth: participation = full'
 */
export const frothComment = (key: string, value: string | number | boolean): string =>
  `${prefix} ${key} = ${value}`

/** What such lines say, by key; comments of anybody else are passed over. */
export const readFrothComments = (comments: JsonValue | undefined): ReadonlyMap<string, string> => {
  const said = new Map<string, string>()
  if (!Array.isArray(comments)) return said
  for (const line of comments as readonly JsonValue[]) {
    if (typeof line !== 'string' || !line.startsWith(prefix)) continue
    const at = line.indexOf(' = ')
    if (at > 0) said.set(line.slice(prefix.length, at).trim(), line.slice(at + 3))
  }
  return said
}
