import {
  makeReturnsReport,
  renderReturns,
  renderReturnsMarkdown,
  renderReturnsTable,
  returnsDocument,
  type ReturnsReport,
} from '../../reports/index.ts'
import { readCashFlows } from '../../scenarios/index.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { refuseInput } from '../input/refuse-input.ts'
import { writeReport } from '../write-report.ts'
import { readRowsFile } from './evaluate-cost-input.ts'

function draw(report: ReturnsReport, path: string, { flags, settings }: CommandContext): string {
  const { language: lang, columns, ascii, colorOnStdout } = settings
  switch (flags.format) {
    case 'json':
      return `${JSON.stringify(returnsDocument(report), null, 2)}\n`
    case 'csv':
    case 'tsv':
      return renderReturnsTable(report, flags.format)
    case 'md':
      return renderReturnsMarkdown(report, path, lang)
    default: {
      // A file has no window and no colours.
      const isFile = flags.out !== null && flags.out !== '-'
      const width = isFile ? Number.POSITIVE_INFINITY : columns
      return renderReturns(report, path, { lang, width, ascii, color: colorOnStdout && !isFile })
    }
  }
}

/**
 * `froth deal --returns FILE`: what became of dated cash flows, for each investment and all together. A file whose
 * content is wrong ends with 3, one that cannot be read with 6.
 */
export const dealReturns = async (context: CommandContext, path: string): Promise<ExitCode> => {
  const read = readCashFlows(await readRowsFile(path, context), path, context.settings.language)
  if (!read.ok) return refuseInput({ reason: 'content', ...read }, context)
  await writeReport(draw(makeReturnsReport(read), path, context), context)
  return exitCode.done
}
