import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { settleDeal, traceDeal } from '../../../engine/finance/index.ts'
import type { DealReport } from '../../../reports/index.ts'
import { listOcfLosses, writeOcf, type OcfFile } from '../../../scenarios/index.ts'
import type { CommandContext } from '../../context.ts'
import { toFileError } from '../../files/index.ts'
import { sayLine, writeOut } from '../../output.ts'
import { fileFailure } from '../../text/file-text.ts'
import { harmless } from '../../text/harmless.ts'
import { writeNewFile } from '../../write-new-file.ts'

interface PackagePart {
  readonly issuer?: unknown
  readonly items?: readonly unknown[]
}

/** All objects of a package in one array, the company first: what a pipe can take. */
const inOneArray = (files: readonly OcfFile[]): string => {
  const objects = files.flatMap(({ text }) => {
    const { issuer, items } = JSON.parse(text) as PackagePart
    return issuer === undefined ? (items ?? []) : [issuer]
  })
  return `${JSON.stringify(objects, null, 2)}\n`
}

/**
 * Writes the company after its last round in the Open Cap Table Format: into the folder that `--out` names, else as one
 * array on standard output. What OCF cannot hold is said on standard error.
 *
 * Fails: CommandError with exit code 6.
 */
export const writeOcfDeal = async (
  { deal, history }: DealReport,
  { flags, settings, words }: CommandContext,
): Promise<void> => {
  const settled = settleDeal(deal, history)
  const past = traceDeal(deal, history)
  const files = writeOcf(settled, past)
  const { out } = flags
  if (!settings.quiet)
    for (const lost of listOcfLosses(settled, past, settings.language)) sayLine(harmless(lost))
  if (out === null || out === '-') return writeOut(inOneArray(files))
  try {
    await mkdir(out, { recursive: true })
  } catch (error) {
    throw fileFailure(toFileError('create folder', out, error), words.file)
  }
  for (const { name, text } of files) await writeNewFile(join(out, name), text, flags.force, words)
  if (!settings.quiet) sayLine(words.init.wrote(harmless(out)))
}
