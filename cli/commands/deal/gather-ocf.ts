import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { FileError, toFileError } from '../../files/index.ts'

/** One file of a package, by its path inside it. */
export interface PackageFile {
  readonly name: string
  readonly text: string
}

/** Bytes that a package may have in all: some hundred thousand transactions. */
const mostBytes = 64 * 1024 * 1024
/** Folders of a package lie at most this deep. */
const deepest = 3

/** True for what is read as Open Cap Table Format and not as YAML: a folder, or a file whose name ends in .json. */
export const isOpenCapTable = async (path: string): Promise<boolean> => {
  if (path === '-') return false
  const found = await stat(path).catch(() => null)
  return found === null ? false : found.isDirectory() || /\.json$/iu.test(path)
}

/** JSON files of a folder and of the folders in it, in the order of their names. */
const listJson = async (folder: string, depth: number): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = await Promise.all(
    entries
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((entry): Promise<readonly string[]> => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) return depth < deepest ? listJson(path, depth + 1) : Promise.resolve([])
        return Promise.resolve(entry.isFile() && /\.json$/iu.test(entry.name) ? [path] : [])
      }),
  )
  return nested.flat()
}

/** A manifest names the files that lie beside it; any other file stands alone. */
const pathsOf = async (path: string): Promise<{ folder: string; paths: readonly string[] }> => {
  if ((await stat(path)).isDirectory()) return { folder: path, paths: await listJson(path, 0) }
  const folder = dirname(path)
  const isManifest = /manifest/iu.test(basename(path))
  return { folder, paths: isManifest ? await listJson(folder, 0) : [path] }
}

/**
 * The texts of an Open Cap Table Format package: a folder, a manifest with what lies beside it, or one file.
 *
 * Fails: FileError, with code EFBIG for more than 64 MiB and EILSEQ for a file that is no UTF-8 text.
 */
export const gatherOcf = async (path: string): Promise<readonly PackageFile[]> => {
  try {
    const { folder, paths } = await pathsOf(path)
    const files: PackageFile[] = []
    let bytes = 0
    for (const one of paths) {
      bytes += (await stat(one)).size
      if (bytes > mostBytes) throw new FileError('read', path, 'EFBIG')
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(one))
      files.push({ name: relative(folder, one), text })
    }
    return files
  } catch (error) {
    if (error instanceof TypeError) throw new FileError('read', path, 'EILSEQ', 'no UTF-8 text')
    throw error instanceof FileError ? error : toFileError('read', path, error)
  }
}
