import {
  costData,
  costDocument,
  makeCostReport,
  renderCost,
  renderCostMarkdown,
  renderDelimited,
  type CostReport,
} from '../../reports/index.ts'
import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { refuseInput } from '../input/refuse-input.ts'
import { harmless } from '../text/harmless.ts'
import { writeReport } from '../write-report.ts'
import { nextCommands } from './cost/cost-next.ts'
import { readCostPlan } from './cost/read-cost-plan.ts'
import { readCostTables } from './cost/read-cost-tables.ts'

const draw = (report: CostReport, context: CommandContext): string => {
  const { flags, settings } = context
  const { language: lang, columns, ascii, colorOnStdout } = settings
  // A file has no window and no colours.
  const isFile = flags.out !== null && flags.out !== '-'
  const options = {
    lang,
    width: isFile ? Number.POSITIVE_INFINITY : columns,
    ascii,
    color: colorOnStdout && !isFile,
  }
  const next = nextCommands(report, context)
  switch (flags.format) {
    case 'json':
      return `${JSON.stringify(costDocument(report, lang, next), null, 2)}\n`
    case 'csv':
      return renderDelimited(costData(report), ',')
    case 'tsv':
      return renderDelimited(costData(report), '\t')
    case 'md':
      return renderCostMarkdown(report, options)
    default:
      return renderCost(report, { ...options, next: next.map(harmless) })
  }
}

/** A list of published runs says all about them: nothing may be laid over it. */
const refuseCompany = ({ operands, flags, words }: CommandContext): void => {
  const [flag] = flags.cost.keys()
  const given = operands[0] ?? (flag === undefined ? undefined : `--${flag}`)
  if (given !== undefined)
    throw new CommandError(
      exitCode.usage,
      words.cost.evaluateAlone(harmless(given)),
      words.usage.seeHelp('cost'),
    )
}

/** `froth cost [FILE]`: what a training run takes on the machines it may run on, and what that costs. */
export const cost = async (context: CommandContext): Promise<ExitCode> => {
  if (context.flags.evaluate !== null) {
    refuseCompany(context)
    const { evaluateCost } = await import('./evaluate-cost.ts')
    return evaluateCost(context, context.flags.evaluate)
  }
  const tables = await readCostTables(context.package.folder)
  const loaded = await readCostPlan(context, tables)
  if (!loaded.ok) return refuseInput(loaded, context)
  const result = makeCostReport(loaded.plan, tables)
  if (!result.ok) return refuseInput(loaded.refuse(result.problems), context)
  await writeReport(draw(result.report, context), context)
  return exitCode.done
}
