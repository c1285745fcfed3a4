import type { CommandContext } from '../context.ts'
import { CommandError } from '../command-error.ts'
import { suggest } from '../arguments/suggest.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { FileError, nodeFiles } from '../files/index.ts'
import { sayLine, writeOut } from '../output.ts'
import { renderColumns, renderTabs } from '../text/columns.ts'
import { formatCount } from '../text/count.ts'
import { fileFailure } from '../text/file-text.ts'
import { harmless } from '../text/harmless.ts'
import type { Messages } from '../text/messages.ts'

type Cell = string | number | null

/** What is listed: names of the columns, and one record a row. */
interface Listing {
  readonly columns: readonly (keyof Messages['list']['columns'])[]
  readonly rows: readonly (readonly Cell[])[]
}

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

const render = (what: ListingName, { columns, rows }: Listing, { flags, words }: CommandContext): string => {
  if (flags.format === 'json') {
    const items = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
    return `${JSON.stringify({ schema: 'froth.list/1', what, items }, null, 2)}\n`
  }
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '')))
  if (flags.format === 'table') {
    return cells.length === 0
      ? ''
      : renderColumns(
          columns.map((name) => words.list.columns[name]),
          cells,
        )
  }
  return renderTabs(columns, cells)
}

/** `froth list [scenarios|results|shocks|templates]` */
export const list = async (context: CommandContext): Promise<ExitCode> => {
  const what = chooseListing(context)
  await writeOut(render(what, await listings[what](context), context))
  return exitCode.done
}
