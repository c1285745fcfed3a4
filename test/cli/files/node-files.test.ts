import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestOf, FileError, hashFile, nodeFiles, writeAtomically } from '../../../cli/files/index.ts'
import { watchOperations } from '../../fixtures/study/watch-operations.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'froth-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

describe('the real file system', () => {
  test('names operation, path and reason of what the system refuses', async () => {
    const error = await nodeFiles.read(at('none')).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(FileError)
    expect(error).toMatchObject({ _tag: 'FileError', operation: 'read', path: at('none'), code: 'ENOENT' })
    expect(String(error)).toBe(`FileError: cannot read ${at('none')}: no such file or folder (ENOENT)`)
  })

  test.each([
    ['rename', () => nodeFiles.rename(at('none'), at('other')), 'rename', 'ENOENT'],
    ['openWriter', () => nodeFiles.openWriter(at('none/file')), 'create', 'ENOENT'],
    ['list', () => nodeFiles.list(at('none')), 'list', 'ENOENT'],
    ['write', () => nodeFiles.write(folder, ''), 'write', 'EISDIR'],
    ['makeFolder', () => nodeFiles.makeFolder(at('file/below')), 'create folder', 'ENOTDIR'],
    ['create', () => nodeFiles.create(at('file'), ''), 'create', 'EEXIST'],
  ] as const)('fails at %s with a FileError only', async (_name, act, operation, code) => {
    writeFileSync(at('file'), 'there')
    const error = await (act() as Promise<unknown>).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(FileError)
    expect(error).toMatchObject({ operation, code })
  })

  test('makes a folder and those above it, twice without harm, and refuses a file in its place', async () => {
    await nodeFiles.makeFolder(at('a/b/c'))
    await nodeFiles.makeFolder(at('a/b/c'))
    expect(readdirSync(at('a/b'))).toEqual(['c'])
    writeFileSync(at('file'), '')
    const inPlace = await nodeFiles.makeFolder(at('file')).catch((caught: unknown) => caught)
    expect(inPlace).toMatchObject({ _tag: 'FileError', operation: 'create folder', code: 'EEXIST' })
    const below = await nodeFiles.makeFolder(at('file/x')).catch((caught: unknown) => caught)
    expect(below).toMatchObject({ code: 'ENOTDIR' })
  })

  // Node's recursive mkdir spins for ever here (seen in Node 20.20).
  test.runIf(process.platform === 'linux')('gives up where nothing can ever be made', async () => {
    for (const path of ['/proc/froth', '/proc/froth/below']) {
      const error = await nodeFiles.makeFolder(path).catch((caught: unknown) => caught)
      expect(error).toMatchObject({ _tag: 'FileError', operation: 'create folder' })
    }
  })

  test('lists names by code point, whatever the order on the disk', async () => {
    for (const name of ['b', 'a', 'Z', 'é', '10', '9']) writeFileSync(at(name), '')
    expect(await nodeFiles.list(folder)).toEqual(['10', '9', 'Z', 'a', 'b', 'é'])
  })

  test('says null of what is not there, and removes what is not there', async () => {
    expect(await nodeFiles.inspect(at('none'))).toBeNull()
    await nodeFiles.remove(at('none'))
    mkdirSync(at('full/deep'), { recursive: true })
    await nodeFiles.remove(at('full'))
    expect(readdirSync(folder)).toEqual([])
  })

  test('reads a file in pieces that are the file', async () => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251))
    writeFileSync(at('file'), bytes)
    const pieces: Buffer[] = []
    for await (const piece of nodeFiles.readPieces(at('file'), 300)) pieces.push(Buffer.from(piece))
    expect(pieces.map(({ length }) => length)).toEqual([300, 300, 300, 100])
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
    expect(await hashFile(nodeFiles, at('file'))).toEqual(digestOf(bytes))
  })

  test('digests as SHA-256 is defined (FIPS 180-2, "abc")', () => {
    expect(digestOf('abc')).toEqual({
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    })
  })
})

describe('an atomic write', () => {
  test('that fails at any of its operations leaves the old content or the new one, whole', async () => {
    const counted = watchOperations(nodeFiles, {}, FileError)
    await writeAtomically(counted, at('file'), 'old content')
    expect(counted.count).toBe(5)
    for (let step = 1; step <= counted.count; step += 1) {
      writeFileSync(at('file'), 'old content')
      const files = watchOperations(nodeFiles, { at: step, code: 'ENOSPC' }, FileError)
      await expect(writeAtomically(files, at('file'), 'the new content')).rejects.toThrow(/no space left/u)
      // Once it is renamed, only the flush of the folder can fail.
      expect(readFileSync(at('file'), 'utf8')).toBe(step < 5 ? 'old content' : 'the new content')
    }
  })
})
