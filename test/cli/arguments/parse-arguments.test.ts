import { describe, expect, it, test } from 'vitest'
import { parseArguments, type CommandLine } from '../../../cli/arguments/parse-arguments.ts'
import type { UsageProblem } from '../../../cli/arguments/usage-problem.ts'

const split = (line: string): string[] => line.split(' ').filter((word) => word !== '')

const parse = (line: string): CommandLine => {
  const parsed = parseArguments(split(line))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.line
}

const problemOf = (line: string): UsageProblem | null => {
  const parsed = parseArguments(split(line))
  return parsed.ok ? null : parsed.problem
}

describe('a command line that is right', () => {
  it('may have its flags before or after the command', () => {
    expect(parse('--seed 7 run book --runs 20')).toEqual(parse('run --runs=20 book --seed=7'))
    expect(parse('run book --seed 7').flags.seed).toBe(7)
  })

  it('collects --set in the order given', () => {
    expect(parse('run book --set a=1 --set b=2=3').flags.set).toEqual(['a=1', 'b=2=3'])
  })

  it('takes a lone dash as an operand and ends flags at two', () => {
    expect(parse('run -').operands).toEqual(['-'])
    expect(parse('run -- --odd.yaml').operands).toEqual(['--odd.yaml'])
  })

  it('takes short flags alone, together and with their value', () => {
    expect(parse('run book -qn').flags).toMatchObject({ quiet: true, dryRun: true })
    expect(parse('run book -oout').flags.out).toBe('out')
    expect(parse('run book -o out').flags.out).toBe('out')
  })

  it('takes the last of a flag given twice', () => {
    expect(parse('run book --seed 1 --seed 2').flags.seed).toBe(2)
  })

  it('reads numbers with their thousands set apart', () => {
    expect(parse('run book --runs 10,000').flags.runs).toBe(10_000)
    expect(parse('run book --runs 10_000').flags.runs).toBe(10_000)
  })

  it('lets --json, --csv and --plain stand for a format', () => {
    expect(parse('run book --json').flags.format).toBe('json')
    expect(parse('show survival --csv').flags.format).toBe('csv')
    expect(parse('list results --plain').flags.format).toBe('tsv')
    expect(parse('show --format json').flags.format).toBe('json')
    expect(parse('show').flags.format).toBe('table')
  })

  it('lets --no-ui and --quiet decide about progress unless --progress does', () => {
    expect(parse('run book').flags.progress).toBe('auto')
    expect(parse('run book --no-ui').flags.progress).toBe('lines')
    expect(parse('run book -q').flags.progress).toBe('none')
    expect(parse('run book -q --progress lines').flags.progress).toBe('lines')
  })

  it('adds events to the tables, and all means every table', () => {
    expect(parse('run book').flags.tables).toBeNull()
    expect(parse('run book --events').flags.tables).toEqual([
      'runs',
      'startups',
      'rounds',
      'market',
      'events',
    ])
    expect(parse('run book --tables market,runs').flags.tables).toEqual(['runs', 'market'])
    expect(parse('run book --tables all').flags.tables).toHaveLength(7)
  })

  it('may be empty, or only ask for help or the version', () => {
    expect(parse('').command).toBeNull()
    expect(parse('--version').flags.version).toBe(true)
    expect(parse('run -h').flags.help).toBe(true)
  })
})

const mistakes: readonly (readonly [string, Partial<UsageProblem>])[] = [
  ['chekc book', { kind: 'unknown_command', given: 'chekc', suggestion: 'check' }],
  ['lint book', { kind: 'unknown_command', suggestion: 'check' }],
  ['verify book', { kind: 'unknown_command', suggestion: 'check' }],
  ['simulate book', { kind: 'unknown_command', suggestion: 'run' }],
  ['diff a b', { kind: 'unknown_command', suggestion: null }],
  ['sweep', { kind: 'unknown_command', suggestion: null }],
  ['ru book', { kind: 'unknown_command', suggestion: 'run' }],
  ['xyzzy', { kind: 'unknown_command', suggestion: null }],
  ['startup.yaml', { kind: 'scenario_without_command', given: 'startup.yaml' }],
  ['./dir/mine', { kind: 'scenario_without_command' }],
  ['book', { kind: 'scenario_without_command', given: 'book' }],
  ['run book --sed 3', { kind: 'unknown_flag', flag: '--sed', suggestion: '--set' }],
  ['run book --jbos 3', { kind: 'unknown_flag', suggestion: '--jobs' }],
  ['run book --ui', { kind: 'unknown_flag', flag: '--ui' }],
  ['run book --watch', { kind: 'unknown_flag', suggestion: null }],
  ['run book --precision bf16', { kind: 'flag_of_another_command', commands: ['cost'] }],
  ['--bogus', { kind: 'unknown_flag', flag: '--bogus' }],
  ['-x', { kind: 'unknown_flag', flag: '-x' }],
  [
    'show --seed 3',
    { kind: 'flag_of_another_command', flag: '--seed', command: 'show', commands: ['check', 'run'] },
  ],
  ['run book --seed', { kind: 'missing_value', flag: '--seed', placeholder: 'N' }],
  ['run book --seed --json', { kind: 'missing_value', flag: '--seed' }],
  ['run book --out=', { kind: 'missing_value', flag: '--out' }],
  ['run book --json=yes', { kind: 'unexpected_value', flag: '--json', value: 'yes' }],
  ['run book --seed -5', { kind: 'not_a_number', value: '-5', min: 0 }],
  ['run book --seed 1.5', { kind: 'not_a_number', value: '1.5' }],
  ['run book --seed 1e3', { kind: 'not_a_number', value: '1e3' }],
  ['run book --seed 9007199254740993', { kind: 'not_a_number' }],
  ['run book --runs 0', { kind: 'not_a_number', flag: '--runs', value: '0', min: 1 }],
  ['run book --runs NaN', { kind: 'not_a_number', value: 'NaN' }],
  ['run book --jobs 0', { kind: 'not_a_number', flag: '--jobs' }],
  ['run book --format csv', { kind: 'not_a_choice', value: 'csv', allowed: ['table', 'json'] }],
  ['run book --progress fancy', { kind: 'not_a_choice', value: 'fancy', suggestion: null }],
  ['run book --progress line', { kind: 'not_a_choice', suggestion: 'lines' }],
  ['run book --lang de', { kind: 'not_a_choice', allowed: ['en', 'zh'] }],
  ['run book --tables runs,marekt', { kind: 'not_a_choice', value: 'marekt', suggestion: 'market' }],
  ['run book --set discipline', { kind: 'not_an_assignment', value: 'discipline' }],
  ['run book --set =3', { kind: 'not_an_assignment', value: '=3' }],
  ['run', { kind: 'missing_operand', command: 'run', operand: 'SCENARIO' }],
  ['explain', { kind: 'missing_operand', command: 'explain', operand: 'CODE' }],
  ['run book bubble', { kind: 'too_many_operands', command: 'run', given: 'bubble' }],
  ['show --json --csv', { kind: 'clashing_flags', flags: ['--json', '--csv'] }],
]

describe('a command line that is wrong', () => {
  test.each(mistakes)('froth %s is refused for its reason', (line, expected) => {
    expect(problemOf(line)).toMatchObject(expected)
  })
})
