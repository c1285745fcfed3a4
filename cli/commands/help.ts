import { padRight, wrapToWidth } from '../../reports/index.ts'
import {
  commandDefinition,
  commandDefinitions,
  commandNames,
  flagValueOf,
  isCommandName,
  sharedFlags,
  topicNames,
  type CommandName,
} from '../arguments/commands.ts'
import { flagDefinition, type FlagName } from '../arguments/flags.ts'
import { suggest } from '../arguments/suggest.ts'
import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { writeOut } from '../output.ts'
import { harmless } from '../text/harmless.ts'
import type { Messages } from '../text/messages.ts'
import { topicIn } from '../text/topics/topics.ts'

const widest = 79

const definition = (term: string, meaning: string, termWidth: number): string[] => {
  const lines = wrapToWidth(meaning, widest - termWidth - 2)
  return lines.map((line, i) => `  ${padRight(i === 0 ? term : '', termWidth)}${line}`)
}

const flagTerm = (command: CommandName, name: FlagName): string => {
  const { short } = flagDefinition(name)
  const value = flagValueOf(command, name)
  const shown = short === undefined ? `    --${name}` : `-${short}, --${name}`
  if (value.kind === 'none') return shown
  return `${shown} ${value.kind === 'choice' ? value.allowed.join('|') : value.placeholder}`
}

const flagLines = (command: CommandName, names: readonly FlagName[], words: Messages): string[] =>
  names.flatMap((name) => {
    const term = flagTerm(command, name)
    const meaning = words.flags[name]
    if (term.length <= 22) return definition(term, meaning, 25)
    return [`  ${term}`, ...definition('', meaning, 25)]
  })

/** Help on one command: examples first. */
export const renderCommandHelp = (name: CommandName, words: Messages): string => {
  const { operands, examples } = commandDefinition(name)
  const own: readonly FlagName[] = commandDefinitions[name].flags
  const usage = ['froth', name, ...operands, ...(own.length > 0 ? ['[...]'] : [])].join(' ')
  const flags = own.length > 0 ? [words.help.flags, ...flagLines(name, own, words), ''] : []
  return [
    usage,
    ...wrapToWidth(words.commands[name], widest),
    '',
    words.help.examples,
    ...examples.map((example) => `  ${example}`),
    '',
    ...wrapToWidth(words.commandDetails[name], widest),
    '',
    ...flags,
    words.help.sharedFlags,
    ...flagLines(name, sharedFlags, words),
    ...(name === 'help' ? ['', words.help.topics, ...topicNames.map((topic) => `  ${topic}`)] : []),
    '',
  ].join('\n')
}

/** What `froth` alone says: the first steps. */
export const renderFirstSteps = (version: string, words: Messages): string => {
  const { firstSteps } = words
  const others = commandNames.filter((name) => !['init', 'run', 'help'].includes(name))
  return [
    `froth ${version}   ${words.tagline}`,
    '',
    ...definition('froth run book', firstSteps.book, 26),
    ...definition('froth init', firstSteps.init, 26),
    ...definition('froth run startup.yaml', firstSteps.run('1,000'), 26),
    '',
    `${firstSteps.also}   ${others.join('  ')}`,
    `${firstSteps.help}   froth ${firstSteps.command} -h   ${firstSteps.topics}   froth help   ${firstSteps.otherLanguage}`,
    '',
  ].join('\n')
}

/** All commands and topics. */
export const renderOverview = (words: Messages): string =>
  [
    words.help.commands,
    ...commandNames.flatMap((name) => definition(name, words.commands[name], 10)),
    '',
    words.help.topics,
    ...topicNames.map((name) => `  froth help ${name}`),
    '',
  ].join('\n')

const unknownTopic = (given: string, words: Messages): CommandError => {
  const known = [...commandNames, ...topicNames]
  const near = suggest(given, known)
  const help = near === null ? words.help.known(known) : words.usage.didYouMean(near)
  return new CommandError(exitCode.usage, words.help.unknownTopic(harmless(given)), help)
}

/** Help for a command line that asks for it with `-h`, or that names no command. */
export const showHelpFor = async (context: CommandContext): Promise<ExitCode> => {
  const { command, words, flags } = context
  const overview = flags.help ? `\n${renderOverview(words)}` : ''
  const first = `${renderFirstSteps(context.package.version, words)}${overview}`
  await writeOut(command === null ? first : renderCommandHelp(command, words))
  return exitCode.done
}

/** `froth help [COMMAND|TOPIC]` */
export const help = async (context: CommandContext): Promise<ExitCode> => {
  const { operands, words, settings } = context
  const [asked] = operands
  if (asked === undefined) {
    await writeOut(renderOverview(words))
    return exitCode.done
  }
  const topic = topicNames.find((name) => name === asked)
  if (topic !== undefined) await writeOut(`${topicIn(settings.language, topic)}\n`)
  else if (isCommandName(asked)) await writeOut(renderCommandHelp(asked, words))
  else throw unknownTopic(asked, words)
  return exitCode.done
}
