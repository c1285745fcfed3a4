import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FileError, LockHeld, lockFolder, lockName, nodeFiles } from '../../../cli/files/index.ts'
import { watchOperations } from '../../fixtures/study/watch-operations.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'froth-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const lockPath = (): string => join(folder, lockName)
const writeLock = (holder: object): void => writeFileSync(lockPath(), JSON.stringify(holder))
const holder = (changes: object) => ({
  processId: process.ppid,
  host: hostname(),
  startedAt: '2026-01-02T03:04:05.000Z',
  startMark: '',
  ...changes,
})

/** The number of a process that has come and gone. */
const findDeadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid

test('a lock names its process, start and host, and is gone after its release', async () => {
  const lock = await lockFolder(nodeFiles, folder)
  const written = JSON.parse(readFileSync(lockPath(), 'utf8')) as Record<string, unknown>
  expect(written).toMatchObject({ processId: process.pid, host: hostname() })
  expect(Date.parse(String(written.startedAt))).toBeGreaterThan(0)
  expect(lock.notice).toBe('')
  await lock.release()
  expect(readdirSync(folder)).toEqual([])
})

test('a folder is locked once at a time, in one process too', async () => {
  const lock = await lockFolder(nodeFiles, folder)
  await expect(lockFolder(nodeFiles, folder)).rejects.toThrow(LockHeld)
  await lock.release()
  await (await lockFolder(nodeFiles, folder)).release()
})

test('the lock of a living process of this host is respected', async () => {
  writeLock(holder({}))
  const error = await lockFolder(nodeFiles, folder).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(LockHeld)
  expect(String(error)).toContain(`locked by process ${process.ppid} on ${hostname()}`)
  expect(String(error)).toContain('which is still running: wait for it or stop it')
})

test('the lock of a process that is gone is taken over, and said', async () => {
  const processId = findDeadProcess()
  writeLock(holder({ processId }))
  const lock = await lockFolder(nodeFiles, folder)
  expect(lock.notice).toContain(`took over the lock of process ${processId}`)
  expect(readdirSync(folder)).toEqual([lockName])
  await lock.release()
})

test('a process number that was given away again does not keep a lock', async () => {
  writeLock(holder({ startMark: 'another boot 1' }))
  const lock = await lockFolder(nodeFiles, folder)
  expect(lock.notice).toContain('which no longer runs')
  await lock.release()
})

test('the lock of another host is refused with the file to remove', async () => {
  writeLock(holder({ host: 'elsewhere' }))
  const error = await lockFolder(nodeFiles, folder).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(LockHeld)
  expect(String(error)).toContain(`remove ${lockPath()}`)
  expect(readdirSync(folder)).toEqual([lockName])
})

test('a torn lock is respected while it is fresh, and taken over later', async () => {
  writeFileSync(lockPath(), '{"proc')
  await expect(lockFolder(nodeFiles, folder)).rejects.toThrow(/just begun/u)
  const anHourAgo = Date.now() / 1000 - 3600
  utimesSync(lockPath(), anHourAgo, anHourAgo)
  await (await lockFolder(nodeFiles, folder)).release()
})

test('of many that find a dead lock at once, one gets it', async () => {
  writeLock(holder({ processId: findDeadProcess() }))
  const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(nodeFiles, folder)))
  const locks = results.filter((result) => result.status === 'fulfilled')
  expect(locks).toHaveLength(1)
  await locks[0].value.release()
  expect(readdirSync(folder)).toEqual([])
})

test('a lock whose release failed is free for the process that held it', async () => {
  const failing = watchOperations(nodeFiles, { at: 1, code: 'EIO', only: ['remove'] }, FileError)
  const lock = await lockFolder(failing, folder)
  await expect(lock.release()).rejects.toThrow(FileError)
  const again = await lockFolder(nodeFiles, folder)
  expect(again.notice).toBe('')
  await again.release()
})
