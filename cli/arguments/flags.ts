import { costFlagDefinitions } from './cost-flags.ts'
import { dealFlagDefinitions } from './deal-flags.ts'
import type { FlagDefinition, FlagValue } from './flag-definition.ts'

export type { FlagDefinition, FlagValue } from './flag-definition.ts'

const none: FlagValue = { kind: 'none' }

/** Tables of a study that a run can write. */
export const tableNames = ['runs', 'startups', 'rounds', 'market', 'funds', 'panel', 'events'] as const
export type TableName = (typeof tableNames)[number]

/** Every flag, by its long name; a flag means the same wherever it is allowed. */
export const flagDefinitions = {
  ...costFlagDefinitions,
  ...dealFlagDefinitions,
  evaluate: { value: { kind: 'text', placeholder: 'FILE' } },
  listing: { value: none },
  returns: { value: { kind: 'text', placeholder: 'FILE' } },
  axis: { value: { kind: 'choice', allowed: ['log', 'linear'] } },
  seed: { value: { kind: 'number', placeholder: 'N', min: 0, max: Number.MAX_SAFE_INTEGER } },
  runs: { value: { kind: 'number', placeholder: 'N', min: 1, max: 10_000_000 } },
  jobs: { value: { kind: 'number', placeholder: 'N', min: 1, max: 1024 } },
  out: { short: 'o', value: { kind: 'text', placeholder: 'PATH' } },
  tables: { value: { kind: 'choice', allowed: [...tableNames, 'all'], many: true } },
  events: { value: none },
  fresh: { value: none },
  force: { value: none },
  'dry-run': { short: 'n', value: none },
  resolved: { value: none },
  json: { value: none },
  csv: { value: none },
  plain: { value: none },
  format: { value: { kind: 'choice', allowed: ['table', 'json', 'csv', 'tsv', 'md', 'ocf'] } },
  quiet: { short: 'q', value: none },
  progress: { value: { kind: 'choice', allowed: ['auto', 'bar', 'lines', 'none'] } },
  'no-ui': { value: none },
  'no-input': { value: none },
  lang: { value: { kind: 'choice', allowed: ['en', 'zh'] } },
  ascii: { value: none },
  'no-color': { value: none },
  help: { short: 'h', value: none },
  version: { value: none },
} as const satisfies Readonly<Record<string, FlagDefinition>>

export type FlagName = keyof typeof flagDefinitions
export const flagNames = Object.keys(flagDefinitions) as readonly FlagName[]

/** The definition of a flag, whatever its kind. */
export const flagDefinition = (name: FlagName): FlagDefinition => flagDefinitions[name]
