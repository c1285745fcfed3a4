import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planShards } from '../../../engine/study/index.ts'
import { fail, makeFolder, makeToyRequest, readOutputs, succeed } from '../../fixtures/study/toy-request.ts'

let folder: ReturnType<typeof makeFolder>
beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => folder.remove())
const at = (name: string): string => join(folder.path, name)

describe('a study', () => {
  test('leaves the same bytes for 1, 2 and 4 workers', async () => {
    for (const jobs of [1, 2, 4]) {
      const outcome = await succeed(makeToyRequest({ jobs, runs: 60, outDirectory: at(`out-${jobs}`) }))
      expect(outcome.status).toBe('complete')
    }
    const one = readOutputs(at('out-1'))
    expect(Object.keys(one)).toEqual([
      'datapackage.json',
      'partial.json',
      'runs.csv',
      'scenario.yaml',
      'startups.csv',
      'summary.json',
    ])
    expect(readOutputs(at('out-2'))).toEqual(one)
    expect(readOutputs(at('out-4'))).toEqual(one)
  })

  test('has the rows of all runs in order, and says in its manifest what each file holds', async () => {
    const { manifest, summary } = await succeed(makeToyRequest({ outDirectory: at('out') }))
    const rows = readFileSync(at('out/runs.csv'), 'utf8').trimEnd().split('\n')
    expect(rows[0]).toBe('run,status,total')
    expect(rows.slice(1).map((row) => Number(row.split(',')[0]))).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 1),
    )
    expect(manifest.status).toBe('complete')
    expect(manifest.files.find(({ path }) => path === 'startups.csv')).toMatchObject({
      rows: 72,
      bytes: statSync(at('out/startups.csv')).size,
    })
    expect(manifest.shards.map(({ index, firstRun, runCount }) => ({ index, firstRun, runCount }))).toEqual(
      planShards(24),
    )
    expect(manifest.timing).toMatchObject({ computedRuns: 24, events: 240, jobs: 2 })
    expect(JSON.parse(readFileSync(at('out/manifest.json'), 'utf8'))).toEqual(manifest)
    expect(JSON.parse(readFileSync(at('out/summary.json'), 'utf8'))).toEqual(summary)
    expect(summary).toMatchObject({ id: 'abc123', runs: 24, failed: 0 })
  })

  test('leaves other tables as they are when events are asked for too', async () => {
    await succeed(makeToyRequest({ outDirectory: at('without') }))
    await succeed(makeToyRequest({ outDirectory: at('with'), tables: ['events', 'runs', 'startups'] }))
    const { 'events.csv': events, 'datapackage.json': _with, ...rest } = readOutputs(at('with'))
    const { 'datapackage.json': _without, ...plain } = readOutputs(at('without'))
    expect(rest).toEqual(plain)
    expect(events.split('\n')).toHaveLength(26)
  })

  test('is reopened, not computed again, when it is finished', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    const first = await succeed(request)
    const again = await succeed({ ...request, jobs: 1 })
    expect(again.status).toBe('reopened')
    expect(again.summary).toEqual(first.summary)
    expect(again.manifest).toEqual(first.manifest)
  })

  test('counts failed runs and names the first of them, and still finishes', async () => {
    const scenario = { failedRuns: [3, 17] }
    const outcome = await succeed(makeToyRequest({ outDirectory: at('out'), scenario }))
    expect(outcome).toMatchObject({ status: 'complete', doneRuns: 24, failedRuns: 2 })
    expect(outcome.failures).toEqual([
      { run: 3, message: 'the toy was told to fail' },
      { run: 17, message: 'the toy was told to fail' },
    ])
    expect(readFileSync(at('out/runs.csv'), 'utf8')).toContain('\n17,failed,')
  })

  test('shows progress that only grows and ends with every run', async () => {
    const seen: number[] = []
    const last: unknown[] = []
    await succeed(makeToyRequest({ outDirectory: at('out') }), {
      onProgress: (progress) => {
        seen.push(progress.doneShards)
        last[0] = { runs: progress.doneRuns, stage: progress.stage, summary: progress.summary()?.runs }
      },
    })
    expect(seen).toEqual(seen.toSorted((left, right) => left - right))
    expect(last[0]).toEqual({ runs: 24, stage: 'joining', summary: 24 })
  })
})

describe('a finished study', () => {
  test('asked for under another name or with other gates has its texts written anew, without a run', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    const first = await succeed(request)
    const changes = { name: 'other', scenarioText: 'toy: 2\n', scenario: { gates: 3 } }
    const again = await succeed({ ...request, ...changes })
    expect(again.status).toBe('reopened')
    expect(again.manifest.timing).toEqual(first.manifest.timing)
    expect(again.summary).toEqual({ ...first.summary, gates: 3 })
    expect(again.manifest).toMatchObject({ name: 'other', scenario: { text: 'toy: 2\n' } })
    await succeed({ ...request, ...changes, outDirectory: at('whole') })
    expect(readOutputs(at('out'))).toEqual(readOutputs(at('whole')))
    expect((await succeed({ ...request, ...changes })).manifest).toEqual(again.manifest)
  })

  test('whose summary was changed has it written anew', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    await succeed(request)
    const before = readOutputs(at('out'))
    writeFileSync(at('out/summary.json'), '{}')
    expect((await succeed(request)).status).toBe('reopened')
    expect(readOutputs(at('out'))).toEqual(before)
  })

  test('without its partial summary cannot be told anew, and says so', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    await succeed(request)
    rmSync(at('out/partial.json'))
    expect((await succeed(request)).status).toBe('reopened')
    const error = await fail({ ...request, scenarioText: 'toy: 2\n' })
    expect(error).toMatchObject({ _tag: 'DamagedResult', file: 'partial.json' })
  })
})

describe('a study that is stopped', () => {
  const stopAfter = (shards: number, controller: AbortController) => ({
    onProgress: (progress: { readonly doneShards: number }) => {
      if (progress.doneShards >= shards) controller.abort()
    },
  })

  test.each(['stopSignal', 'dropSignal'] as const)(
    'by %s keeps finished shards, and the same request continues to the same bytes',
    async (signal) => {
      const request = makeToyRequest({ outDirectory: at('out'), runs: 120, scenario: { steps: 20_000 } })
      const controller = new AbortController()
      const stopped = await succeed(request, { ...stopAfter(3, controller), [signal]: controller.signal })
      expect(stopped.status).toBe('stopped')
      expect(stopped.doneRuns).toBeGreaterThanOrEqual(12)
      expect(stopped.doneRuns).toBeLessThan(120)
      expect(stopped.summary?.runs).toBe(stopped.doneRuns)
      expect(stopped.manifest).toMatchObject({ status: 'stopped', doneRuns: stopped.doneRuns })
      const resumed = await succeed(request)
      expect(resumed).toMatchObject({ status: 'complete', doneRuns: 120 })
      // A shard that got its name at the very moment of dropping counts as finished.
      expect(resumed.resumedRuns).toBeGreaterThanOrEqual(stopped.doneRuns)
      await succeed({ ...request, outDirectory: at('whole') })
      expect(readOutputs(at('out'))).toEqual(readOutputs(at('whole')))
    },
  )

  test('before it began has no summary and can be started', async () => {
    const controller = new AbortController()
    controller.abort()
    const request = makeToyRequest({ outDirectory: at('out') })
    const stopped = await succeed(request, { stopSignal: controller.signal })
    expect(stopped).toMatchObject({ status: 'stopped', doneRuns: 0, summary: null })
    expect((await succeed(request)).status).toBe('complete')
  })
})

describe('a folder', () => {
  test('with another study is refused, and both hashes are said', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    await succeed(request)
    const before = readOutputs(at('out'))
    const error = await fail({ ...request, scenarioSha256: 'cccc', seed: 6, build: 'd'.repeat(64) })
    expect(error).toMatchObject({ _tag: 'RefusedError' })
    expect(error.message).toBe(
      `${at('out')} holds a different study:\n` +
        '  scenario hash: aaaa there, cccc asked for\n' +
        '  seed: 5 there, 6 asked for\n' +
        `  build: ${'b'.repeat(64)} there, ${'d'.repeat(64)} asked for\n` +
        'use --fresh to replace it, or -o to write into another folder',
    )
    expect(readOutputs(at('out'))).toEqual(before)
  })

  test('with other runs or other tables is refused', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    await succeed(request)
    const error = await fail({ ...request, runs: 25, tables: ['runs'] })
    expect(error.message).toContain('runs: 24 there, 25 asked for')
    expect(error.message).toContain('tables: runs,startups there, runs asked for')
  })

  test('is replaced with --fresh if it is a result, and what others put there stays', async () => {
    const request = makeToyRequest({ outDirectory: at('out'), tables: ['runs', 'startups', 'events'] })
    await succeed(request)
    writeFileSync(at('out/notes.txt'), 'mine')
    const outcome = await succeed({ ...request, seed: 9, fresh: true, tables: ['runs'] })
    expect(outcome).toMatchObject({ status: 'complete', resumedRuns: 0 })
    expect(readdirSync(at('out'))).toEqual([
      'datapackage.json',
      'manifest.json',
      'notes.txt',
      'partial.json',
      'runs.csv',
      'scenario.yaml',
      'summary.json',
    ])
  })

  test.each([true, false])('that is no result is never touched (fresh: %s)', async (fresh) => {
    mkdirSync(at('photos'))
    writeFileSync(at('photos/cat.jpg'), 'miaow')
    const error = await fail(makeToyRequest({ outDirectory: at('photos'), fresh }))
    expect(error).toMatchObject({ _tag: 'NotAResultFolder' })
    expect(error.message).toContain('is not a result: it has no manifest.json, but cat.jpg')
    expect(readdirSync(at('photos'))).toEqual(['cat.jpg'])
  })

  test('with a manifest of somebody else is never touched', async () => {
    mkdirSync(at('app'))
    writeFileSync(at('app/manifest.json'), '{"name": "an app"}')
    const error = await fail(makeToyRequest({ outDirectory: at('app'), fresh: true }))
    expect(error.message).toContain('damaged or not of froth')
    expect(readdirSync(at('app'))).toEqual(['manifest.json'])
  })

  test('that is a file is refused', async () => {
    writeFileSync(at('file'), '')
    const error = await fail(makeToyRequest({ outDirectory: at('file') }))
    expect(error.message).toContain('is a file, not a folder')
  })

  test('that is empty is used', async () => {
    mkdirSync(at('empty'))
    expect((await succeed(makeToyRequest({ outDirectory: at('empty') }))).status).toBe('complete')
  })

  test('whose finished files were changed is refused, and --fresh mends it', async () => {
    const request = makeToyRequest({ outDirectory: at('out') })
    await succeed(request)
    const before = readOutputs(at('out'))
    writeFileSync(at('out/runs.csv'), 'shorter')
    const error = await fail(request)
    expect(error).toMatchObject({ _tag: 'DamagedResult', file: 'runs.csv' })
    await succeed({ ...request, fresh: true })
    expect(readOutputs(at('out'))).toEqual(before)
    expect(existsSync(at('out/shards'))).toBe(false)
  })
})
