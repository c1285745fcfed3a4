import { createReadStream } from 'node:fs'
import type { CommandContext } from '../context.ts'
import { exitCode } from '../exit-code.ts'
import { CommandError } from '../command-error.ts'
import { FileError, toFileError } from '../files/index.ts'
import { fileFailure } from '../text/file-text.ts'
import { harmless } from '../text/harmless.ts'

/** Bytes that a file of rows may have: some hundred thousand rows. */
const mostBytes = 64 * 1024 * 1024

/** The bytes of a file, a pipe or standard input, as long as they are not too many: a device may never end. */
async function readBytes(path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let length = 0
  try {
    const stream = path === '-' ? process.stdin : createReadStream(path)
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length
      if (length > mostBytes) throw new FileError('read', path, 'EFBIG')
      pieces.push(piece)
    }
  } catch (error) {
    throw toFileError('read', path, error)
  }
  return Buffer.concat(pieces)
}

/**
 * The text of a file of rows; `-` is standard input.
 *
 * Fails: CommandError, with exit code 6 if it cannot be read, 3 if it is no text.
 */
export async function readRowsFile(path: string, { words, settings }: CommandContext): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readBytes(path)
  } catch (error) {
    throw error instanceof FileError ? fileFailure(error, words.file) : error
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const what = settings.language === 'zh' ? '不是 UTF-8 文本' : 'is no UTF-8 text'
    throw new CommandError(exitCode.invalidInput, `${harmless(path)} ${what}`)
  }
}
