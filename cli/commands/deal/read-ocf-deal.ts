import { loadDeal, readOcf, type DealLoadResult, type LoadedDeal } from '../../../scenarios/index.ts'
import { FileError } from '../../files/index.ts'
import { CommandError } from '../../command-error.ts'
import type { CommandContext } from '../../context.ts'
import { exitCode } from '../../exit-code.ts'
import { sayLine } from '../../output.ts'
import { fileFailure } from '../../text/file-text.ts'
import { harmless } from '../../text/harmless.ts'
import { gatherOcf, type PackageFile } from './gather-ocf.ts'

/** A company of which nothing is asked but how it exits and is valued: what flags say of a package is read over it. */
const nobody = 'froth: deal/1\ncommon: { nobody: 1 }\n'

/** Fields that a package has no word for, so that a flag may set them. */
const ofFlags = /^(?:exit|valuation)\./u

const gather = async ({ operands, words }: CommandContext): Promise<readonly PackageFile[]> => {
  const read = gatherOcf(operands[0]).catch((error: unknown) => {
    throw error instanceof FileError ? fileFailure(error, words.file) : error
  })
  const files = await read
  if (files.length === 0)
    throw new CommandError(
      exitCode.invalidInput,
      words.deal.noOcfFiles(harmless(operands[0])),
      words.usage.seeHelp('deal'),
    )
  return files
}

/** Exit and valuation as the flags have them. */
const readFlags = ({ flags, settings, words }: CommandContext): Promise<DealLoadResult> => {
  const foreign = flags.set.find((set) => !ofFlags.test(set))
  if (foreign !== undefined)
    throw new CommandError(
      exitCode.usage,
      words.deal.setsOnlyExit(harmless(foreign)),
      words.usage.seeHelp('deal'),
    )
  return loadDeal(
    { file: '-', flags: flags.deal, language: settings.language },
    { read: () => ({ ok: true, content: new TextEncoder().encode(nobody) }) },
  )
}

/**
 * Loads a company in the Open Cap Table Format. What the package says and a deal cannot is said on standard error.
 *
 * Fails: CommandError, with exit code 6 if the package cannot be read, 3 for a folder without a file of it, 2 for a flag
 * that sets what it says itself.
 */
export const readOcfDeal = async (context: CommandContext): Promise<DealLoadResult> => {
  const { settings } = context
  const asked = await readFlags(context)
  if (!asked.ok) return asked
  const read = readOcf(await gather(context), settings.language)
  if (!read.ok) return { ok: false, reason: 'content', diagnostics: read.problems, sources: read.sources }
  if (!settings.quiet) for (const { message } of read.notes) sayLine(message)
  const { exit, exitDay, exitPricesUsd, qualifiedListing, valuation } = asked.deal
  const loaded: LoadedDeal = {
    ...asked,
    deal: { ...read.deal, exit, exitDay, exitPricesUsd, qualifiedListing, valuation },
  }
  return loaded
}
