import { isatty } from 'node:tty'
import type { Environment } from './language.ts'

/** What is known of the terminal around the process. */
export interface Terminal {
  readonly stdoutIsTty: boolean
  readonly stderrIsTty: boolean
  /** Width for text on standard output; Infinity where there is no window: nothing is cut in a pipe. */
  readonly columns: number
}

/** True if a variable is set to something that does not mean no. */
export const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== '0' && value !== 'false'

/**
 * Whether a stream gets colours: `--no-color` wins, then FORCE_COLOR, then NO_COLOR, and without any of these a
 * terminal that is not dumb and not a CI log.
 */
export const wantsColor = (noColor: boolean, environment: Environment, isTty: boolean): boolean => {
  if (noColor) return false
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return isSet(forced)
  if (environment['NO_COLOR']) return false
  return isTty && environment['TERM'] !== 'dumb' && !isSet(environment['CI'])
}

/**
 * Whether drawing keeps to ASCII: `--ascii`, a terminal where ambiguous characters take two cells, or a locale whose
 * character set is not UTF-8. An unset locale says nothing and counts as UTF-8.
 */
export const wantsAscii = (ascii: boolean, environment: Environment): boolean => {
  if (ascii || environment['FROTH_AMBIGUOUS'] === 'wide') return true
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || ''
  if (locale === 'C' || locale === 'POSIX') return true
  const charset = locale.split('.')[1]?.split('@')[0]
  return charset !== undefined && !/^utf-?8$/i.test(charset)
}

const positiveNumber = (text: string | undefined): number | null => {
  const value = Number(text)
  return text !== undefined && Number.isInteger(value) && value > 0 ? value : null
}

/** The terminal of this process; COLUMNS is honoured where no window can be measured. */
export const readTerminal = (environment: Environment): Terminal => ({
  stdoutIsTty: isatty(1),
  stderrIsTty: isatty(2),
  columns:
    positiveNumber(environment['COLUMNS']) ??
    // A terminal that was never given a size says 0.
    (isatty(1) && process.stdout.columns > 0 ? process.stdout.columns : undefined) ??
    Number.POSITIVE_INFINITY,
})
