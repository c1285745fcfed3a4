import { expect, test } from 'vitest'
import { rooms, roomsToCome } from './project/rooms.ts'
import { isThere, listSources, readSources } from './project/source-files.ts'
import { findWallViolations } from './project/wall-violations.ts'

const outermost = Object.keys(rooms).filter((room) => !room.includes('/'))

test('every import of every file stays within the walls', () => {
  expect(findWallViolations(readSources(outermost))).toEqual([])
})

test.each(Object.keys(rooms).filter((room) => isThere(room) || !roomsToCome.includes(room)))(
  'the walls were checked for at least one file of %s',
  (room) => {
    expect(listSources(room).length).toBeGreaterThan(0)
  },
)

// The checker itself, on files that exist only here: each kind of breach is seen, and lawful imports are not.
const door = 'export const door = 1'
const plain: readonly (readonly [string, string])[] = [
  ['engine/index.ts', "export * from './kernel/index.ts'"],
  ['engine/kernel/index.ts', "export { clock } from './clock.ts'"],
  ['engine/kernel/clock.ts', 'export const clock = 1'],
  ['engine/random/index.ts', "import seedrandom from 'seedrandom'\nexport default seedrandom"],
  ['engine/statistics/index.ts', door],
  ['engine/finance/index.ts', "import { door } from '../statistics/index.ts'\nexport { door }"],
  ['scenarios/index.ts', "import type { clock } from '../engine/kernel/index.ts'\nimport 'effect/Schema'"],
  ['scenarios/vocabulary.ts', door],
  ['reports/table.ts', "import { door } from '../scenarios/vocabulary.ts'"],
  ['agents/index.ts', "export { clock } from '../engine/index.ts'\nexport * from '../scenarios/index.ts'"],
  ['reports/index.ts', "import { type Run } from '../agents/index.ts'"],
  ['cli/main.ts', "import 'node:fs'\nawait import('ink')\nimport '../package.json' with { type: 'json' }"],
  ['test/a.test.ts', "import '../engine/kernel/clock.ts'\nawait import(String(1))"],
]

test('lawful imports pass', () => {
  expect(findWallViolations(new Map(plain))).toEqual([])
})

test.each([
  ['a package', 'engine/kernel/a.ts', "import 'effect/Effect'", 'may not import the package effect'],
  [
    'a package with a scope',
    'cli/a.ts',
    "import '@fast-csv/format'",
    'may not import the package @fast-csv/format',
  ],
  ['a slow barrel', 'cli/a.ts', "import { Effect } from 'effect'", 'import a module of effect'],
  ['the machine', 'agents/a.ts', "import { readFileSync } from 'node:fs'", 'agents may not import node:fs'],
  [
    'a room above',
    'engine/kernel/a.ts',
    "import '../../agents/index.ts'",
    'engine/kernel may not import agents',
  ],
  [
    'a sibling',
    'engine/finance/a.ts',
    "import '../kernel/index.ts'",
    'engine/finance may not import engine/kernel',
  ],
  [
    'the house around it',
    'engine/random/a.ts',
    "import '../index.ts'",
    'engine/random may not import engine',
  ],
  ['a window', 'agents/a.ts', "import '../engine/kernel/clock.ts'", 'enter engine/kernel by its index.ts'],
  [
    'values where types will do',
    'reports/a.ts',
    "import { x } from '../agents/index.ts'",
    'only types of agents',
  ],
  ['a re-export', 'engine/cost/a.ts', "export * from '../../scenarios/index.ts'", 'may not import scenarios'],
  ['a named re-export', 'engine/cost/a.ts', "export { x } from '../../cli/main.ts'", 'may not import cli'],
  ['a dynamic import', 'scenarios/a.ts', "await import('../cli/main.ts')", 'scenarios may not import cli'],
  ['a hidden name', 'agents/a.ts', 'await import(name)', 'must name its module'],
  [
    'a type import',
    'engine/study/a.ts',
    "type A = import('../../agents/index.ts').A",
    'may not import agents',
  ],
  ['a require', 'agents/a.ts', "require('fs')", 'may not import the package fs'],
  [
    'a file outside the rooms',
    'agents/a.ts',
    "import '../package.json'",
    'agents may not import package.json',
  ],
  ['a file that is not there', 'cli/a.ts', "import './gone.ts'", 'there is no file cli/gone.ts'],
  ['a file that imports itself', 'cli/a.ts', "import './a.ts'", 'import each other: cli/a.ts'],
  ['a file that cannot be parsed', 'cli/a.ts', 'import {', 'cannot be parsed: cli/a.ts'],
])('%s is caught', (_, path, text, message) => {
  const violations = findWallViolations(new Map([...plain, [path, text]]))
  expect(violations).toHaveLength(1)
  expect(violations[0]).toContain(message)
  expect(violations[0]).toContain(path)
})

test('a ring of three files is caught once, types included', () => {
  const ring: readonly (readonly [string, string])[] = [
    ['cli/a.ts', "import './b.ts'"],
    ['cli/b.ts', "export * from './c.ts'"],
    ['cli/c.ts', "import type { A } from './a.ts'"],
    ['cli/d.ts', "import './a.ts'"],
  ]
  expect(findWallViolations(new Map(ring))).toEqual(['import each other: cli/a.ts, cli/b.ts, cli/c.ts'])
})
