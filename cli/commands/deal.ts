import {
  dealData,
  dealDocument,
  makeDealReport,
  renderDeal,
  renderDealMarkdown,
  renderDelimited,
  type DealReport,
} from '../../reports/index.ts'
import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { refuseInput } from '../input/refuse-input.ts'
import { tellWarnings } from '../input/tell-warnings.ts'
import { harmless } from '../text/harmless.ts'
import { writeReport } from '../write-report.ts'
import { nextCommands } from './deal/deal-next.ts'
import { readDeal } from './deal/read-deal.ts'
import { dealProblem } from './deal/tell-deal-problem.ts'
import { writeOcfDeal } from './deal/write-ocf-deal.ts'

const draw = (report: DealReport, context: CommandContext): string => {
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
      return `${JSON.stringify(dealDocument(report, lang, next), null, 2)}\n`
    case 'csv':
      return renderDelimited(dealData(report, ','), ',')
    case 'tsv':
      return renderDelimited(dealData(report, '\t'), '\t')
    case 'md':
      return renderDealMarkdown(report, options)
    default:
      return renderDeal(report, { ...options, axis: flags.axis, next: next.map(harmless) })
  }
}

/** Flows of money say all about a return: no deal may stand beside them. */
const refuseDeal = ({ operands, flags, words }: CommandContext): void => {
  const [flag] = flags.deal.keys()
  const asDeal = flag === undefined ? undefined : `--${flag}`
  const given = operands[0] ?? asDeal ?? (flags.openCapTable ? '--format ocf' : undefined)
  if (given !== undefined)
    throw new CommandError(
      exitCode.usage,
      words.deal.returnsAlone(harmless(given)),
      words.usage.seeHelp('deal'),
    )
}

/** `froth deal FILE`: what a cap table and its rounds come to, and who gets what when the company is sold. */
export const deal = async (context: CommandContext): Promise<ExitCode> => {
  const { flags, operands, words } = context
  if (flags.returns !== null) {
    refuseDeal(context)
    const { dealReturns } = await import('./deal-returns.ts')
    return dealReturns(context, flags.returns)
  }
  if (operands.length === 0)
    throw new CommandError(exitCode.usage, words.deal.needsFile, words.usage.seeHelp('deal'))
  const loaded = await readDeal(context)
  if (!loaded.ok) return refuseInput(loaded, context)
  tellWarnings(loaded, context)
  const result = makeDealReport(loaded.deal)
  if (!result.ok)
    return refuseInput(loaded.refuse([dealProblem(result.problem, loaded, words.deal)]), context)
  if (flags.openCapTable) await writeOcfDeal(result.report, context)
  else await writeReport(draw(result.report, context), context)
  return exitCode.done
}
