import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The project's folder, with a slash at the end. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** Reads a file of the project by its path from the root. */
export const readText = (path: string): string => readFileSync(projectRoot + path, 'utf8')

export const isThere = (path: string): boolean => existsSync(projectRoot + path)

/** The source files of a room (TypeScript, and plain modules), as paths from the root; empty if the room is not there. */
export function listSources(room: string): string[] {
  if (!isThere(room)) return []
  return readdirSync(projectRoot + room, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(projectRoot.length))
    .toSorted()
}

/** The text of all source files of some rooms, by path. */
export const readSources = (rooms: readonly string[]): Map<string, string> =>
  new Map(rooms.flatMap(listSources).map((path) => [path, readText(path)]))

/** All files that belong to the project, as paths from the root: what `.gitignore` names by folder is left out. */
export function listProjectFiles(folder = ''): string[] {
  const ignored = new Set(['.git', ...readText('.gitignore').match(/^[\w.-]+(?=\/$)/gm)!])
  return readdirSync(projectRoot + folder, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? listProjectFiles(`${folder}${entry.name}/`) : [folder + entry.name],
    )
    .toSorted()
}
