import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fail, makeFolder, makeToyRequest, readOutputs, succeed } from '../../fixtures/study/toy-request.ts'

const folder = makeFolder()
const disk = join(folder.path, 'disk')
mkdirSync(disk)

const isDone = (command: string, ...words: readonly string[]): boolean =>
  spawnSync(command, words).status === 0
const mount = (options: string): boolean => isDone('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', disk)
const isMounted = mount('size=256k')

afterAll(() => {
  if (isMounted) isDone('umount', disk)
  folder.remove()
})

test.skipIf(!isMounted)(
  'a study on a disk that is really full says so, and goes on once there is room',
  async () => {
    const request = makeToyRequest({ outDirectory: join(disk, 'out'), runs: 80, scenario: { rows: 400 } })
    const error = await fail(request)
    expect(error).toMatchObject({ _tag: 'FileError', code: 'ENOSPC' })
    expect(error.message).toContain('no space left on the disk')
    expect(mount('remount,size=32m')).toBe(true)
    const resumed = await succeed(request)
    expect(resumed.status).toBe('complete')
    await succeed({ ...request, outDirectory: join(folder.path, 'whole') })
    expect(readOutputs(join(disk, 'out'))).toEqual(readOutputs(join(folder.path, 'whole')))
  },
)
