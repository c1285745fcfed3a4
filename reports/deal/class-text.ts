import type { DealClass } from '../../engine/finance/index.ts'
import type { Language } from '../text/language.ts'
import { classNames } from './deal-messages.ts'

/** The name of a class for the reader: the one it was given, or the word for its kind. */
export const classText = ({ kind, name }: Pick<DealClass, 'kind' | 'name'>, lang: Language): string =>
  kind === 'common' || kind === 'promised' || kind === 'available' ? classNames[kind][lang] : name

/** Names in a row. */
export const listText = (names: readonly string[], lang: Language): string =>
  names.join(lang === 'zh' ? '、' : ', ')
