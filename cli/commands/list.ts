import type { CommandContext } from '../context.ts'
import { CommandError } from '../command-error.ts'
import { renderCount } from '../../reports/index.ts'
import { suggest } from '../arguments/suggest.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { FileError, nodeFiles } from '../files/index.ts'
import { sayLine, writeOut } from '../output.ts'
import { renderColumns, renderTabs } from '../text/columns.ts'
import { formatCount } from '../text/count.ts'
import { fileFailure } from '../text/file-text.ts'
import { harmless } from '../text/harmless.ts'
import type { Listing } from './list/listing.ts'

const named = (names: readonly string[], about: Readonly<Record<string, string>>): Listing => ({
  columns: ['name', 'about'],
  rows: names.map((name) => [name, about[name] ?? '']),
})

const listResultsIn = async ({ settings, words }: CommandContext): Promise<Listing> => {
  const { listResults } = await import('../study/index.ts')
  const results = await listResults(nodeFiles, settings.resultsFolder).catch((error: unknown) => {
    throw error instanceof FileError ? fileFailure(error, words.file) : error
  })
  if (results.length === 0) sayLine(words.list.empty(harmless(settings.resultsFolder)))
  return {
    columns: ['id', 'name', 'runs', 'seed', 'state', 'folder'],
    rows: results.map(({ manifest, directory, doneRuns }) => [
      manifest.id,
      harmless(manifest.name),
      manifest.runs,
      manifest.seed,
      manifest.status === 'complete'
        ? words.list.finished
        : words.list.unfinished(formatCount(doneRuns), formatCount(manifest.runs)),
      harmless(directory),
    ]),
  }
}

const listings = {
  scenarios: async ({ words }: CommandContext): Promise<Listing> => {
    const { builtInNames } = await import('../../scenarios/index.ts')
    return named(builtInNames, words.scenarios)
  },
  results: listResultsIn,
  shocks: async ({ words }: CommandContext): Promise<Listing> => {
    const { shocks } = await import('../../scenarios/index.ts')
    return named(shocks, words.shocks)
  },
  templates: async ({ words }: CommandContext): Promise<Listing> => {
    const { templateNames } = await import('../../scenarios/index.ts')
    return named(templateNames, words.templates)
  },
  gpus: async (context: CommandContext): Promise<Listing> =>
    (await import('./list/list-tables.ts')).listGpus(context),
  models: async (context: CommandContext): Promise<Listing> =>
    (await import('./list/list-tables.ts')).listModels(context),
  grids: async (context: CommandContext): Promise<Listing> =>
    (await import('./list/list-tables.ts')).listGrids(context),
}

type ListingName = keyof typeof listings
const listingNames = Object.keys(listings) as readonly ListingName[]

const chooseListing = ({ operands, words }: CommandContext): ListingName => {
  const asked = operands[0] ?? 'results'
  const found = listingNames.find((name) => name === asked)
  if (found !== undefined) return found
  const near = suggest(asked, listingNames)
  const help = near === null ? null : words.usage.didYouMean(near)
  throw new CommandError(exitCode.usage, words.list.unknown(harmless(asked), listingNames), help)
}

/** The cells of a table on screen: large numbers are shortened, and the last column is cut to the window. */
const tableCells = (
  { columns, rows, large = [] }: Listing,
  { settings }: CommandContext,
): readonly (readonly string[])[] =>
  rows.map((row) =>
    row.map((cell, i) => {
      if (typeof cell === 'number' && large.includes(columns[i])) return renderCount(cell, settings.language)
      return String(cell ?? '')
    }),
  )

const render = (what: ListingName, listing: Listing, context: CommandContext): string => {
  const { columns, rows } = listing
  const { flags, words } = context
  if (flags.format === 'json') {
    const items = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
    return `${JSON.stringify({ schema: 'froth.list/1', what, items }, null, 2)}\n`
  }
  if (flags.format === 'table') {
    const titles = columns.map((name) => words.list.columns[name])
    return rows.length === 0
      ? ''
      : renderColumns(titles, tableCells(listing, context), context.settings.columns)
  }
  return renderTabs(
    columns,
    rows.map((row) => row.map((cell) => String(cell ?? ''))),
  )
}

/** `froth list [scenarios|results|shocks|templates|gpus|models|grids]` */
export const list = async (context: CommandContext): Promise<ExitCode> => {
  const what = chooseListing(context)
  await writeOut(render(what, await listings[what](context), context))
  return exitCode.done
}
