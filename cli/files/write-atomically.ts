import { dirname } from 'node:path'
import type { Files } from './files.ts'

/** Ending of a file that is not finished yet; whatever carries it may be removed. */
export const unfinishedSuffix = '.unfinished'

/**
 * Writes a file so that a reader, or whoever comes after a crash or a power cut, finds the old content or the new
 * one whole: temporary name, flush, rename.
 */
export async function writeAtomically(files: Files, path: string, data: Uint8Array | string): Promise<void> {
  const unfinished = path + unfinishedSuffix
  const writer = await files.openWriter(unfinished)
  try {
    await writer.append(typeof data === 'string' ? Buffer.from(data) : data)
    await writer.flush()
  } finally {
    await writer.close()
  }
  await files.rename(unfinished, path)
  await files.flushFolder(dirname(path))
}
