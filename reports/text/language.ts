/** The languages that froth speaks. Keys, column names and codes are English in both. */
export const languages = ['en', 'zh'] as const

export type Language = (typeof languages)[number]

/** A sentence or word in every language. */
export type Text = Readonly<Record<Language, string>>
