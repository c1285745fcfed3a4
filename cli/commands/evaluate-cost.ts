import {
  evaluatePublished,
  evaluationDocument,
  fileProblemText,
  renderEvaluation,
  renderEvaluationTable,
  type Evaluation,
} from '../../reports/index.ts'
import { readPublished, type FileProblem } from '../../scenarios/index.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { sayLine, writeOut } from '../output.ts'
import { harmless } from '../text/harmless.ts'
import { writeNewFile } from '../write-new-file.ts'
import { readCostTables } from './cost/read-cost-tables.ts'
import { readRowsFile } from './evaluate-cost-input.ts'

/** Problems of a file that are told one by one. */
const mostProblems = 10

function tellProblems(problems: readonly FileProblem[], path: string, { settings }: CommandContext): void {
  const { language } = settings
  for (const problem of problems.slice(0, mostProblems))
    sayLine(`${harmless(path)}: ${harmless(fileProblemText(problem, language))}`)
  const rest = problems.length - mostProblems
  if (rest > 0) sayLine(language === 'zh' ? `另有 ${rest} 处` : `and ${rest} more`)
}

function render(evaluation: Evaluation, path: string, { flags, settings }: CommandContext): string {
  const { format, out } = flags
  if (format === 'json') return `${JSON.stringify(evaluationDocument(evaluation), null, 2)}\n`
  if (format !== 'table') return renderEvaluationTable(evaluation, format)
  const { language: lang, columns: width, ascii, colorOnStdout } = settings
  return renderEvaluation(evaluation, path, { lang, width, ascii, color: colorOnStdout && out === null })
}

/**
 * `froth cost --evaluate FILE`: predicts published runs and benchmarks and sets the predictions beside what was
 * reported. A row that cannot be predicted is skipped with its reason; a file that is no list of rows ends with 3.
 */
export const evaluateCost = async (context: CommandContext, path: string): Promise<ExitCode> => {
  const { flags, words } = context
  const text = await readRowsFile(path, context)
  const { machines, architectures } = await readCostTables(context.package.folder)
  const read = readPublished(text, { machines, architectures: architectures.architectures })
  if (!read.ok) {
    tellProblems(read.problems, path, context)
    return exitCode.invalidInput
  }
  const output = render(evaluatePublished(read.rows, read.skipped), path, context)
  if (flags.out === null || flags.out === '-') await writeOut(output)
  else await writeNewFile(flags.out, output, flags.force, words)
  return exitCode.done
}
