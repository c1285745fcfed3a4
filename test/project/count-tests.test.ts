import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from './source-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'froth-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (name: string, passed: number, failed: number, pending = 0, brokenFiles = 0) => {
  const path = join(folder, `${name}.json`)
  const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] }
  const brokenFile = { status: 'failed', assertionResults: [] }
  const testResults = [
    ...Array.from({ length: failed }, () => failedTest),
    ...Array.from({ length: brokenFiles }, () => brokenFile),
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ]
  const counts = { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: 0 }
  writeFileSync(path, JSON.stringify({ ...counts, testResults }))
  return path
}

function count(...words: readonly (string | number)[]): readonly [string | undefined, number | null] {
  const script = join(projectRoot, '.ci/count-tests.mjs')
  const { stdout, status } = spawnSync(process.execPath, [script, ...words.map(String)], { encoding: 'utf8' })
  return [stdout.trimEnd().split('\n').at(-1), status]
}

test('steps and tests of all reports are added up', () => {
  const words = [3, 0, 0, `${report('a', 10, 0)}=0`, `${report('b', 5, 0)}=0`]
  expect(count(...words)).toEqual(['18 passed, 0 failed', 0])
})

test('skipped tests and steps are told only if there are any', () => {
  expect(count(1, 0, 1, `${report('c', 10, 0, 2)}=0`)).toEqual(['11 passed, 0 failed, 3 skipped', 0])
})

test('a failed test, a failed step and a file that does not load each count once', () => {
  expect(count(0, 1, 0, `${report('d', 10, 2, 0, 1)}=1`)).toEqual(['10 passed, 4 failed', 1])
})

test('a runner that fails without naming a test counts as one failure', () => {
  expect(count(0, 0, 0, `${report('e', 10, 0)}=134`)).toEqual(['10 passed, 1 failed', 1])
})

test('a report that is not there counts as one failure', () => {
  expect(count(2, 0, 0, `${join(folder, 'gone.json')}=1`)).toEqual(['2 passed, 1 failed', 1])
})

test('no test at all is a failure', () => {
  expect(count(4, 0, 0)).toEqual(['4 passed, 1 failed', 1])
})
