import type { Flags } from '../arguments/flag-values.ts'
import { chooseLanguage, type Environment } from './language.ts'
import type { Language } from '../../reports/index.ts'
import { isSet, wantsAscii, wantsColor, type Terminal } from './terminal.ts'

/** How a long command talks while it works. */
export type ProgressMode = 'panel' | 'lines' | 'none'

/** Everything about a call that does not change results: flags over environment over what the terminal is. */
export interface Settings {
  readonly language: Language
  readonly ascii: boolean
  readonly colorOnStdout: boolean
  readonly colorOnStderr: boolean
  /** Words instead of marks, and a line every 30 seconds instead of a picture. */
  readonly accessible: boolean
  readonly progress: ProgressMode
  readonly quiet: boolean
  readonly columns: number
  /** Folder that holds results unless a command says otherwise. */
  readonly resultsFolder: string
}

const progressMode = (flags: Flags, environment: Environment, terminal: Terminal): ProgressMode => {
  if (flags.progress === 'none') return 'none'
  if (flags.progress === 'lines' || !terminal.stderrIsTty) return 'lines'
  if (flags.progress === 'bar') return 'panel'
  const isCalm = environment['TERM'] === 'dumb' || isSet(environment['CI']) || isAccessible(environment)
  return isCalm ? 'lines' : 'panel'
}

const isAccessible = (environment: Environment): boolean =>
  isSet(environment['ACCESSIBLE']) || environment['INK_SCREEN_READER'] === 'true'

/** Decides the settings of a call. */
export const resolveSettings = (flags: Flags, environment: Environment, terminal: Terminal): Settings => ({
  language: chooseLanguage(flags.lang, environment),
  ascii: wantsAscii(flags.ascii, environment),
  colorOnStdout: wantsColor(flags.noColor, environment, terminal.stdoutIsTty),
  colorOnStderr: wantsColor(flags.noColor, environment, terminal.stderrIsTty),
  accessible: isAccessible(environment),
  progress: progressMode(flags, environment, terminal),
  quiet: flags.quiet,
  columns: terminal.columns,
  resultsFolder: environment['FROTH_RESULTS'] || 'results',
})
