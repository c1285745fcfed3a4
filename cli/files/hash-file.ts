import { createHash } from 'node:crypto'
import type { Files } from './files.ts'

/** Length and SHA-256 (64 hex digits) of some bytes. */
export interface Digest {
  readonly bytes: number
  readonly sha256: string
}

/** Digest of a text or of bytes in memory. */
export function digestOf(data: Uint8Array | string): Digest {
  const bytes = typeof data === 'string' ? Buffer.byteLength(data) : data.byteLength
  return { bytes, sha256: createHash('sha256').update(data).digest('hex') }
}

const pieceBytes = 1 << 18

/** Digest of a file, read piece by piece. */
export async function hashFile(files: Files, path: string): Promise<Digest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of files.readPieces(path, pieceBytes)) {
    hash.update(piece)
    bytes += piece.byteLength
  }
  return { bytes, sha256: hash.digest('hex') }
}
