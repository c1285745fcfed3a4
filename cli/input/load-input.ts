import { loadScenario, type LoadResult } from '../../scenarios/index.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { makeScenarioEnvironment } from './scenario-environment.ts'

/** Loads the scenario that a command names, with `--set`, `--seed` and `--runs` laid over it. */
export const loadInput = (context: CommandContext): Promise<LoadResult> => {
  const { operands, flags, settings, words } = context
  return loadScenario(
    {
      scenario: operands[0],
      sets: flags.set,
      language: settings.language,
      ...(flags.seed === null ? {} : { seed: String(flags.seed) }),
      ...(flags.runs === null ? {} : { runs: String(flags.runs) }),
    },
    makeScenarioEnvironment(context.package.folder, words.file),
  )
}

/** The exit code of a scenario that did not load: the file, the command line, or the content is at fault. */
export const refusalExitCode = (reason: 'unreadable' | 'flag' | 'content'): ExitCode => {
  if (reason === 'unreadable') return exitCode.file
  return reason === 'flag' ? exitCode.usage : exitCode.invalidInput
}
