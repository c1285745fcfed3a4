import { parseArgs } from 'node:util'
import { checkValue } from './check-value.ts'
import {
  commandDefinition,
  commandNames,
  flagValueOf,
  isCommandName,
  sharedFlags,
  synonyms,
  type CommandName,
} from './commands.ts'
import { readFlags, type Flags } from './flag-values.ts'
import { flagDefinition, flagNames, type FlagName } from './flags.ts'
import { suggest } from './suggest.ts'
import type { UsageProblem } from './usage-problem.ts'

export interface CommandLine {
  /** Null for `froth` alone. */
  readonly command: CommandName | null
  readonly operands: readonly string[]
  readonly flags: Flags
}

export type ParsedArguments =
  | { readonly ok: true; readonly line: CommandLine }
  /** `command` is the one that was being read, null before or without it. */
  | { readonly ok: false; readonly problem: UsageProblem; readonly command: CommandName | null }

interface GivenOption {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly isInline: boolean
}

const refuse = (problem: UsageProblem, command: CommandName | null = null): ParsedArguments => ({
  ok: false,
  problem,
  command,
})

const parseOptions = Object.fromEntries(
  flagNames.map((name) => {
    const { short, value } = flagDefinition(name)
    const type: 'boolean' | 'string' = value.kind === 'none' ? 'boolean' : 'string'
    return [name, short === undefined ? { type } : { type, short }]
  }),
)

/** Splits a command line into flags and plain words; what is allowed is looked at later. */
const tokenise = (argv: readonly string[]): { options: GivenOption[]; words: string[] } => {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parseOptions,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const options: GivenOption[] = []
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind === 'option') {
      const { name, rawName, value } = token
      options.push({ name, rawName, value, isInline: token.inlineValue === true })
    }
  }
  return { options, words }
}

const looksLikeScenario = (word: string): boolean =>
  /\.(ya?ml|json)$/i.test(word) || /[/\\]/.test(word) || ['book', 'bubble', 'gold-mine'].includes(word)

const unknownCommand = (given: string): UsageProblem => {
  if (looksLikeScenario(given)) return { kind: 'scenario_without_command', given }
  const synonym = Object.hasOwn(synonyms, given) ? synonyms[given] : null
  const meant = synonym !== null && isCommandName(synonym) ? synonym : suggest(given, commandNames)
  return { kind: 'unknown_command', given, suggestion: meant }
}

const notAllowed = (option: GivenOption, command: CommandName | null): UsageProblem => {
  const takers = commandNames.filter((name) =>
    (commandDefinition(name).flags as string[]).includes(option.name),
  )
  if (takers.length > 0 && command !== null) {
    return { kind: 'flag_of_another_command', flag: option.rawName, command, commands: takers }
  }
  const known = command === null ? sharedFlags : commandDefinition(command).flags
  const suggestion =
    suggest(option.name, known) ?? (command === null ? suggest(option.name, flagNames) : null)
  return {
    kind: 'unknown_flag',
    flag: option.rawName,
    suggestion: suggestion === null ? null : `--${suggestion}`,
  }
}

const operandProblem = (command: CommandName, operands: readonly string[]): UsageProblem | null => {
  const expected = commandDefinition(command).operands
  const missing = expected.find((name, i) => !name.startsWith('[') && i >= operands.length)
  if (missing !== undefined) return { kind: 'missing_operand', command, operand: missing }
  if (operands.length > expected.length) {
    return { kind: 'too_many_operands', command, given: operands[expected.length] }
  }
  return null
}

const outputFlags = ['json', 'csv', 'plain', 'format']

const clash = (given: ReadonlyMap<string, unknown>): UsageProblem | null => {
  const outputs = outputFlags.filter((name) => given.has(name)).map((name) => `--${name}`)
  return outputs.length > 1 ? { kind: 'clashing_flags', flags: outputs } : null
}

/** Reads a command line: flags may stand before or after the command, `--` ends them. */
export const parseArguments = (argv: readonly string[]): ParsedArguments => {
  const { options, words } = tokenise(argv)
  const [first, ...operands] = words
  if (first !== undefined && !isCommandName(first)) return refuse(unknownCommand(first))
  const command = first ?? null
  const allowed: readonly FlagName[] = command === null ? sharedFlags : commandDefinition(command).flags
  const given = new Map<string, (string | number | true)[]>()
  for (const option of options) {
    const name = allowed.find((flag) => flag === option.name)
    if (name === undefined) return refuse(notAllowed(option, command), command)
    const checked = checkValue(option.rawName, flagValueOf(command, name), option.value, option.isInline)
    if (!checked.ok) return refuse(checked.problem, command)
    given.set(name, [...(given.get(name) ?? []), ...checked.values])
  }
  const flags = readFlags(given)
  const wantsHelp = flags.help || flags.version
  const problem = clash(given) ?? (command === null || wantsHelp ? null : operandProblem(command, operands))
  return problem === null ? { ok: true, line: { command, operands, flags } } : refuse(problem, command)
}
