import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeStream } from '../../../engine/random/index.ts'
import { makeFolder, makeToyRequest, readOutputs, succeed } from '../../fixtures/study/toy-request.ts'
import type { ToyRequest } from '../../fixtures/study/toy-request.ts'
import type { Fault } from '../../fixtures/study/watch-operations.mjs'

const script = fileURLToPath(new URL('../../fixtures/study/run-toy.mjs', import.meta.url))

let folder: ReturnType<typeof makeFolder>
beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => folder.remove())
const at = (name: string): string => join(folder.path, name)

interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly lines: readonly string[]
}

/** Runs a study in a process of its own; it is killed once it has said `killAfterLines` lines. */
function runInProcess(request: ToyRequest, fault: Fault = {}, killAfterLines = Infinity): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, JSON.stringify({ request, fault })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      if (text.split('\n').length > killAfterLines) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => resolve({ signal, lines: text.trimEnd().split('\n') }))
  })
}

describe('a study killed with kill -9', () => {
  test('at 10 instants, one after the other, is finished by the same request to the same bytes', async () => {
    // 240 runs are 60 shards; every kill comes 1 to 5 lines of progress into a session.
    const request = makeToyRequest({ outDirectory: at('out'), runs: 240, scenario: { steps: 2000 } })
    const chance = makeStream('kill-instants', 7)
    let kills = 0
    while (kills < 10) {
      const { signal } = await runInProcess(request, {}, 1 + Math.floor(chance.next() * 5))
      if (signal === null) break
      expect(signal).toBe('SIGKILL')
      kills += 1
    }
    expect(kills).toBe(10)
    const outcome = await succeed(request)
    expect(outcome.status).toBe('complete')
    expect(outcome.resumedRuns).toBeGreaterThan(0)
    await succeed({ ...request, outDirectory: at('whole'), jobs: 1 })
    expect(readOutputs(at('out'))).toEqual(readOutputs(at('whole')))
  })

  test('before a file operation of the coordinator, every third of all up to the last, is finished to the same bytes', async () => {
    const small = { runs: 8, jobs: 1, tables: ['runs'] as const }
    const whole = makeToyRequest({ ...small, outDirectory: at('whole') })
    const { lines } = await runInProcess(whole)
    const { operations } = JSON.parse(lines.at(-1) ?? '') as { operations: number }
    expect(operations).toBeGreaterThan(40)
    const bytes = readOutputs(at('whole'))
    for (let step = operations; step >= 1; step -= 3) {
      const request = { ...whole, outDirectory: at(`killed-${step}`) }
      expect((await runInProcess(request, { at: step })).signal, `operation ${step}`).toBe('SIGKILL')
      await succeed(request)
      expect(readOutputs(request.outDirectory)).toEqual(bytes)
      expect(existsSync(join(request.outDirectory, 'shards'))).toBe(false)
    }
  })

  test('by a worker before a file operation, every second of all, is finished to the same bytes', async () => {
    const plain = makeToyRequest({ runs: 8, jobs: 1, outDirectory: at('whole') })
    await succeed(plain)
    const bytes = readOutputs(at('whole'))
    for (let step = 1; step <= 16; step += 2) {
      const request = { ...plain, outDirectory: at(`killed-${step}`) }
      const { signal } = await runInProcess({ ...request, scenario: { workerFault: { at: step } } })
      expect(signal, `operation ${step}`).toBe('SIGKILL')
      await succeed(request)
      expect(readOutputs(request.outDirectory)).toEqual(bytes)
    }
  })
})
