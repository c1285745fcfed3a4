import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { parseArguments } from '../../../cli/arguments/parse-arguments.ts'
import { tellOutcome } from '../../../cli/commands/run/tell-outcome.ts'
import type { CommandContext } from '../../../cli/context.ts'
import { resolveSettings } from '../../../cli/settings/settings.ts'
import type { StudyOutcome } from '../../../cli/study/index.ts'
import { en } from '../../../cli/text/en.ts'
import type { GateResult, Summary } from '../../../reports/index.ts'
import { StudyAccumulator } from '../../../reports/index.ts'
import type { Scenario } from '../../../scenarios/index.ts'

const scenario = { name: 'small', seed: 1, runs: 8, horizonMonths: 12, company: null, expect: [] }
const emptySummary = new StudyAccumulator(scenario as unknown as Scenario).summarise({
  id: 'abcdef012345',
  scenarioSha256: 'f00',
})

const gate = (pass: boolean | null): GateResult => ({
  text: 'a claim',
  pass,
  estimate: null,
  low: null,
  high: null,
  unit: 'share',
})

const outcomeOf = (changes: Partial<StudyOutcome<Summary>>, gates: readonly GateResult[] = []) =>
  ({
    status: 'complete',
    directory: 'results/small-abcdef012345',
    summary: { ...emptySummary, gates },
    doneRuns: 8,
    totalRuns: 8,
    failedRuns: 0,
    failures: [],
    resumedRuns: 0,
    elapsedSeconds: 2,
    notices: [],
    ...changes,
  }) as StudyOutcome<Summary>

const contextOf = (args: readonly string[]): CommandContext => {
  const parsed = parseArguments(['run', 'small.yaml', ...args])
  if (!parsed.ok) throw new Error(parsed.problem.kind)
  const terminal = { stdoutIsTty: false, stderrIsTty: false, columns: 80 }
  return {
    ...parsed.line,
    settings: resolveSettings(parsed.line.flags, {}, terminal),
    words: en,
    package: { folder: '.', version: '0.1.0' },
    commandLine: 'froth run small.yaml',
  }
}

let talk = ''
let data = ''
const into =
  (take: (text: string) => void) =>
  (text: unknown, done?: unknown): boolean => {
    take(String(text))
    if (typeof done === 'function') (done as () => void)()
    return true
  }

beforeEach(() => {
  talk = ''
  data = ''
  vi.spyOn(process.stderr, 'write').mockImplementation(into((text) => (talk += text)))
  vi.spyOn(process.stdout, 'write').mockImplementation(into((text) => (data += text)))
})
afterEach(() => void vi.restoreAllMocks())

it('a study whose gates hold ends with 0', async () => {
  expect(await tellOutcome(outcomeOf({}, [gate(true)]), contextOf([]))).toBe(0)
  expect(data).toContain('8 runs')
  expect(talk).toContain('8 done in 0:02, gates 1 of 1 passed, id abcdef0')
})

it('a gate that fails, or that the study cannot judge, ends with 4', async () => {
  expect(await tellOutcome(outcomeOf({}, [gate(true), gate(false)]), contextOf([]))).toBe(4)
  expect(await tellOutcome(outcomeOf({}, [gate(null)]), contextOf([]))).toBe(4)
})

it('failed runs end with 5, are named, and their words cannot steer the terminal', async () => {
  const failures = [1, 3, 4, 6].map((run) => ({ run, message: `run ${run} broke\u001b[2J` }))
  expect(await tellOutcome(outcomeOf({ failedRuns: 4, failures }, [gate(false)]), contextOf([]))).toBe(5)
  expect(talk).toContain('4 of 8 runs failed')
  expect(talk).toContain('run 4 broke\\x1b[2J')
  expect(talk).not.toContain('run 6 broke')
  expect(talk).toContain('and 1 more')
})

it('a study that was stopped ends with 130 and says how much wider its intervals are', async () => {
  const stopped = outcomeOf({ status: 'stopped', doneRuns: 2 })
  expect(await tellOutcome(stopped, contextOf(['--ascii']))).toBe(130)
  expect(talk).toBe(
    '* stopped at 2 of 8 runs (0:02)   intervals are 100% wider than planned\n' +
      'to go on, run the same command again; --fresh starts over    exit 130\n',
  )
  expect(data).toBe('')
})
