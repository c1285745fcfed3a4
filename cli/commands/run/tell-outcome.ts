import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { renderElapsed, renderNumber, renderSummary, shortId, type Summary } from '../../../reports/index.ts'
import type { CommandContext } from '../../context.ts'
import { exitCode, type ExitCode } from '../../exit-code.ts'
import { sayLine, writeOut, writeTalk } from '../../output.ts'
import type { StudyOutcome } from '../../study/index.ts'
import { toAsciiMarks } from '../../text/ascii.ts'
import { harmless } from '../../text/harmless.ts'

type Outcome = StudyOutcome<Summary>

const shownFailures = 3

/** A path as people would type it here. */
const shownPath = (path: string): string => {
  const below = relative(process.cwd(), path)
  return harmless(below === '' || below.startsWith('..') ? path : `./${below}`)
}

const tellStopped = (outcome: Outcome, { settings, words }: CommandContext): ExitCode => {
  const { run } = words
  const { doneRuns, totalRuns, elapsedSeconds } = outcome
  const stopped = run.stopped(renderNumber(doneRuns), renderNumber(totalRuns), renderElapsed(elapsedSeconds))
  const wider = Math.round(100 * (Math.sqrt(totalRuns / Math.max(1, doneRuns)) - 1))
  const mark = settings.ascii ? toAsciiMarks('■') : '■'
  writeTalk(`${mark} ${stopped}${doneRuns > 0 ? `   ${run.wider(wider)}` : ''}\n`)
  writeTalk(`${run.toGoOn}    ${run.exit(exitCode.interrupted)}\n`)
  return exitCode.interrupted
}

const tellFailures = (outcome: Outcome, { words }: CommandContext): void => {
  const { run } = words
  const { failedRuns, totalRuns, failures } = outcome
  sayLine(run.someFailed(renderNumber(failedRuns), renderNumber(totalRuns)))
  for (const failure of failures.slice(0, shownFailures)) {
    sayLine(run.failure(renderNumber(failure.run), harmless(failure.message)))
  }
  const more = failedRuns - Math.min(shownFailures, failures.length)
  if (more > 0) sayLine(run.moreFailures(renderNumber(more)))
}

const passedGates = ({ gates }: Summary): number => gates.filter(({ pass }) => pass === true).length

/** The closing line of a log: how many runs in which time, the gates, the id. */
const doneLine = (outcome: Outcome, summary: Summary, { words }: CommandContext): string => {
  const { run } = words
  const { gates } = summary
  return [
    run.done(renderNumber(outcome.doneRuns), renderElapsed(outcome.elapsedSeconds)),
    ...(gates.length > 0 ? [run.gates(passedGates(summary), gates.length)] : []),
    run.identity(shortId(summary.id)),
  ].join(', ')
}

const writeResult = async (outcome: Outcome, summary: Summary, context: CommandContext): Promise<void> => {
  const { flags, settings } = context
  if (flags.format === 'json')
    return writeOut(await readFile(join(outcome.directory, 'summary.json'), 'utf8'))
  const isNew = outcome.status === 'complete'
  const text = renderSummary(summary, {
    lang: settings.language,
    width: settings.columns,
    ascii: settings.ascii,
    color: settings.colorOnStdout,
    ...(isNew ? { elapsedSeconds: outcome.elapsedSeconds } : {}),
    next: ['froth show survival', 'froth show valuation', 'froth list results'],
  })
  return writeOut(text)
}

/** Tells how a study ended: results on standard output, the rest on standard error. */
export const tellOutcome = async (outcome: Outcome, context: CommandContext): Promise<ExitCode> => {
  const { settings, words } = context
  if (outcome.status === 'stopped') return tellStopped(outcome, context)
  const summary = outcome.summary!
  const folder = shownPath(outcome.directory)
  if (!settings.quiet && outcome.status === 'reopened') sayLine(words.run.reopened(folder))
  if (settings.progress === 'lines' && outcome.status === 'complete')
    sayLine(doneLine(outcome, summary, context))
  await writeResult(outcome, summary, context)
  if (!settings.quiet) sayLine(`${words.run.results}  ${folder}/`)
  if (outcome.failedRuns > 0) {
    tellFailures(outcome, context)
    return exitCode.runsFailed
  }
  return passedGates(summary) === summary.gates.length ? exitCode.done : exitCode.gateFailed
}
