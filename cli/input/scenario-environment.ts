import { join } from 'node:path'
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
  return {
    catalogue,
    read: (path) => attempt(() => (path === '-' ? readStandardInput() : readScenarioFile(path))),
    readBuiltIn: (name) =>
      attempt(() => readScenarioFile(join(packageFolder, 'scenarios', 'built-in', `${name}.yaml`))),
  }
}
