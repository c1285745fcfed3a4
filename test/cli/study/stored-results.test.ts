import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Effect from 'effect/Effect'
import * as Exit from 'effect/Exit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeFiles } from '../../../cli/files/index.ts'
import { listResults, openResult } from '../../../cli/study/index.ts'
import { makeFolder, makeToyRequest, succeed } from '../../fixtures/study/toy-request.ts'
import { reporter } from '../../fixtures/study/toy-study.mjs'

const folder = makeFolder()
afterAll(() => folder.remove())
const at = (name: string): string => join(folder.path, name)

const open = (reference: string, directory = at('results')) =>
  Effect.runPromiseExit(
    openResult({ files: nodeFiles, reference, directory, reporter, loadScenario: () => ({}) }),
  )
const opened = async (reference: string) => {
  const exit = await open(reference)
  if (Exit.isFailure(exit)) throw new Error(String(exit.cause))
  return exit.value
}
const refusal = async (reference: string, directory?: string): Promise<string> => {
  const exit = await open(reference, directory)
  if (Exit.isSuccess(exit)) throw new Error('it opened')
  return String(exit.cause)
}

/** Results begin at stated instants, so that their order does not hang on a clock. */
const date = (name: string, startedAt: string): void => {
  const path = at(`results/${name}/manifest.json`)
  const text = readFileSync(path, 'utf8').replace(
    /"startedAt": "[^"]*",\n {2}"doneRuns"/u,
    `"startedAt": "${startedAt}",\n  "doneRuns"`,
  )
  writeFileSync(path, text)
}

beforeAll(async () => {
  const make = (name: string, id: string) => makeToyRequest({ outDirectory: at(`results/${name}`), name, id })
  await succeed(make('first', 'aa11'))
  await succeed(make('second', 'aa22'))
  const controller = new AbortController()
  await succeed(
    { ...make('third', 'bb33'), runs: 120, scenario: { steps: 20_000 } },
    { stopSignal: controller.signal, onProgress: ({ doneShards }) => doneShards >= 2 && controller.abort() },
  )
  date('first', '2026-01-01T00:00:00.000Z')
  date('second', '2026-01-03T00:00:00.000Z')
  date('third', '2026-01-02T00:00:00.000Z')
  mkdirSync(at('results/photos'))
  writeFileSync(at('results/photos/cat.jpg'), '')
  writeFileSync(at('results/notes.txt'), '')
})

describe('a list of results', () => {
  test('holds results alone, the latest first, with the runs that are done', async () => {
    const results = await listResults(nodeFiles, at('results'))
    expect(results.map(({ manifest }) => manifest.name)).toEqual(['second', 'third', 'first'])
    expect(results[0]).toMatchObject({ doneRuns: 24, manifest: { status: 'complete' } })
    expect(results[1].manifest.status).toBe('stopped')
    expect(results[1].doneRuns).toBe(results[1].manifest.doneRuns)
  })

  test('of a folder that is not there is empty', async () => {
    expect(await listResults(nodeFiles, at('nowhere'))).toEqual([])
  })
})

describe('a result', () => {
  test.each([
    ['last', 'second'],
    ['last~0', 'second'],
    ['last~1', 'third'],
    ['last~2', 'first'],
    ['aa1', 'first'],
    ['b', 'third'],
    ['first', 'first'],
  ])('goes by %s', async (reference, name) => {
    expect((await opened(reference)).manifest.name).toBe(name)
  })

  test('goes by its path', async () => {
    expect((await opened(at('results/first'))).manifest.name).toBe('first')
  })

  test('that is finished opens with its stored summary', async () => {
    expect((await opened('aa11')).summary).toEqual(
      JSON.parse(readFileSync(at('results/first/summary.json'), 'utf8')),
    )
  })

  test('that was stopped opens with the summary of its finished shards', async () => {
    const { summary, doneRuns } = await opened('bb33')
    expect(doneRuns).toBeGreaterThan(0)
    expect(summary).toMatchObject({ id: 'bb33', runs: doneRuns })
  })

  test('in two folders is one result', async () => {
    cpSync(at('results/first'), at('results/first-copy'), { recursive: true })
    expect((await opened('aa11')).manifest.id).toBe('aa11')
  })

  test('with a damaged summary stays closed', async () => {
    cpSync(at('results/first'), at('damaged'), { recursive: true })
    writeFileSync(at('damaged/summary.json'), '{}')
    expect(await refusal(at('damaged'))).toContain('summary.json does not match its checksum')
  })

  test.each([
    ['aa', 'aa could be aa22 or aa11: give more of the id'],
    ['cc', 'no result cc in'],
    ['last~9', 'last~9: there are only'],
    ['./nowhere', './nowhere: no such folder'],
  ])('%s is refused with a next step', async (reference, message) => {
    expect(await refusal(reference)).toContain(message)
  })

  test('that is somebody else’s folder is refused', async () => {
    expect(await refusal(at('results/photos'))).toContain('is not a result: it has no manifest.json')
  })

  test('is missed clearly where there are none', async () => {
    expect(await refusal('last', at('nowhere'))).toContain('last: there are no results in')
    expect(await refusal('aa', at('nowhere'))).toContain('it holds no results')
  })
})
