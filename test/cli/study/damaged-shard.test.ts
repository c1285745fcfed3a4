import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFolder, makeToyRequest, readOutputs, succeed } from '../../fixtures/study/toy-request.ts'

const folder = makeFolder()
afterAll(() => folder.remove())
const at = (name: string): string => join(folder.path, name)
const makeRequest = (name: string) =>
  makeToyRequest({ outDirectory: at(name), runs: 80, scenario: { steps: 20_000 } })

beforeAll(async () => {
  await succeed(makeRequest('whole'))
  const controller = new AbortController()
  await succeed(makeRequest('stopped'), {
    stopSignal: controller.signal,
    onProgress: ({ doneShards }) => {
      if (doneShards >= 4) controller.abort()
    },
  })
})

const flipByte = (path: string): void => {
  const bytes = readFileSync(path)
  bytes[bytes.length >> 1] ^= 1
  writeFileSync(path, bytes)
}

test.each([
  [
    'a truncated table',
    'runs.csv',
    (path: string) => truncateSync(path, 5),
    'runs.csv has 5 bytes instead of',
  ],
  ['a flipped bit in a table', 'startups.csv', flipByte, 'startups.csv does not match its checksum'],
  [
    'a flipped bit in the partial summary',
    'partial.json',
    flipByte,
    'partial.json does not match its checksum',
  ],
  ['a flipped bit in the label', 'shard.json', flipByte, 'shard.json is missing or damaged'],
  ['a missing table', 'runs.csv', (path: string) => rmSync(path), 'runs.csv is missing'],
])('%s is found on resuming, said, and computed again', async (name, file, damage, reason) => {
  cpSync(at('stopped'), at(name), { recursive: true })
  const kept = readdirSync(at('stopped/shards'))
  damage(at(`${name}/shards/${kept[1]}/${file}`))
  const resumed = await succeed(makeRequest(name))
  expect(resumed.notices).toHaveLength(1)
  expect(resumed.notices[0]).toContain(`shard ${Number(kept[1])} `)
  expect(resumed.notices[0]).toContain(`is damaged, computing it again: ${reason}`)
  expect(resumed.resumedRuns).toBe(4 * (kept.length - 1))
  expect(readOutputs(at(name))).toEqual(readOutputs(at('whole')))
})
