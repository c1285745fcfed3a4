import { expect, test } from 'vitest'
import { findBanned } from './banned.ts'
import { readSources } from './source-files.ts'

test.each(['engine', 'agents', 'reports'])(
  '%s uses no clock, chance, machine, language or power of the runtime',
  (room) => {
    const files = readSources([room])
    expect(files.size).toBeGreaterThan(0)
    expect([...files].flatMap(([path, text]) => findBanned(path, text))).toEqual([])
  },
)

test.each([
  ['const a = Math.random()', 'Math.random'],
  ["const a = Math['random']()", 'Math.random'],
  ['const { random } = Math', 'Math.random'],
  ['const a = Math.pow(2, 3)', 'Math.pow'],
  ['const a = 2 ** 3', '**'],
  ['let a = 2\na **= 3', '**='],
  ['const a = new Date()', 'Date'],
  ['const a = Date.now()', 'Date'],
  ['const a = performance.now()', 'performance'],
  ['console.log(1)', 'console'],
  ['const a = process.env', 'process'],
  ['const a = { process }', 'process'],
  ['const a = globalThis', 'globalThis'],
  ["new Intl.NumberFormat('en')", 'Intl'],
  ['const a = (1).toLocaleString()', 'toLocaleString'],
  ["const a = 'a'.localeCompare('b')", 'localeCompare'],
  ["const a = ['a'].sort((x, y) => x['localeCompare'](y))", 'localeCompare'],
  ["import { readFileSync } from 'node:fs'", 'node:fs'],
])('%s is caught', (text, name) => {
  const line = text.split('\n').length
  expect(findBanned('engine/a.ts', text)).toEqual([`engine/a.ts:${line}: ${name}`])
})

test.each([
  '// Math.random(), 2 ** 3',
  "const a = 'process.exit'",
  'const a = { process: 1, Date: 2 }\nconst b = a.process + a.Date',
  'const a = Math.exp(3 * Math.log(2))',
  'interface A { readonly console: string }',
])('%s is lawful', (text) => {
  expect(findBanned('engine/a.ts', text)).toEqual([])
})
