import type { CommandContext } from './context.ts'
import { sayLine, writeOut } from './output.ts'
import { harmless } from './text/harmless.ts'
import { writeNewFile } from './write-new-file.ts'

/** Writes a report where `--out` says, else to standard output; a file is named on standard error. */
export const writeReport = async (
  text: string,
  { flags, settings, words }: CommandContext,
): Promise<void> => {
  if (flags.out === null || flags.out === '-') return writeOut(text)
  await writeNewFile(flags.out, text, flags.force, words)
  if (!settings.quiet) sayLine(words.init.wrote(harmless(flags.out)))
}
