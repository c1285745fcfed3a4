import * as Effect from 'effect/Effect'
import { hasAllParts, type Summary } from '../../../reports/index.ts'
import { loadScenario, type Scenario } from '../../../scenarios/index.ts'
import { CommandError } from '../../command-error.ts'
import type { CommandContext } from '../../context.ts'
import { exitCode } from '../../exit-code.ts'
import { nodeFiles } from '../../files/index.ts'
import { makeScenarioEnvironment } from '../../input/scenario-environment.ts'
import { marketReporter } from '../../program/market-reporter.ts'
import { findResult, openResult, type OpenedResult, type ResultError } from '../../study/index.ts'
import { studyFailure } from '../../study-failure.ts'
import { harmless } from '../../text/harmless.ts'

/** The scenario of an unfinished result, from the resolved text that its manifest holds. */
const loadStoredScenario = async (
  text: string,
  { package: root, words }: CommandContext,
): Promise<Scenario> => {
  const environment = makeScenarioEnvironment(root.folder, words.file)
  const loaded = await loadScenario(
    { scenario: 'scenario.yaml' },
    { ...environment, read: () => ({ ok: true, content: text }) },
  )
  if (!loaded.ok) throw new Error(`a stored scenario does not load: ${loaded.diagnostics[0]?.message ?? ''}`)
  return loaded.scenario
}

/**
 * Opens a stored result by `last`, `last~1`, the start of an id, or a path; of one that is not finished, the summary is
 * that of its finished shards.
 *
 * Fails: CommandError.
 */
export const openStoredResult = async (
  reference: string,
  context: CommandContext,
): Promise<OpenedResult<Summary>> => {
  const directory = context.settings.resultsFolder
  const answer = <Value>(effect: Effect.Effect<Value, ResultError>): Promise<Value> =>
    Effect.runPromise(effect.pipe(Effect.mapError((error) => studyFailure(error, context.words))))
  const { manifest } = await answer(findResult(nodeFiles, reference, directory))
  const isFinished = manifest.status === 'complete'
  const scenario = isFinished ? null : await loadStoredScenario(manifest.scenario.text, context)
  const opened = await answer(
    openResult({
      files: nodeFiles,
      reference,
      directory,
      reporter: marketReporter,
      loadScenario: () => scenario!,
    }),
  )
  if (opened.summary !== null && !hasAllParts(opened.summary)) {
    const { older, runFresh } = context.words.show
    throw new CommandError(exitCode.file, older(harmless(opened.directory)), runFresh)
  }
  return opened
}
