import { expect, test } from 'vitest'
import { rooms, roomsToCome } from './rooms.ts'
import { isThere, listProjectFiles, readText } from './source-files.ts'

const standing = Object.keys(rooms).filter((room) => isThere(room) || !roomsToCome.includes(room))
// Nobody imports these: the command is started, tests and timed workloads are run.
const withoutDoor = ['cli', 'bench', 'test']

const projectFiles = listProjectFiles()

test.each(standing)('%s says what it is for', (room) => {
  expect(readText(`${room}/README.md`).length).toBeGreaterThan(100)
})

test.each(standing.filter((room) => !withoutDoor.includes(room)))('%s has a door', (room) => {
  expect(isThere(`${room}/index.ts`)).toBe(true)
})

test('no folder inside the engine is without a place in the table of rooms', () => {
  const folders = projectFiles
    .map((path) => /^engine\/[^/]+(?=\/)/.exec(path)?.[0])
    .filter((path) => path !== undefined)
  expect(folders.length).toBeGreaterThan(0)
  expect(folders.filter((folder) => !Object.hasOwn(rooms, folder))).toEqual([])
})

test('the package installs the command froth and names the Node that it needs', () => {
  const manifest = JSON.parse(readText('package.json')) as Record<string, Record<string, string>>
  expect(manifest.bin).toEqual({ froth: 'dist/cli/main.js' })
  expect(manifest.engines.node).toBe('>=20.19')
  expect(readText('cli/main.ts').startsWith('#!/usr/bin/env node\n')).toBe(true)
})

test('every package is pinned to one version', () => {
  const manifest = JSON.parse(readText('package.json')) as Record<string, Record<string, string>>
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies']
  const pins = kinds.flatMap((kind) => Object.entries(manifest[kind] ?? {}))
  expect(pins.length).toBeGreaterThan(0)
  expect(pins.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
})

test('the changelog has an entry for the version of the package', () => {
  const { version } = JSON.parse(readText('package.json')) as { version: string }
  expect(readText('CHANGELOG.md')).toContain(`## ${version}`)
})

test('no file names a path or a package host of one machine', () => {
  // Brackets keep this line from finding itself.
  const machinePath =
    /(?:^|[\s'"`(=:])\/(?:wor[k]|far[m]|hom[e]|User[s]|roo[t])\/|\/tm[p]\/[a-z]|registr[y]\.[a-z]+\.|\.librar[y]\//m
  const texts = projectFiles.filter(
    (path) => !/^package-lock\.json$|\.(?:png|jpg|gz|parquet|bin)$/.test(path),
  )
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((path) => machinePath.test(readText(path)))).toEqual([])
  expect(readText('package-lock.json')).not.toMatch(/"resolved": "(?!https:\/\/registr[y]\.npmjs\.org\/)/)
})
