import type { Language } from '../../reports/index.ts'
import { en, type Messages } from './en.ts'
import { zh } from './zh.ts'

export type { Messages } from './en.ts'

const catalogues: Readonly<Record<Language, Messages>> = { en, zh }

/** The words of one language. */
export const messagesIn = (language: Language): Messages => catalogues[language]
