import type { FileError } from '../files/index.ts'
import { CommandError } from '../command-error.ts'
import { exitCode } from '../exit-code.ts'
import { harmless } from './harmless.ts'
import type { Messages } from './messages.ts'

/** Why the system refused, in words; the system's code where there are none. */
export const describeReason = (code: string, words: Messages['file']): string => words.reasons[code] ?? code

/** A refused file operation as the end of a command. */
export const fileFailure = (error: FileError, words: Messages['file']): CommandError => {
  const operation = words.operations[error.operation] ?? error.operation
  const reason = describeReason(error.code, words)
  return new CommandError(exitCode.file, words.failed(operation, harmless(error.path), reason))
}
