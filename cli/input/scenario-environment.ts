import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { Environment, ReadResult } from '../../scenarios/index.ts'
import { catalogue } from '../../scenarios/index.ts'
import { FileError } from '../files/index.ts'
import { describeReason } from '../text/file-text.ts'
import type { Messages } from '../text/messages.ts'
import { readScenarioFile, readStandardInput } from './read-scenario-file.ts'

const refused = (error: unknown, words: Messages['file']): ReadResult => {
  if (!(error instanceof FileError)) throw error
  if (error.code === 'ENOENT') return { ok: false, reason: 'missing' }
  return { ok: false, reason: 'unreadable', detail: describeReason(error.code, words) }
}

/** What the scenario loader reads through: files, standard input for `-`, and the package's built-in scenarios. */
export const makeScenarioEnvironment = (packageFolder: string, words: Messages['file']): Environment => {
  const attempt = async (read: () => Promise<Uint8Array>): Promise<ReadResult> => {
    try {
      return { ok: true, content: await read() }
    } catch (error) {
      return refused(error, words)
    }
  }
  // The scenario itself is read first; what it extends must lie in its folder, also where a link leads elsewhere.
  let folder: string | null = null
  const read = async (path: string): Promise<Uint8Array> => {
    if (path === '-') {
      folder ??= await realpath('.')
      return readStandardInput()
    }
    const target = await realpath(path).catch(() => path)
    if (folder === null) folder = dirname(target)
    else if (!target.startsWith(folder + sep)) throw new FileError('read', path, 'EACCES', 'outside')
    return readScenarioFile(path)
  }
  return {
    catalogue,
    read: (path) => attempt(() => read(path)),
    readBuiltIn: (name) =>
      attempt(() => readScenarioFile(join(packageFolder, 'scenarios', 'built-in', `${name}.yaml`))),
  }
}
