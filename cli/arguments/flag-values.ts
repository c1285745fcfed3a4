import { costFlagNames, type CostFlagName } from './cost-flags.ts'
import { dealFlagNames, type DealFlagName } from './deal-flags.ts'
import { tableNames, type TableName } from './flags.ts'

export type OutputFormat = 'table' | 'json' | 'csv' | 'tsv' | 'md'
export type ChartAxis = 'log' | 'linear'
export type ProgressChoice = 'auto' | 'bar' | 'lines' | 'none'

/** The flags of a command line once read; what was not given is null, false or empty. */
export interface Flags {
  readonly set: readonly string[]
  readonly seed: number | null
  readonly runs: number | null
  readonly jobs: number | null
  readonly out: string | null
  /** Null means the default tables. */
  readonly tables: readonly TableName[] | null
  readonly fresh: boolean
  readonly force: boolean
  readonly dryRun: boolean
  readonly resolved: boolean
  readonly format: OutputFormat
  readonly quiet: boolean
  readonly progress: ProgressChoice
  readonly noInput: boolean
  readonly lang: string | null
  readonly ascii: boolean
  readonly noColor: boolean
  readonly help: boolean
  readonly version: boolean
  /** What is given of a training run, as typed, in the order of the command line. */
  readonly cost: ReadonlyMap<CostFlagName, readonly string[]>
  /** Published runs that the cost model is measured against. */
  readonly evaluate: string | null
  /** What is laid over a deal file, as typed, in the order of the command line. */
  readonly deal: ReadonlyMap<DealFlagName, readonly string[]>
  /** True if the exits of a deal are listings. */
  readonly listing: boolean
  /** Dated cash flows whose returns are wanted. */
  readonly returns: string | null
  readonly axis: ChartAxis
  /** True for `--format ocf`: JSON in the Open Cap Table Format. */
  readonly openCapTable: boolean
}

/** Values as they stand on the command line, checked one by one: true for a flag without a value. */
export type GivenFlags = ReadonlyMap<string, readonly (string | number | true)[]>

const defaultTables: readonly TableName[] = ['runs', 'startups', 'rounds', 'market']

const lastOf = (given: GivenFlags, name: string): string | number | true | undefined =>
  given.get(name)?.at(-1)

const numberOf = (given: GivenFlags, name: string): number | null => {
  const value = lastOf(given, name)
  return typeof value === 'number' ? value : null
}

const textOf = (given: GivenFlags, name: string): string | null => {
  const value = lastOf(given, name)
  return typeof value === 'string' ? value : null
}

const tablesOf = (given: GivenFlags): readonly TableName[] | null => {
  const named = (given.get('tables') ?? []).map(String)
  const withEvents = given.has('events')
  if (named.length === 0 && !withEvents) return null
  if (named.includes('all')) return tableNames
  const wanted = new Set<string>(named.length === 0 ? defaultTables : named)
  if (withEvents) wanted.add('events')
  return tableNames.filter((name) => wanted.has(name))
}

const formatOf = (given: GivenFlags): OutputFormat => {
  if (given.has('json')) return 'json'
  if (given.has('csv')) return 'csv'
  if (given.has('plain')) return 'tsv'
  const named = textOf(given, 'format') ?? 'table'
  return named === 'ocf' ? 'json' : (named as OutputFormat)
}

const progressOf = (given: GivenFlags): ProgressChoice => {
  const named = (textOf(given, 'progress') ?? 'auto') as ProgressChoice
  if (named === 'auto' && given.has('no-ui')) return 'lines'
  return named === 'auto' && given.has('quiet') ? 'none' : named
}

const costOf = (given: GivenFlags): Flags['cost'] =>
  new Map(
    costFlagNames.flatMap((name) => {
      const values = given.get(name)
      return values === undefined ? [] : [[name, values.map(String)] as const]
    }),
  )

const dealOf = (given: GivenFlags): Flags['deal'] =>
  new Map(
    dealFlagNames.flatMap((name) => {
      const values = given.get(name)
      return values === undefined ? [] : [[name, values.map(String)] as const]
    }),
  )

/** Puts given values into their places, with the meaning of flags that stand for others. */
export const readFlags = (given: GivenFlags): Flags => ({
  set: (given.get('set') ?? []).map(String),
  seed: numberOf(given, 'seed'),
  runs: numberOf(given, 'runs'),
  jobs: numberOf(given, 'jobs'),
  out: textOf(given, 'out'),
  tables: tablesOf(given),
  fresh: given.has('fresh'),
  force: given.has('force'),
  dryRun: given.has('dry-run'),
  resolved: given.has('resolved'),
  format: formatOf(given),
  quiet: given.has('quiet'),
  progress: progressOf(given),
  noInput: given.has('no-input'),
  lang: textOf(given, 'lang'),
  ascii: given.has('ascii'),
  noColor: given.has('no-color'),
  help: given.has('help'),
  version: given.has('version'),
  cost: costOf(given),
  evaluate: textOf(given, 'evaluate'),
  deal: dealOf(given),
  listing: given.has('listing'),
  returns: textOf(given, 'returns'),
  axis: (textOf(given, 'axis') ?? 'log') as ChartAxis,
  openCapTable: lastOf(given, 'format') === 'ocf',
})
