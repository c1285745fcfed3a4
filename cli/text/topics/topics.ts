import type { Language } from '../../../reports/index.ts'
import type { TopicName } from '../../arguments/commands.ts'
import { topicsInChinese } from './zh.ts'
import { topicsInEnglish } from './en.ts'

const pages: Readonly<Record<Language, Readonly<Record<TopicName, string>>>> = {
  en: topicsInEnglish,
  zh: topicsInChinese,
}

/** A help page in one language. */
export const topicIn = (language: Language, name: TopicName): string => pages[language][name]
