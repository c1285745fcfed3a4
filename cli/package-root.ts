import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface PackageRoot {
  /** Absolute path of the folder that holds `package.json`, the built-in scenarios and the templates. */
  readonly folder: string
  readonly version: string
}

let found: PackageRoot | null = null

/**
 * The installed package around this file, looked for upwards (source and built code lie at different depths).
 *
 * Throws: Error if no package named froth is there.
 */
export const findPackageRoot = (): PackageRoot => {
  if (found !== null) return found
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file)) {
      const content = JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown; version?: unknown }
      if (content.name === 'froth') return (found = { folder, version: String(content.version) })
    }
    if (dirname(folder) === folder)
      throw new Error('the froth package is not complete: package.json is missing')
  }
}
