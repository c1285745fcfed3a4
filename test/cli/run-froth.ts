import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const entry = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
if (!existsSync(entry))
  throw new Error('dist/cli/main.js is missing: these tests run the built command, so npm run build')

/** How a call of the command ended. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Call {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly input?: string
  /** Sees standard error as it comes. */
  readonly onTalk?: (talkSoFar: string, send: (signal: NodeJS.Signals) => void) => void
  /** Where standard output goes instead of back to the test. */
  readonly outputFile?: string
  /** Stops reading standard output after its first piece, as `head` does. */
  readonly closesOutput?: boolean
}

/** The variables of a quiet shell: nothing of the machine's own language, colours or CI. */
const plainEnvironment = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), TMPDIR: tmpdir() }

/** Runs the built command as a shell would, without a terminal. */
export const runFroth = (args: readonly string[], call: Call = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: call.cwd ?? scratch(),
      env: { ...plainEnvironment, ...call.environment },
      stdio: ['pipe', call.outputFile === undefined ? 'pipe' : openSync(call.outputFile, 'w'), 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      stdout += piece
      if (call.closesOutput === true) child.stdout?.destroy()
    })
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      stderr += piece
      call.onTalk?.(stderr, (signal) => child.kill(signal))
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(call.input ?? '')
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })

const folders: string[] = []

/** A new empty folder that goes with the test file. */
export const scratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'froth-test-'))
  folders.push(folder)
  return folder
}

/** Removes the scratch folders when the tests of a file are over. */
export const cleanUpAfterwards = (): void => {
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })
}
