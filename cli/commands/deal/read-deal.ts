import { loadDeal, type DealLoadResult, type ReadResult } from '../../../scenarios/index.ts'
import type { CommandContext } from '../../context.ts'
import { makeScenarioEnvironment } from '../../input/scenario-environment.ts'
import { isOpenCapTable } from './gather-ocf.ts'
import { readOcfDeal } from './read-ocf-deal.ts'

const readFile = (context: CommandContext): Promise<DealLoadResult> => {
  const { operands, flags, settings, words } = context
  const files = makeScenarioEnvironment(context.package.folder, words.file)
  const read = (path: string): ReadResult | Promise<ReadResult> => files.read(path)
  return loadDeal({ file: operands[0], flags: flags.deal, language: settings.language }, { read })
}

/** Loads the deal that a command line names, with its flags laid over it: a deal file, or Open Cap Table Format. */
export const readDeal = async (context: CommandContext): Promise<DealLoadResult> => {
  const isPackage = await isOpenCapTable(context.operands[0])
  const loaded = await (isPackage ? readOcfDeal(context) : readFile(context))
  if (!loaded.ok || !context.flags.listing) return loaded
  const { deal } = loaded
  return { ...loaded, deal: { ...deal, exit: { ...deal.exit, kind: 'listing' } } }
}
