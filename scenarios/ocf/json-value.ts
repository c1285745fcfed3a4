/** What a JSON text can hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonRecord

/** A JSON object. */
export interface JsonRecord {
  readonly [field: string]: JsonValue
}

/** Keys and places from the top of a file down to a value. */
export type JsonPath = readonly (string | number)[]

/** Whether a value is a JSON object, and no list. */
export const isRecord = (value: JsonValue | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

/** The value at a path; undefined where the path leads nowhere. */
export const valueAt = (value: JsonValue, path: JsonPath): JsonValue | undefined => {
  let at: JsonValue | undefined = value
  for (const part of path) {
    if (typeof part === 'number') at = at !== undefined && isList(at) ? at[part] : undefined
    else at = isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined
    if (at === undefined) return undefined
  }
  return at
}

/**
 * A path as people write it.
 *
 * @example renderJsonPath(['items', 3, 'quantity']) // => 'items[3].quantity'
 */
export const renderJsonPath = (path: JsonPath): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./u, '')
