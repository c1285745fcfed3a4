import { readFileSync, rmSync } from 'node:fs'
import { expect, it, test } from 'vitest'
import { describeBug } from '../../cli/bug-report.ts'
import { FileError, LockHeld } from '../../cli/files/index.ts'
import {
  AmbiguousResult,
  DamagedResult,
  NotAResultFolder,
  RefusedError,
  ResultNotFound,
  WorkerCrashed,
} from '../../cli/study/study-error.ts'
import { studyFailure } from '../../cli/study-failure.ts'
import { en } from '../../cli/text/en.ts'
import { zh } from '../../cli/text/zh.ts'

const differences = [{ item: 'seed', found: '1', asked: '2' }] as const
const holder = { processId: 42, host: 'here', startedAt: '', startMark: '' }

test.each([
  [6, /cannot write `out`: the disk is full/, new FileError('write', 'out', 'ENOSPC')],
  [6, /cannot create the folder `out`: permission denied/, new FileError('create folder', 'out', 'EACCES')],
  [6, /cannot read `a\\x1b`: EODD/, new FileError('read', 'a\u001b', 'EODD')],
  [
    6,
    /another study\n.*seed: 1 there, 2 asked for/,
    new RefusedError({ path: 'out', differences, message: '' }),
  ],
  [6, /left alone/, new NotAResultFolder({ path: 'out', message: '' })],
  [6, /runs\.csv in out/, new DamagedResult({ path: 'out', file: 'runs.csv', message: '' })],
  [6, /process 42 on here/, new LockHeld('out', holder, '')],
  [6, /another froth is working/, new LockHeld('out', null, '')],
  [
    1,
    /run 812 of seed 7: gone/,
    new WorkerCrashed({ run: 812, seed: 7, shard: 3, reason: 'gone', message: '' }),
  ],
  [6, /no result matches `xy`/, new ResultNotFound({ reference: 'xy', message: '' })],
  [
    2,
    /several results: a1, a2/,
    new AmbiguousResult({ reference: 'a', candidates: ['a1', 'a2'], message: '' }),
  ],
] as const)('a study that fails ends with %i and %s', (code, words, error) => {
  const failure = studyFailure(error, en)
  expect(failure.exitCode).toBe(code)
  expect(failure.message).toMatch(words)
  expect(studyFailure(error, zh).message).toMatch(/\p{Script=Han}/u)
})

it('a bug is one sentence and a log with the stack, and no stack on the terminal', () => {
  const said = describeBug(new TypeError('undefined is not a function'), '0.1.0', en.bug)
  const [, file] = /details are in (\S+)/.exec(said) ?? []
  const log = readFileSync(file, 'utf8')
  rmSync(file)
  expect(said.split('\n')).toHaveLength(3)
  expect(said).not.toContain('undefined is not')
  expect(log).toMatch(/froth 0\.1\.0, node v[\s\S]*TypeError: undefined is not a function\n\s+at /)
})

it('a bug shows its details where FROTH_DEBUG asks for them', () => {
  process.env['FROTH_DEBUG'] = '1'
  try {
    expect(describeBug(new TypeError('oh'), '0.1.0', en.bug)).toMatch(/TypeError: oh\n\s+at /)
  } finally {
    delete process.env['FROTH_DEBUG']
  }
})
