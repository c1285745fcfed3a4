import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder, makeToyRequest, readOutputs, succeed } from '../../fixtures/study/toy-request.ts'

let folder: ReturnType<typeof makeFolder>
beforeEach(() => {
  folder = makeFolder()
})
afterEach(() => folder.remove())
const at = (name: string): string => join(folder.path, name)

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
])('%s is found on resuming, said, and computed again', async (_name, file, damage, reason) => {
  const request = makeToyRequest({ outDirectory: at('out'), runs: 120, scenario: { steps: 20_000 } })
  const controller = new AbortController()
  await succeed(request, {
    stopSignal: controller.signal,
    onProgress: ({ doneShards }) => {
      if (doneShards >= 4) controller.abort()
    },
  })
  const kept = readdirSync(at('out/shards'))
  damage(at(`out/shards/${kept[1]}/${file}`))
  const resumed = await succeed(request)
  expect(resumed.notices).toHaveLength(1)
  expect(resumed.notices[0]).toContain(`shard ${Number(kept[1])} `)
  expect(resumed.notices[0]).toContain(`is damaged, computing it again: ${reason}`)
  expect(resumed.resumedRuns).toBe(4 * (kept.length - 1))
  await succeed({ ...request, outDirectory: at('whole') })
  expect(readOutputs(at('out'))).toEqual(readOutputs(at('whole')))
})
