import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as Cause from 'effect/Cause'
import * as Exit from 'effect/Exit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileError, nodeFiles } from '../../../cli/files/index.ts'
import { makeFolder, makeToyRequest, readOutputs, runToy, succeed } from '../../fixtures/study/toy-request.ts'
import type { ToyRequest } from '../../fixtures/study/toy-request.ts'
import { watchOperations } from '../../fixtures/study/watch-operations.mjs'

const codes = ['ENOSPC', 'EACCES', 'EROFS', 'EIO']
const folder = makeFolder()
afterAll(() => folder.remove())

const makeRequest = (name: string, changes: Partial<ToyRequest> = {}): ToyRequest =>
  makeToyRequest({ runs: 8, jobs: 1, tables: ['runs'], ...changes, outDirectory: join(folder.path, name) })

let whole: Record<string, string>
let operations: readonly string[]
beforeAll(async () => {
  const files = watchOperations(nodeFiles, {}, FileError)
  await succeed(makeRequest('whole'), {}, files)
  whole = readOutputs(join(folder.path, 'whole'))
  operations = files.names
})

/** The error of a study on a failing disk, or null if it got by. */
async function findError(request: ToyRequest, files = nodeFiles): Promise<unknown> {
  const exit = await runToy(request, {}, files)
  if (Exit.isSuccess(exit)) return null
  const reason = exit.cause.reasons[0]
  return Cause.isFailReason(reason) ? reason.error : reason
}

async function checkRecovery(name: string): Promise<void> {
  await succeed(makeRequest(name))
  expect(readOutputs(join(folder.path, name))).toEqual(whole)
}

describe('a disk that fails', () => {
  test('at any operation of the coordinator leaves a clear error and a folder that the same command finishes', async () => {
    expect(operations.length).toBeGreaterThan(30)
    for (let at = 1; at <= operations.length; at += 1) {
      const code = codes[at % codes.length]
      const name = `main-${at}`
      const files = watchOperations(nodeFiles, { at, code, isLasting: at % 2 === 0 }, FileError)
      const error = await findError(makeRequest(name), files)
      const failed = files.names[at - 1]
      if (error === null) expect(failed).toMatch(/\.froth-lock$/u)
      else {
        expect(error, failed).toBeInstanceOf(FileError)
        expect(error).toMatchObject({
          code,
          message: expect.stringMatching(/^cannot [a-z ]+ \/.*: .+ \(E[A-Z]+\)$/u),
        })
      }
      await checkRecovery(name)
    }
  })

  test('at any operation of a worker leaves a clear error and a folder that the same command finishes', async () => {
    let at = 1
    while (true) {
      const code = codes[at % codes.length]
      const name = `worker-${at}`
      const error = await findError(makeRequest(name, { scenario: { workerFault: { at, code } } }))
      await checkRecovery(name)
      if (error === null) break
      expect(error, `operation ${at}`).toBeInstanceOf(FileError)
      expect(error).toMatchObject({ code, path: expect.stringContaining(join(name, 'shards')) })
      at += 1
    }
    // Of two shards: clear, make, open, fill, partial summary, label, rename each.
    expect(at).toBeGreaterThan(14)
  })

  test('for good, from the join on, keeps every shard and leaves no half-written output', async () => {
    const at = operations.findIndex((name) => name.endsWith('runs.csv.unfinished')) + 1
    const files = watchOperations(nodeFiles, { at, code: 'ENOSPC', isLasting: true }, FileError)
    const error = await findError(makeRequest('full'), files)
    expect(error).toMatchObject({ code: 'ENOSPC' })
    expect(existsSync(join(folder.path, 'full/runs.csv'))).toBe(false)
    const resumed = await succeed(makeRequest('full'))
    expect(resumed.resumedRuns).toBe(8)
    expect(readOutputs(join(folder.path, 'full'))).toEqual(whole)
  })
})
