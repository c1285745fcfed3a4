import type { CostTables } from '../../../reports/index.ts'
import { loadCostPlan, type CostLoadResult, type ReadResult } from '../../../scenarios/index.ts'
import type { CommandContext } from '../../context.ts'
import { makeScenarioEnvironment } from '../../input/scenario-environment.ts'
import { costNames } from './cost-names.ts'

/** Loads the training run that a command line describes: a file, flags, or flags over a file. */
export const readCostPlan = (context: CommandContext, tables: CostTables): Promise<CostLoadResult> => {
  const { operands, flags, settings, words } = context
  const files = makeScenarioEnvironment(context.package.folder, words.file)
  const read = (path: string): ReadResult | Promise<ReadResult> => files.read(path)
  return loadCostPlan(
    { file: operands[0] ?? null, flags: flags.cost, language: settings.language },
    { read, names: costNames(tables) },
  )
}
