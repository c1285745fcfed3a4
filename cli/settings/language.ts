import type { Language } from '../../reports/index.ts'

export type Environment = Readonly<Record<string, string | undefined>>

const toLanguage = (tag: string): Language | null => {
  const base = tag.toLowerCase().split(/[._@-]/)[0]
  return base === 'en' || base === 'zh' ? base : null
}

const isPlainC = (locale: string): boolean => locale === 'C' || locale === 'POSIX'

/**
 * The language of words: `--lang`, then FROTH_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG, else English. Empty means
 * unset; LC_ALL=C means English whatever LANGUAGE says; LANGUAGE is a list in order of liking.
 *
 * @example chooseLanguage('zh', { LANG: 'en_US.UTF-8' }) // => "zh"
 */
export const chooseLanguage = (flag: string | null, environment: Environment): Language => {
  const named = toLanguage(flag ?? '') ?? toLanguage(environment['FROTH_LANG'] ?? '')
  if (named !== null) return named
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  if (isPlainC(locale)) return 'en'
  const wishes = (environment['LANGUAGE'] ?? '').split(':').filter((wish) => wish !== '')
  for (const wish of wishes) {
    const language = toLanguage(wish)
    if (language !== null) return language
  }
  return toLanguage(locale) ?? 'en'
}

/** The value of `--lang` in a command line that may be wrong elsewhere, so that its mistakes are told in it. */
export const findLanguageFlag = (argv: readonly string[]): string | null => {
  const end = argv.indexOf('--')
  const flags = end === -1 ? argv : argv.slice(0, end)
  const inline = flags.findLast((word) => word.startsWith('--lang='))
  const apart = flags.lastIndexOf('--lang')
  return inline?.slice('--lang='.length) ?? (apart === -1 ? null : (flags[apart + 1] ?? null))
}
