import {
  renderDelimited,
  renderNumber,
  renderMoneyBack,
  renderSummary,
  renderSurvival,
  renderValuation,
  moneyBackData,
  survivalData,
  valuationData,
  type DataTable,
  type Summary,
  type TextOptions,
} from '../../reports/index.ts'
import { suggest } from '../arguments/suggest.ts'
import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { sayLine, writeOut } from '../output.ts'
import { renderSummaryJson } from '../program/market-reporter.ts'
import type { OpenedResult } from '../study/index.ts'
import { harmless } from '../text/harmless.ts'
import { openStoredResult } from './show/open-stored-result.ts'

/** A way of looking at a result: as text to read, and as raw numbers. */
interface View {
  readonly render: (summary: Summary, options: TextOptions) => string
  readonly data: (summary: Summary) => DataTable
}

/** The numbers of the summary by dotted name: one row each. */
const summaryData = (summary: Summary): DataTable => {
  const rows: (readonly [string, string | number | null])[] = []
  const walk = (path: string, value: unknown): void => {
    if (value === null || typeof value === 'number' || typeof value === 'string') rows.push([path, value])
    else if (typeof value === 'boolean') rows.push([path, String(value)])
    else if (!Array.isArray(value) && typeof value === 'object' && value !== undefined) {
      for (const [key, inner] of Object.entries(value)) walk(path === '' ? key : `${path}.${key}`, inner)
    }
  }
  walk('', summary)
  return { columns: ['name', 'value'], rows }
}

const views = {
  summary: { render: renderSummary, data: summaryData },
  survival: { render: renderSurvival, data: survivalData },
  valuation: { render: renderValuation, data: valuationData },
  returns: { render: renderMoneyBack, data: moneyBackData },
} satisfies Readonly<Record<string, View>>

type ViewName = keyof typeof views
const viewNames = Object.keys(views) as readonly ViewName[]

interface Wish {
  readonly view: ViewName
  readonly reference: string
}

/** VIEW and RESULT may both be left out; a first word that is no view is a result. */
const readWish = ({ operands, words }: CommandContext): Wish => {
  const [first, second] = operands
  const view = viewNames.find((name) => name === first)
  if (view !== undefined) return { view, reference: second ?? 'last' }
  if (second === undefined) return { view: 'summary', reference: first ?? 'last' }
  const help = words.help.known(viewNames)
  throw new CommandError(exitCode.usage, words.show.noSuchView(harmless(first)), help)
}

/** A word that is neither a view nor a result was perhaps a view with a slip. */
const withSuggestion = (error: unknown, { operands, words }: CommandContext): unknown => {
  const near = operands.length === 1 ? suggest(operands[0], viewNames) : null
  if (near === null || !(error instanceof CommandError)) return error
  return new CommandError(error.exitCode, error.message, words.usage.didYouMean(`froth show ${near}`))
}

const tableJson = (view: ViewName, summary: Summary, { columns, rows }: DataTable): string => {
  const records = rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
  const { id, seed, runs } = summary
  return `${JSON.stringify({ schema: `froth.${view}/1`, id, seed, runs, rows: records }, null, 2)}\n`
}

const draw = (view: ViewName, summary: Summary, { flags, settings }: CommandContext): string => {
  const { render, data } = views[view]
  if (flags.format === 'json') {
    return view === 'summary' ? renderSummaryJson(summary) : tableJson(view, summary, data(summary))
  }
  if (flags.format === 'csv') return renderDelimited(data(summary), ',')
  if (flags.format === 'tsv') return renderDelimited(data(summary), '\t')
  const { language: lang, columns: width, ascii, colorOnStdout: color } = settings
  return render(summary, { lang, width, ascii, color })
}

const tellUnfinished = (result: OpenedResult<Summary>, { words }: CommandContext): void => {
  const { manifest, doneRuns } = result
  if (manifest.status === 'complete') return
  sayLine(words.show.partial(renderNumber(doneRuns), renderNumber(manifest.runs)))
}

/** `froth show [VIEW] [RESULT]`: prints a stored result. */
export const show = async (context: CommandContext): Promise<ExitCode> => {
  const { view, reference } = readWish(context)
  const result = await openStoredResult(reference, context).catch((error: unknown) => {
    throw withSuggestion(error, context)
  })
  if (result.summary === null) {
    const folder = harmless(result.directory)
    throw new CommandError(exitCode.file, context.words.show.notFinished(folder), context.words.show.runAgain)
  }
  tellUnfinished(result, context)
  await writeOut(draw(view, result.summary, context))
  return exitCode.done
}
