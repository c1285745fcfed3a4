import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFroth } from '../../fixtures/study/run-froth.ts'
import { makeFolder, readOutputs } from '../../fixtures/study/toy-request.ts'

const folder = makeFolder()
afterAll(() => folder.remove())
const at = (name: string): string => join(folder.path, name)

const study = ['run', 'book', '--runs', '40', '--seed', '3', '--set', 'horizon=24 months', '--json']
const tables = ['--tables', 'runs,startups,rounds,market,panel']

let whole: Record<string, string>
let wholeText = ''
beforeAll(async () => {
  const { code, stdout, stderr } = await runFroth([...study, ...tables, '--jobs', '2', '-o', at('whole')])
  expect(code, stderr).toBe(0)
  whole = readOutputs(at('whole'))
  wholeText = stdout
})

describe('a study of the market', () => {
  test('prints its summary byte for byte and leaves the files that the manifest lists', () => {
    expect(wholeText).toBe(whole['summary.json'])
    const manifest = JSON.parse(readFileSync(at('whole/manifest.json'), 'utf8')) as {
      status: string
      files: { path: string; rows: number | null }[]
    }
    expect(manifest.status).toBe('complete')
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(Object.keys(whole).sort())
    for (const { path, rows } of manifest.files) {
      if (rows !== null) expect(whole[path].split('\n'), path).toHaveLength(rows + 2)
    }
  })

  test.each(['1', '4'])('leaves the same bytes for %s workers as for 2', async (jobs) => {
    const { code } = await runFroth([...study, ...tables, '--jobs', jobs, '-o', at(`jobs-${jobs}`)])
    expect(code).toBe(0)
    expect(readOutputs(at(`jobs-${jobs}`))).toEqual(whole)
  })

  test('leaves every other table as it is when the events are written too', async () => {
    const withEvents = ['--tables', 'runs,startups,rounds,market,panel,events', '-o', at('events')]
    expect((await runFroth([...study, ...withEvents])).code).toBe(0)
    const { 'events.csv': events, 'datapackage.json': _codebook, ...rest } = readOutputs(at('events'))
    const { 'datapackage.json': _other, ...plain } = whole
    expect(rest).toEqual(plain)
    expect(events.split('\n').length).toBeGreaterThan(1000)
  })

  test('killed with kill -9 again and again is finished by the same command to the same bytes', async () => {
    const words = [...study, ...tables, '--jobs', '2', '-o', at('killed')]
    let kills = 0
    while (kills < 4) {
      const { signal } = await runFroth(words, (stderr, kill) => {
        // A line is said every tenth of the runs: the kill comes with the third.
        if (stderr.split(' done, ').length > 3) kill()
      })
      if (signal === null) break
      kills += 1
    }
    expect(kills).toBeGreaterThanOrEqual(2)
    expect(readdirSync(at('killed'))).toContain('shards')
    const { code, stdout } = await runFroth(words)
    expect(code).toBe(0)
    expect(stdout).toBe(wholeText)
    expect(readOutputs(at('killed'))).toEqual(whole)
  })
})
