import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the built code, with a slash at its end. Worker threads load built JavaScript only, so sources
 * run by a test runner point there too.
 */
export const builtFolder: URL = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/' : '../../',
  import.meta.url,
)

let measured: string | null = null

/**
 * Digest of the built code: SHA-256 over the relative paths and contents of every `.js` and `.json` file in it.
 * Two results with the same build and the same inputs have the same bytes. Measured once a process.
 */
export function measureBuild(): string {
  measured ??= measureFolder(fileURLToPath(builtFolder))
  return measured
}

function measureFolder(folder: string): string {
  const hash = createHash('sha256')
  for (const path of listCode(folder, '').sort()) {
    const content = readFileSync(join(folder, path))
    hash.update(`${path}\0${content.byteLength}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Relative paths, with `/` on every system. Node's own recursive listing costs six times as much. */
function listCode(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name
    if (entry.isDirectory()) return listCode(folder, `${path}/`)
    return /\.js(on)?$/u.test(path) ? [path] : []
  })
}
