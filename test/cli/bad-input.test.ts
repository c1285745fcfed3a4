import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cleanUpAfterwards, runFroth, scratch } from './run-froth.ts'

cleanUpAfterwards()

const folder = scratch()
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return name
}

put('good.yaml', 'froth: 1\nextends: book\nruns: 4\nhorizon: 6 months\n')
put('unknown.yaml', 'froth: 1\nextends: book\nmarket: { dicipline: 0.6 }\n')
put('unit.yaml', 'froth: 1\nextends: book\nstartups: { churn: 3% }\n')
put('type.yaml', 'froth: 1\nextends: book\nruns: { many: 3 }\n')
put('negative.yaml', 'froth: 1\nextends: book\nmarket: { demand: -2x }\n')
put('nan.yaml', 'froth: 1\nextends: book\nmarket: { demand: .nan }\n')
put('no-runs.yaml', 'froth: 1\nextends: book\nruns: 0\n')
put('no-time.yaml', 'froth: 1\nextends: book\nhorizon: 0 months\n')
put('wide.yaml', 'froth: 1\nseed：42\n')
put('empty.yaml', '')
put('comment.yaml', '# nothing here\n')
put('binary.yaml', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0xff, 0xfe, 0x80]))
put('latin.yaml', new Uint8Array([...Buffer.from('froth: 1\nname: caf'), 0xe9, 0x0a]))
put('list.yaml', '- 1\n- 2\n')
put('proto.yaml', 'froth: 1\n__proto__: { polluted: true }\n')
put('circle-a.yaml', 'froth: 1\nextends: circle-b.yaml\n')
put('circle-b.yaml', 'froth: 1\nextends: circle-a.yaml\n')
put('escape.yaml', 'froth: 1\nextends: ../outside.yaml\n')
put('control.yaml', 'froth: 1\nname: "\u001b[31mred"\nfoo\u001b[2J: 1\n')
put('huge.yaml', '')
truncateSync(join(folder, 'huge.yaml'), 100 * 1024 * 1024)
const levels = 'abcdefghij'.split('')
put(
  'bomb.yaml',
  `froth: 1\nsources:\n  a: &a [x, x, x, x, x, x, x, x, x]\n${levels
    .slice(1)
    .map(
      (name, i) => `  ${name}: &${name} [${Array.from({ length: 9 }, () => `*${levels[i]}`).join(', ')}]\n`,
    )
    .join('')}`,
)

const cases: readonly (readonly [string, number, RegExp])[] = [
  ['good.yaml', 0, /valid scenario/],
  ['unknown.yaml', 3, /F104.*dicipline[\s\S]*unknown\.yaml:3:11[\s\S]*did you mean `discipline`/],
  ['unit.yaml', 3, /unit\.yaml:3:20[\s\S]*per month or per year/],
  ['type.yaml', 3, /type\.yaml:3:/],
  ['negative.yaml', 3, /market\.demand/],
  ['nan.yaml', 3, /finite number/],
  ['no-runs.yaml', 3, /runs/],
  ['no-time.yaml', 3, /horizon/],
  ['wide.yaml', 3, /F017[\s\S]*wide\.yaml:2:5/],
  ['empty.yaml', 3, /empty/],
  ['comment.yaml', 3, /empty/],
  ['binary.yaml', 3, /not a text file/],
  ['latin.yaml', 3, /UTF-8/],
  ['list.yaml', 3, /error\[F/],
  ['proto.yaml', 3, /error\[F/],
  ['circle-a.yaml', 3, /circle/],
  ['escape.yaml', 3, /error\[F/],
  ['control.yaml', 3, /error\[F/],
  ['huge.yaml', 3, /too large/],
  ['bomb.yaml', 3, /error\[F/],
  ['missing.yaml', 6, /no such file[\s\S]*built-in scenarios/],
  ['bubbel', 6, /did you mean `bubble`/],
  ['.', 6, /folder/],
  ['good.yaml/inside.yaml', 6, /cannot read/],
]

test.concurrent.each(cases)('check %s ends with %i and says why', async (file, code, words) => {
  const ended = await runFroth(['check', file], { cwd: folder })
  expect(ended.code, ended.stderr).toBe(code)
  expect(ended.stderr).toMatch(words)
  expect(ended.stderr).not.toMatch(/\bat .*:\d+:\d+\)?$|node:internal/m)
  // oxlint-disable-next-line no-control-regex -- nothing of a file may steer the terminal
  expect(ended.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/)
  expect(ended.stdout).toBe('')
})

test('a mistake in --set is a mistake in the command line', async () => {
  const ended = await runFroth(['check', 'book', '--set', 'market.dicipline=0.5'])
  expect(ended.code).toBe(2)
  expect(ended.stderr).toMatch(/F104[\s\S]*--set market\.dicipline=0\.5\n.*\^{9}/)
  expect(ended.stderr).toContain('did you mean `discipline`?')
})

test.concurrent.each([
  'horizon=0',
  'runs=0',
  'market.demand=-1',
  'market.demand=NaN',
  'market.demand=lots',
  'seed=',
])('--set %s is refused before anything runs', async (set) => {
  const ended = await runFroth(['run', 'book', '--set', set])
  expect([ended.code, ended.stdout]).toEqual([2, ''])
  expect(ended.stderr).toMatch(/Nothing was run|PATH=VALUE/)
})

test('check --json is one JSON document, also for what is not YAML at all', async () => {
  const ended = await runFroth(['check', 'binary.yaml', '--json'], { cwd: folder })
  const document = JSON.parse(ended.stdout) as {
    schema: string
    ok: boolean
    exitCode: number
    diagnostics: object[]
  }
  expect(document).toMatchObject({ schema: 'froth.check/1', ok: false, exitCode: 3 })
  expect(document.diagnostics[0]).toMatchObject({ code: 'F001', severity: 'error' })
  expect([ended.code, ended.stderr]).toEqual([3, ''])
})

test('check --json places each mistake', async () => {
  const ended = await runFroth(['check', 'unknown.yaml', '--json'], { cwd: folder })
  const { diagnostics } = JSON.parse(ended.stdout) as { diagnostics: object[] }
  expect(diagnostics).toHaveLength(1)
  expect(diagnostics[0]).toMatchObject({
    code: 'F104',
    path: 'market.dicipline',
    suggestion: 'discipline',
    range: { start: { line: 3, column: 11 } },
  })
})

test.concurrent.each(['demand', 'capital_supply', 'gpu_supply', 'talent_supply', 'entry'])(
  'a market with market.%s=0 is a study with a verdict, not an error',
  async (knob) => {
    const args = [
      'run',
      'book',
      '--runs',
      '4',
      '--set',
      `market.${knob}=0`,
      '--set',
      'horizon=6 months',
      '--json',
    ]
    const ended = await runFroth(args)
    expect(ended.code, ended.stderr).toBe(0)
    expect(ended.stderr).toContain('F307')
    const summary = JSON.parse(ended.stdout) as {
      failedRuns: number
      verdict: Record<string, { estimate: number }>
    }
    expect(summary.failedRuns).toBe(0)
    const shares = Object.values(summary.verdict).map(({ estimate }) => estimate)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  },
)

test.each([
  ['a file in place of the results folder', { FROTH_RESULTS: join(folder, 'good.yaml') }, []],
  ['a path through a device', { FROTH_RESULTS: '/dev/null/x' }, []],
  ['-o that names a file', {}, ['-o', join(folder, 'good.yaml')]],
])('%s ends with 6 and leaves no stack', async (_, environment, flags) => {
  const ended = await runFroth(['run', 'good.yaml', ...flags], { cwd: folder, environment })
  expect(ended.code, ended.stderr).toBe(6)
  expect(ended.stderr).not.toMatch(/\n\s+at /)
  expect(ended.stdout).toBe('')
})
