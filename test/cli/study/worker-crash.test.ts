import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fail, makeFolder, makeToyRequest, readOutputs, succeed } from '../../fixtures/study/toy-request.ts'

let folder: ReturnType<typeof makeFolder>
beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => folder.remove())
const at = (name: string): string => join(folder.path, name)

test.each([
  ['throw', 'the toy threw'],
  ['exit', 'the thread ended with code 7'],
] as const)(
  'a worker that ends by %s names run and seed, and loses no finished shard',
  async (kind, reason) => {
    const request = makeToyRequest({
      outDirectory: at('out'),
      jobs: 1,
      scenario: { crash: { run: 11, kind } },
    })
    const error = await fail(request)
    expect(error).toMatchObject({ _tag: 'WorkerCrashed', run: 11, seed: 5, shard: 2, reason })
    expect(error.message).toContain('in run 11 of seed 5')
    expect(readdirSync(at('out/shards')).filter((name) => !name.includes('tmp'))).toEqual(['00000', '00001'])
    const mended = await succeed({ ...request, scenario: {} })
    expect(mended).toMatchObject({ status: 'complete', resumedRuns: 8 })
  },
)

test('a worker that ends once is replaced, and the bytes are the same', async () => {
  const crash = { run: 11, kind: 'exit', onceMark: at('mark') } as const
  const outcome = await succeed(makeToyRequest({ outDirectory: at('out'), scenario: { crash } }))
  expect(outcome.status).toBe('complete')
  expect(outcome.notices).toEqual([
    'a worker ended in run 11 of seed 5 (the thread ended with code 7): trying its shard again',
  ])
  await succeed(makeToyRequest({ outDirectory: at('whole') }))
  expect(readOutputs(at('out'))).toEqual(readOutputs(at('whole')))
})

test('a worker whose program cannot be loaded is told as that', async () => {
  const request = makeToyRequest({ outDirectory: at('out') })
  // A setup that the program cannot open: its scenario is null.
  const error = await fail({ ...request, scenario: null as never })
  expect(error).toMatchObject({ _tag: 'WorkerCrashed', run: 0 })
  expect(error.message).toContain('between the runs of shard')
})

test('a worker that runs out of memory is told as that, and takes nothing else down', () => {
  // A process of its own, whose workers have 80 MiB each.
  const script = fileURLToPath(new URL('../../fixtures/study/run-toy.mjs', import.meta.url))
  const crash = { run: 11, kind: 'memory' } as const
  const request = makeToyRequest({ outDirectory: at('out'), jobs: 1, scenario: { crash } })
  const output = execFileSync(process.execPath, [
    '--max-old-space-size=80',
    script,
    JSON.stringify({ request }),
  ]).toString()
  expect(output).toContain('a worker ended in run 11 of seed 5, and again in a fresh one')
  expect(output).toContain('memory limit')
  expect(readdirSync(at('out/shards'))).toEqual(expect.arrayContaining(['00000', '00001']))
})
