/** Languages that messages exist in. */
export type Language = 'en' | 'zh'

/** One text in each language. */
export type Bilingual = Readonly<Record<Language, string>>

/**
 * Fills `{name}` gaps of a text; a gap without a word stays as it is, which a test looks for.
 * @example fillIn('unknown field `{field}`', { field: 'burn_rate' }) // => "unknown field `burn_rate`"
 */
export const fillIn = (text: string, words: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/gu, (gap, name: string) =>
    Object.hasOwn(words, name) ? (words[name] ?? gap) : gap,
  )
