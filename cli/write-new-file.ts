import { resolve } from 'node:path'
import { CommandError } from './command-error.ts'
import { exitCode } from './exit-code.ts'
import { FileError, nodeFiles, writeAtomically } from './files/index.ts'
import { fileFailure } from './text/file-text.ts'
import { harmless } from './text/harmless.ts'
import type { Messages } from './text/messages.ts'

/**
 * Writes a file that must not be there yet, unless overwriting was asked for.
 *
 * Fails: CommandError with exit code 6.
 */
export const writeNewFile = async (
  file: string,
  text: string,
  isForced: boolean,
  words: Messages,
): Promise<void> => {
  const path = resolve(file)
  try {
    await (isForced ? writeAtomically(nodeFiles, path, text) : nodeFiles.create(path, text))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    if (error.code !== 'EEXIST') throw fileFailure(error, words.file)
    throw new CommandError(exitCode.file, words.init.exists(harmless(file)), words.init.forceHelp)
  }
}
