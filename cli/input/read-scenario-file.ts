import { open, type FileHandle } from 'node:fs/promises'
import { toFileError } from '../files/index.ts'

/** Bytes of a scenario, and one more where there are too many: enough to see that, whatever the file's size. */
export const mostBytesRead = 1_048_577

const readUpTo = async (file: FileHandle, most: number): Promise<Uint8Array> => {
  const buffer = Buffer.alloc(most)
  let length = 0
  while (length < most) {
    const { bytesRead } = await file.read(buffer, length, most - length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}

/**
 * The first bytes of a file, at most one more than a scenario may have.
 *
 * Fails: FileError, with code EISDIR for a folder.
 */
export const readScenarioFile = async (path: string): Promise<Uint8Array> => {
  try {
    const file = await open(path, 'r')
    try {
      return await readUpTo(file, mostBytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw toFileError('read', path, error)
  }
}

/** The same from standard input. */
export const readStandardInput = async (): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  let length = 0
  try {
    for await (const piece of process.stdin as AsyncIterable<Buffer>) {
      pieces.push(piece)
      length += piece.length
      if (length >= mostBytesRead) break
    }
  } catch (error) {
    throw toFileError('read', '-', error)
  }
  return Buffer.concat(pieces).subarray(0, mostBytesRead)
}
