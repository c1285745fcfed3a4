import { costFlagNames } from './cost-flags.ts'
import { flagDefinition, type FlagName, type FlagValue } from './flags.ts'

/** Flags that every command takes. */
export const sharedFlags = ['lang', 'ascii', 'no-color', 'quiet', 'no-input', 'help', 'version'] as const

export interface CommandDefinition {
  /** Names of the operands in order; those in brackets may be left out. */
  readonly operands: readonly string[]
  readonly flags: readonly FlagName[]
  readonly examples: readonly string[]
  /** What `--format` may be, where the command takes it. */
  readonly formats?: readonly string[]
}

/** Every command: its operands, its own flags (the shared ones come on top) and examples of use. */
export const commandDefinitions = {
  init: {
    operands: ['[TEMPLATE]'],
    flags: ['out', 'force'],
    examples: ['froth init', 'froth init industry_specialist -o clinic.yaml', 'froth init deal'],
  },
  check: {
    operands: ['SCENARIO'],
    flags: ['set', 'seed', 'runs', 'resolved', 'json', 'format'],
    formats: ['table', 'json'],
    examples: [
      'froth check startup.yaml',
      'froth check book --resolved',
      'froth check - --json < startup.yaml',
    ],
  },
  run: {
    operands: ['SCENARIO'],
    flags: [
      'set',
      'seed',
      'runs',
      'jobs',
      'out',
      'tables',
      'events',
      'fresh',
      'dry-run',
      'json',
      'format',
      'progress',
      'no-ui',
    ],
    formats: ['table', 'json'],
    examples: [
      'froth run book',
      'froth run startup.yaml --runs 200 --set company.burn=3.9M/month',
      'cat startup.yaml | froth run - --json > result.json',
    ],
  },
  cost: {
    operands: ['[FILE]'],
    flags: [...costFlagNames, 'evaluate', 'out', 'force', 'json', 'csv', 'plain', 'format'],
    formats: ['table', 'json', 'csv', 'tsv', 'md'],
    examples: [
      'froth cost --params 70B --tokens 2T',
      'froth cost --params 70B --tokens 2T --gpu h100-sxm --gpus 1024 --tp 8 --pp 4',
      'froth cost --model llama3-8b --tokens 1T --gpu h100 --gpu b200 --date 2026-03',
      'froth cost run.yaml --commitment spot --json',
      'froth cost --model llama3-70b --tokens 2T --compress fp8,int4,2:4',
      'froth cost --workload cifar10-cnn',
    ],
  },
  deal: {
    operands: ['[FILE]'],
    flags: ['exit', 'listing', 'set', 'axis', 'returns', 'out', 'force', 'json', 'csv', 'plain', 'format'],
    formats: ['table', 'json', 'csv', 'tsv', 'md', 'ocf'],
    examples: [
      'froth deal acme.yaml',
      'froth deal acme.yaml --exit 20M,60M,1B',
      'froth deal acme.yaml --listing --json',
      'froth deal acme-ocf/ --exit 60M --format md -o memo.md',
      'froth deal acme.yaml --format ocf -o acme-ocf/',
      'froth deal --returns flows.csv',
    ],
  },
  show: {
    operands: ['[VIEW]', '[RESULT]'],
    flags: ['json', 'csv', 'plain', 'format'],
    formats: ['table', 'json', 'csv', 'tsv'],
    examples: ['froth show', 'froth show survival last~1', 'froth show valuation 7f3a --csv'],
  },
  list: {
    operands: ['[WHAT]'],
    flags: ['json', 'plain', 'format'],
    formats: ['table', 'json', 'tsv'],
    examples: ['froth list scenarios', 'froth list results', 'froth list gpus --plain'],
  },
  explain: {
    operands: ['CODE'],
    flags: ['json'],
    examples: ['froth explain F104'],
  },
  schema: {
    operands: ['[WHAT]'],
    flags: ['out', 'force', 'json'],
    examples: [
      'froth schema -o froth.schema.json',
      'froth schema cost',
      'froth schema deal',
      'froth schema codebook',
    ],
  },
  help: {
    operands: ['[TOPIC]'],
    flags: [],
    examples: ['froth help run', 'froth help exit-codes'],
  },
} as const satisfies Readonly<Record<string, CommandDefinition>>

export type CommandName = keyof typeof commandDefinitions
export const commandNames = Object.keys(commandDefinitions) as readonly CommandName[]

/** The definition of a command, with the shared flags added to its own. */
export const commandDefinition = (name: CommandName): CommandDefinition => {
  const own: CommandDefinition = commandDefinitions[name]
  return { ...own, flags: [...own.flags, ...sharedFlags] }
}

/** How the value of a flag of a command is read. */
export const flagValueOf = (command: CommandName | null, flag: FlagName): FlagValue => {
  const { value } = flagDefinition(flag)
  const formats = command === null ? undefined : commandDefinition(command).formats
  const isFormat = flag === 'format' && value.kind === 'choice' && formats !== undefined
  return isFormat ? { ...value, allowed: formats } : value
}

/** True for a word that is a command's name. */
export const isCommandName = (word: string): word is CommandName => Object.hasOwn(commandDefinitions, word)

/** Words that other tools use for what a command here does. */
export const synonyms: Readonly<Record<string, string>> = {
  lint: 'check',
  verify: 'check',
  diff: 'compare',
  simulate: 'run',
  captable: 'deal',
  waterfall: 'deal',
}

/** Help pages that are not about a command. */
export const topicNames = [
  'exit-codes',
  'environment',
  'formatting',
  'units',
  'cost-file',
  'deal-file',
  'returns',
  'reproducibility',
  'accessibility',
  'glossary',
] as const
export type TopicName = (typeof topicNames)[number]
