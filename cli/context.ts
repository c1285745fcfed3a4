import type { CommandLine } from './arguments/parse-arguments.ts'
import type { PackageRoot } from './package-root.ts'
import type { Settings } from './settings/settings.ts'
import type { Messages } from './text/messages.ts'

/** What every command is given. */
export interface CommandContext extends CommandLine {
  readonly settings: Settings
  readonly words: Messages
  readonly package: PackageRoot
  /** The command line as typed, for the manifest. */
  readonly commandLine: string
}
