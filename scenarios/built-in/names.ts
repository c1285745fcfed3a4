/** Scenarios that come with froth, each a file `NAME.yaml` in this folder. */
export const builtInNames = ['book', 'bubble', 'gold-mine'] as const

export type BuiltInName = (typeof builtInNames)[number]

/**
 * Whether a name is that of a built-in scenario.
 * @example isBuiltInName('gold-mine') // => true
 */
export const isBuiltInName = (name: string): name is BuiltInName =>
  (builtInNames as readonly string[]).includes(name)
