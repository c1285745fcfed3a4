import { parseArguments, type CommandLine } from './arguments/parse-arguments.ts'
import { describeBug } from './bug-report.ts'
import { CommandError } from './command-error.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { listenForLostStreams, writeOut, writeTalk } from './output.ts'
import { findPackageRoot } from './package-root.ts'
import { chooseLanguage, findLanguageFlag } from './settings/language.ts'
import { resolveSettings } from './settings/settings.ts'
import { readTerminal } from './settings/terminal.ts'
import { messagesIn } from './text/messages.ts'

const argv = process.argv.slice(2)
const words = messagesIn(chooseLanguage(findLanguageFlag(argv), process.env))

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** Does what a command line asks for. */
const answer = async (line: CommandLine): Promise<ExitCode> => {
  const root = findPackageRoot()
  if (line.flags.version) {
    await writeOut(`froth ${root.version}\n`)
    return exitCode.done
  }
  const settings = resolveSettings(line.flags, process.env, readTerminal(process.env))
  const context = {
    ...line,
    settings,
    words: messagesIn(settings.language),
    package: root,
    commandLine: ['froth', ...argv.map(quoted)].join(' '),
  }
  if (line.command === null || line.flags.help) {
    const { showHelpFor } = await import('./commands/help.ts')
    return showHelpFor(context)
  }
  const { loadCommand } = await import('./commands/load-command.ts')
  return (await loadCommand(line.command))(context)
}

const obey = async (): Promise<ExitCode> => {
  const parsed = parseArguments(argv)
  if (parsed.ok) return answer(parsed.line)
  const { describeUsageProblem } = await import('./text/usage-text.ts')
  const { message, help } = describeUsageProblem(parsed.problem, parsed.command, words.usage)
  throw new CommandError(exitCode.usage, message, help)
}

/** An expected failure is told in a line or two; anything else is our bug and leaves a log. */
const tellFailure = (error: unknown): ExitCode => {
  if (error instanceof CommandError) {
    writeTalk(`froth: ${error.message}\n${error.help === null ? '' : `       ${error.help}\n`}`)
    return error.exitCode
  }
  writeTalk(describeBug(error, findPackageRoot().version, words.bug))
  return exitCode.bug
}

/** Runs the command line of this process to its exit code; whatever happens, the failure is told here. */
export const runCommandLine = async (): Promise<ExitCode> => {
  listenForLostStreams((code) => words.file.outputLost(words.file.reasons[code] ?? code))
  process.on('uncaughtException', (error) => process.exit(tellFailure(error)))
  return obey().catch(tellFailure)
}
