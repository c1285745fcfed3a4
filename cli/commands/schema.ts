import { CommandError } from '../command-error.ts'
import type { CommandContext } from '../context.ts'
import { exitCode, type ExitCode } from '../exit-code.ts'
import { sayLine, writeOut } from '../output.ts'
import { harmless } from '../text/harmless.ts'
import { writeNewFile } from '../write-new-file.ts'

const scenarioSchema = async (): Promise<unknown> => {
  const { catalogue, toJsonSchema } = await import('../../scenarios/index.ts')
  return toJsonSchema(catalogue)
}

const tablesCodebook = async (): Promise<unknown> => {
  const { dataPackage, tableNames } = await import('../../reports/index.ts')
  return dataPackage(tableNames, { name: 'froth', title: 'froth', description: 'every table of a study' })
}

const costSchema = async ({ package: root }: CommandContext): Promise<unknown> => {
  const { costJsonSchema } = await import('../../scenarios/index.ts')
  const { costNames } = await import('./cost/cost-names.ts')
  const { readCostTables } = await import('./cost/read-cost-tables.ts')
  return costJsonSchema(costNames(await readCostTables(root.folder)))
}

const dealSchema = async (): Promise<unknown> => {
  const { dealJsonSchema } = await import('../../scenarios/index.ts')
  return dealJsonSchema()
}

const makeDocument = (context: CommandContext): Promise<unknown> => {
  const [asked] = context.operands
  if (asked === undefined) return scenarioSchema()
  if (asked === 'codebook') return tablesCodebook()
  if (asked === 'cost') return costSchema(context)
  if (asked === 'deal') return dealSchema()
  throw new CommandError(exitCode.usage, context.words.schema.unknown(harmless(asked)))
}

/** `froth schema [cost|deal|codebook]`: the JSON Schema of scenario, cost or deal files, or the meaning of every column. */
export const schema = async (context: CommandContext): Promise<ExitCode> => {
  const { flags, settings, words } = context
  const text = `${JSON.stringify(await makeDocument(context), null, 2)}\n`
  if (flags.out === null || flags.out === '-') {
    await writeOut(text)
    return exitCode.done
  }
  await writeNewFile(flags.out, text, flags.force, words)
  if (!settings.quiet) sayLine(words.init.wrote(harmless(flags.out)))
  return exitCode.done
}
