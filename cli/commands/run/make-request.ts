import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defaultTables } from '../../../reports/index.ts'
import { canonicalJson, catalogue, renderResolved } from '../../../scenarios/index.ts'
import type { LoadedScenario, Scenario } from '../../../scenarios/index.ts'
import type { CommandContext } from '../../context.ts'
import { measureBuild, slugName, type StudyRequest } from '../../study/index.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The digest of what a scenario says about the world: names, seed, runs and gates are left out. */
export const hashScenario = (scenario: Scenario): string => sha256(canonicalJson(scenario))

/** The name of a study for machines: 12 hexadecimal digits made from what decides its numbers. */
export const makeStudyId = (scenarioSha256: string, seed: number, runs: number, version: string): string =>
  sha256([scenarioSha256, seed, runs, version].join('\n')).slice(0, 12)

/** Decides everything about a study: what, how often, on how many threads, and where its results go. */
export const makeRequest = (loaded: LoadedScenario, context: CommandContext): StudyRequest<Scenario> => {
  const { scenario } = loaded
  const { flags, settings } = context
  const { name, seed, runs } = scenario
  const { version } = context.package
  const scenarioSha256 = hashScenario(scenario)
  const id = makeStudyId(scenarioSha256, seed, runs, version)
  return {
    scenario,
    name,
    scenarioText: renderResolved(loaded, catalogue),
    scenarioSha256,
    id,
    seed,
    runs,
    jobs: flags.jobs ?? availableParallelism(),
    outDirectory: flags.out ?? join(settings.resultsFolder, `${slugName(name)}-${id}`),
    fresh: flags.fresh,
    tables: flags.tables ?? defaultTables,
    commandLine: context.commandLine,
    packageVersion: version,
    build: measureBuild(),
  }
}
