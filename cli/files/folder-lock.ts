import { resolve } from 'node:path'
import { FileError } from './file-error.ts'
import type { Files } from './files.ts'
import { describeThisProcess, isProcessAlive } from './process-identity.ts'
import type { ProcessIdentity } from './process-identity.ts'

/** Name of the lock file within its folder. */
export const lockName = '.froth-lock'

/** Somebody else is writing into a folder. */
export class LockHeld extends Error {
  readonly _tag = 'LockHeld'
  readonly path: string
  readonly holder: ProcessIdentity | null

  constructor(path: string, holder: ProcessIdentity | null, reason: string) {
    super(reason)
    this.name = 'LockHeld'
    this.path = path
    this.holder = holder
  }
}

/** A lock that this process holds. */
export interface FolderLock {
  /** What was found and put right while taking it; empty if nothing. */
  readonly notice: string
  release(): Promise<void>
}

/** The locks that this process holds: one that names it but is not here was left by a failed release. */
const heldHere = new Set<string>()

/** How old an unreadable lock must be to count as left behind by a process that died while writing it. */
const brokenAfterMilliseconds = 5000

/**
 * Takes the lock of a folder: a file naming process, start and host. The lock of a process of this host that no
 * longer runs is taken over, and the notice says so.
 *
 * Fails: `LockHeld` if its process runs, or belongs to another host (which cannot be asked); `FileError`.
 */
export async function lockFolder(files: Files, folder: string): Promise<FolderLock> {
  const path = resolve(folder, lockName)
  if (heldHere.has(path))
    throw new LockHeld(path, describeThisProcess(), `${folder} is in use by this process`)
  heldHere.add(path)
  try {
    return await takeLock(files, path)
  } catch (error) {
    heldHere.delete(path)
    throw error
  }
}

async function takeLock(files: Files, path: string): Promise<FolderLock> {
  const self = describeThisProcess()
  const text = `${JSON.stringify(self)}\n`
  if (await createOnce(files, path, text)) return makeLock(files, path, text, '')
  const found = await readLock(files, path)
  if (found !== text) await refuseIfHeld(files, path, found, self)
  await moveAside(files, path, found)
  if (!(await createOnce(files, path, text))) {
    throw new LockHeld(path, null, `another process has just taken ${path}: try again`)
  }
  const notice = `took over the lock of ${nameHolder(parseLock(found))}, which no longer runs`
  return makeLock(files, path, text, found === text ? '' : notice)
}

async function createOnce(files: Files, path: string, text: string): Promise<boolean> {
  try {
    await files.create(path, text)
    return true
  } catch (error) {
    if (error instanceof FileError && error.code === 'EEXIST') return false
    throw error
  }
}

async function readLock(files: Files, path: string): Promise<string> {
  try {
    return Buffer.from(await files.read(path)).toString('utf8')
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') return ''
    throw error
  }
}

function parseLock(text: string): ProcessIdentity | null {
  try {
    const value = JSON.parse(text) as Partial<ProcessIdentity> | null
    if (typeof value?.processId !== 'number' || typeof value.host !== 'string') return null
    return {
      processId: value.processId,
      host: value.host,
      startedAt: value.startedAt ?? '',
      startMark: value.startMark ?? '',
    }
  } catch {
    return null
  }
}

async function refuseIfHeld(files: Files, path: string, text: string, self: ProcessIdentity): Promise<void> {
  const holder = parseLock(text)
  if (holder === null) return refuseIfFresh(files, path)
  if (holder.host !== self.host) {
    throw new LockHeld(
      path,
      holder,
      `locked by ${nameHolder(holder)}; whether that process still runs cannot be seen from ${self.host}: ` +
        `if it does not, remove ${path}`,
    )
  }
  if (isProcessAlive(holder)) {
    throw new LockHeld(
      path,
      holder,
      `locked by ${nameHolder(holder)}, which is still running: wait for it or stop it`,
    )
  }
}

/** An empty or torn lock: its writer died in between, or is writing it this moment. */
async function refuseIfFresh(files: Files, path: string): Promise<void> {
  const found = await files.inspect(path)
  if (found !== null && Date.now() - found.modifiedAt < brokenAfterMilliseconds) {
    throw new LockHeld(
      path,
      null,
      `another process has just begun to write here: try again, or remove ${path}`,
    )
  }
}

/** Renames a dead lock away. Whoever took it over a moment earlier gets a live one back. */
async function moveAside(files: Files, path: string, expected: string): Promise<void> {
  const aside = `${path}-${process.pid}`
  try {
    await files.rename(path, aside)
  } catch (error) {
    if (error instanceof FileError && error.code === 'ENOENT') return
    throw error
  }
  const moved = await readLock(files, aside)
  if (moved === expected) return files.remove(aside)
  await files.rename(aside, path)
  throw new LockHeld(path, parseLock(moved), `locked a moment ago by ${nameHolder(parseLock(moved))}`)
}

function makeLock(files: Files, path: string, text: string, notice: string): FolderLock {
  return {
    notice,
    release: async () => {
      heldHere.delete(path)
      if ((await readLock(files, path)) === text) await files.remove(path)
    },
  }
}

function nameHolder(holder: ProcessIdentity | null): string {
  if (holder === null) return 'an unknown process'
  return `process ${holder.processId} on ${holder.host} (started ${holder.startedAt})`
}
