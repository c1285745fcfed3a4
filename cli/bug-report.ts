import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Messages } from './text/messages.ts'

const details = (error: unknown, version: string): string =>
  [
    `froth ${version}, node ${process.version}, ${process.platform} ${process.arch}`,
    `command: ${process.argv.slice(2).join(' ')}`,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    '',
  ].join('\n')

const writeLog = (text: string): string | null => {
  const file = join(tmpdir(), `froth-bug-${process.pid}-${Date.now()}.log`)
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return file
  } catch {
    return null
  }
}

/** Says that this is our fault, in one sentence, and where the details are; with FROTH_DEBUG, the details. */
export const describeBug = (error: unknown, version: string, words: Messages['bug']): string => {
  const text = details(error, version)
  if (process.env['FROTH_DEBUG']) return `froth: ${words.sentence}\n${text}`
  const log = writeLog(text)
  return `froth: ${words.sentence}\nfroth: ${log === null ? words.noLog : words.log(log)}\n`
}
