/**
 * The spelling of a name in files.
 * @example toSnakeCase('capabilityThresholdShift') // => "capability_threshold_shift"
 */
export const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

/**
 * A path as people write it.
 * @example renderPath(['shocks', 0, 'month']) // => "shocks[0].month"
 */
export const renderPath = (path: readonly (string | number)[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
