import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { toFileError } from './file-error.ts'
import type { FileOperation } from './file-error.ts'
import type { Files, FileStat, FileWriter } from './files.ts'

/** The real file system, over `node:fs`. */
export const nodeFiles: Files = {
  read: (path) => named('read', path, () => readFile(path)),
  write: (path, data) => named('write', path, () => writeFile(path, data)),
  create: (path, data) => named('create', path, () => createFile(path, data)),
  openWriter: async (path) => makeWriter(path, await named('create', path, () => open(path, 'w'))),
  readPieces,
  flushFolder: (path) => named('flush', path, () => flushFolder(path)),
  rename: (from, to) => named('rename', from, () => rename(from, to)),
  makeFolder: (path) => named('create folder', path, () => makeFolders(resolve(path))),
  list: async (path) => (await named('list', path, () => readdir(path))).sort(),
  remove: (path) => named('remove', path, () => rm(path, { recursive: true, force: true })),
  inspect: (path) => named('inspect', path, () => inspect(path)),
}

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends where a folder says "no such file" to every
 * attempt, as /proc does.
 */
async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    const above = dirname(path)
    if (code !== 'ENOENT' || above === path || (await isFolder(above))) throw error
    await makeFolders(above)
    await makeFolders(path)
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** A file that could not be filled does not stay behind empty. */
async function createFile(path: string, data: Uint8Array | string): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(data)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function named<Result>(
  operation: FileOperation,
  path: string,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    throw toFileError(operation, path, error)
  }
}

function makeWriter(path: string, handle: FileHandle): FileWriter {
  return {
    append: (data) => named('write', path, () => handle.writeFile(data)),
    flush: () => named('flush', path, () => handle.sync()),
    close: () => named('write', path, () => handle.close()),
  }
}

async function* readPieces(path: string, pieceBytes: number): AsyncIterable<Uint8Array> {
  const handle = await named('read', path, () => open(path, 'r'))
  try {
    const { size } = await named('inspect', path, () => handle.stat())
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(pieceBytes, size)))
    while (true) {
      const { bytesRead } = await named('read', path, () => handle.read(buffer, 0, buffer.byteLength))
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Not every system can flush a folder; where it cannot, a rename is as durable as it gets. */
async function flushFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'EINVAL' && code !== 'EPERM' && code !== 'EISDIR') throw error
  } finally {
    await handle.close()
  }
}

async function inspect(path: string): Promise<FileStat | null> {
  try {
    const found = await stat(path)
    return { isFolder: found.isDirectory(), bytes: found.size, modifiedAt: found.mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
