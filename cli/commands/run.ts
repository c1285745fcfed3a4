import * as Effect from 'effect/Effect'
import type { Summary } from '../../reports/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { loadInput } from '../input/load-input.ts'
import { listenForInterrupts } from '../interrupts.ts'
import { marketEnvironment } from '../program/study-environment.ts'
import { runStudy, type StudyOutcome, type StudyRequest } from '../study/index.ts'
import { studyFailure } from '../study-failure.ts'
import { harmless } from '../text/harmless.ts'
import { tellDiagnostics, tellRefusal } from './check.ts'
import { chooseWatcher } from './run/choose-watcher.ts'
import { tellDryRun } from './run/dry-run.ts'
import { makeRequest } from './run/make-request.ts'
import { tellOutcome } from './run/tell-outcome.ts'

/**
 * Runs a study under the eyes of a watcher, which leaves the terminal as it was before anything else is said.
 *
 * Fails: CommandError for each expected failure.
 */
const follow = async (
  request: StudyRequest<Scenario>,
  context: CommandContext,
): Promise<StudyOutcome<Summary>> => {
  const interrupts = listenForInterrupts(
    () => watcher.stopRequested(),
    () => process.exit(exitCode.interrupted),
  )
  const { scenario, seed, jobs, runs } = request
  const study = {
    name: harmless(scenario.name),
    horizonMonths: scenario.horizonMonths,
    seed,
    workers: jobs,
    totalRuns: runs,
  }
  const watcher = chooseWatcher(study, context, interrupts.interrupt)
  const { stopSignal, dropSignal } = interrupts
  const hooks = {
    onProgress: (progress: Parameters<typeof watcher.progressed>[0]) => watcher.progressed(progress),
    onNotice: (notice: string) => watcher.noticed(harmless(notice)),
    stopSignal,
    dropSignal,
  }
  try {
    const outcome = await Effect.runPromise(
      runStudy(request, hooks, marketEnvironment).pipe(
        Effect.mapError((error) => studyFailure(error, context.words)),
      ),
    )
    const how = outcome.status === 'stopped' ? 'stopped' : 'done'
    await watcher.ended(how, outcome.elapsedSeconds, outcome.summary)
    return outcome
  } catch (error) {
    await watcher.ended('stopped', 0, null)
    throw error
  } finally {
    interrupts.release()
  }
}

/** `froth run SCENARIO`: checks it, simulates it, writes its results and says what came out. */
export const run = async (context: CommandContext): Promise<ExitCode> => {
  const loaded = await loadInput(context)
  tellDiagnostics(loaded, context)
  if (!loaded.ok) return tellRefusal(loaded, context)
  const request = makeRequest(loaded, context)
  if (context.flags.dryRun) {
    await tellDryRun(request, context)
    return exitCode.done
  }
  return tellOutcome(await follow(request, context), context)
}
