import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { cleanUpAfterwards, runFroth, scratch } from './run-froth.ts'

cleanUpAfterwards()

const small = 'froth: 1\nname: Small market\nextends: book\nseed: 5\nruns: 8\nhorizon: 12 months\n'
const smallFolder = (text = small): string => {
  const folder = scratch()
  writeFileSync(join(folder, 'small.yaml'), text)
  return folder
}
const onlyResult = (folder: string): string => {
  const [name] = readdirSync(join(folder, 'results'))
  return join(folder, 'results', name)
}

/** Puts another text of a file into its manifest, as the version that wrote it would have. */
const signAnew = (path: string, name: string, text: string): void => {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { files: { path: string }[] }
  const sha256 = createHash('sha256').update(text).digest('hex')
  const files = manifest.files.map((file) =>
    file.path === name ? { ...file, bytes: Buffer.byteLength(text), sha256 } : file,
  )
  writeFileSync(path, JSON.stringify({ ...manifest, files }))
}

describe('froth without a command', () => {
  it('shows the first steps and ends with 0', async () => {
    const ended = await runFroth([])
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toMatch(/froth run book[\s\S]*froth init/)
  })

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect((await runFroth(['--version'])).stdout).toBe(`froth ${version}\n`)
    expect((await runFroth(['run', '--version'])).stdout).toBe(`froth ${version}\n`)
  })
})

describe('a command line with a mistake', () => {
  test.each([
    [['lint', 'book'], /did you mean `check`/],
    [['startup.yaml'], /froth run startup\.yaml/],
    [['run', 'book', '--sed', '3'], /did you mean `--set`/],
    [['run', 'book', '--runs', '0'], /from 1 to 10,000,000/],
    [['run'], /needs SCENARIO[\s\S]*froth run -h/],
    [['help', 'exit-code'], /did you mean `exit-codes`/],
    [['list', 'result'], /did you mean `results`/],
    [['init', 'blanc'], /did you mean `blank`/],
    [['explain', 'F9'], /no error code/],
    [['schema', 'odd'], /codebook/],
    [['rum\u001b[2J', 'x'], /\\x1b/],
  ])('froth %j ends with 2', async (args, words) => {
    const ended = await runFroth(args)
    expect(ended.stderr).toMatch(words)
    expect(ended.code).toBe(2)
    expect(ended.stdout).toBe('')
  })

  it('is told in the language that was asked for', async () => {
    expect((await runFroth(['rn', '--lang', 'zh'])).stderr).toContain('是否想写 `run`？')
    expect((await runFroth(['rn'], { environment: { FROTH_LANG: 'zh' } })).stderr).toContain('没有命令')
  })
})

describe('froth run', () => {
  it('writes data to standard output, talk to standard error, and a result folder', async () => {
    const folder = smallFolder()
    const ended = await runFroth(['run', 'small.yaml', '--json'], { cwd: folder })
    expect(ended.code, ended.stderr).toBe(0)
    const result = onlyResult(folder)
    expect(result).toMatch(/Small-market-[0-9a-f]{12}$/)
    expect(ended.stdout).toBe(readFileSync(join(result, 'summary.json'), 'utf8'))
    expect(JSON.parse(ended.stdout)).toMatchObject({
      schema: 'froth.summary/1',
      seed: 5,
      runs: 8,
      horizonMonths: 12,
    })
    expect(ended.stderr).toMatch(/^froth: 8 runs of Small market, seed 5, \d+ workers?\n/)
    expect(ended.stderr).toMatch(/froth: 8 done in 0:\d\d, id [0-9a-f]{7}\n/)
    for (const file of [
      'manifest.json',
      'scenario.yaml',
      'runs.csv',
      'startups.csv',
      'rounds.csv',
      'market.csv',
    ]) {
      expect(existsSync(join(result, file)), file).toBe(true)
    }
    expect(existsSync(join(result, 'events.csv'))).toBe(false)
  })

  it('reopens a finished study, says so, and computes it again with --fresh', async () => {
    const folder = smallFolder()
    const first = await runFroth(['run', 'small.yaml', '--json'], { cwd: folder })
    const again = await runFroth(['run', 'small.yaml', '--json'], { cwd: folder })
    expect(again.stderr).toContain('already computed in ./results/')
    const fresh = await runFroth(['run', 'small.yaml', '--json', '--fresh'], { cwd: folder })
    expect(fresh.stderr).toContain('8 done in')
    expect([again.stdout, fresh.stdout]).toEqual([first.stdout, first.stdout])
  })

  it('gives the same bytes from its own scenario.yaml, and from standard input', async () => {
    const folder = smallFolder()
    await runFroth(['run', 'small.yaml', '-q'], { cwd: folder })
    const result = onlyResult(folder)
    await runFroth(
      ['run', join(result, 'scenario.yaml'), '--seed', '5', '--runs', '8', '-o', 'again', '-q'],
      {
        cwd: folder,
      },
    )
    await runFroth(['run', '-', '-o', 'piped', '-q'], { cwd: folder, input: small })
    for (const file of ['runs.csv', 'startups.csv', 'rounds.csv', 'market.csv']) {
      const bytes = readFileSync(join(result, file), 'utf8')
      expect(readFileSync(join(folder, 'again', file), 'utf8') === bytes, `again/${file}`).toBe(true)
      expect(readFileSync(join(folder, 'piped', file), 'utf8') === bytes, `piped/${file}`).toBe(true)
    }
  })

  it('is quiet when asked to', async () => {
    const ended = await runFroth(['run', 'small.yaml', '-q'], { cwd: smallFolder() })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toContain('8 runs')
  })

  it('writes the tables that were asked for', async () => {
    const folder = smallFolder()
    await runFroth(['run', 'small.yaml', '-q', '--tables', 'runs', '--events', '-o', 'out'], { cwd: folder })
    expect(readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.csv'))).toEqual([
      'events.csv',
      'runs.csv',
    ])
  })

  it('says with --dry-run what would happen and touches nothing', async () => {
    const folder = smallFolder()
    const ended = await runFroth(['run', 'small.yaml', '-n', '--runs', '2,000'], { cwd: folder })
    expect(ended.code).toBe(0)
    expect(ended.stdout).toMatch(/2,000 runs of Small market[\s\S]*market\.csv +about[\s\S]*nothing was run/)
    expect(readdirSync(folder)).toEqual(['small.yaml'])
  })

  it('ends with 4 when a gate fails, and the results are there', async () => {
    const folder = smallFolder(`${small}expect: ["survival(12 months) >= 99.9%", "P(gold_mine) >= 0%"]\n`)
    const ended = await runFroth(['run', 'small.yaml'], { cwd: folder })
    expect(ended.code, ended.stderr).toBe(4)
    expect(ended.stderr).toContain('gates 1 of 2 passed')
    expect(existsSync(join(onlyResult(folder), 'summary.json'))).toBe(true)
  })

  it('refuses a folder with another study or with something else in it', async () => {
    const folder = smallFolder()
    await runFroth(['run', 'small.yaml', '-q', '-o', 'out'], { cwd: folder })
    const other = await runFroth(['run', 'small.yaml', '--seed', '6', '-o', 'out'], { cwd: folder })
    expect(other.code).toBe(6)
    expect(other.stderr).toMatch(/another study\n\s+seed: 5 there, 6 asked for\n\s+--fresh/)
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine', 'letter.txt'), 'dear')
    const foreign = await runFroth(['run', 'small.yaml', '-o', 'mine', '--fresh'], { cwd: folder })
    expect([foreign.code, readdirSync(join(folder, 'mine'))]).toEqual([6, ['letter.txt']])
  })

  it('ends quietly when the reader of its output goes away', async () => {
    const ended = await runFroth(['check', 'book', '--resolved'], { closesOutput: true })
    expect([ended.code, ended.stderr]).toEqual([0, ''])
  })

  const long = ['run', 'small.yaml', '--runs', '80', '--json', '--jobs', '2', '-o', 'out']
  const stopAtThirtyPercent = (folder: string, signal: NodeJS.Signals) => {
    let isSent = false
    return runFroth(long, {
      cwd: folder,
      onTalk: (talk, send) => {
        if (isSent || !/ [3-9]\d%/.test(talk)) return
        isSent = true
        send(signal)
      },
    })
  }

  it('stops on Ctrl-C with 130, keeps what is done, and goes on', async () => {
    const folder = smallFolder()
    const stopped = await stopAtThirtyPercent(folder, 'SIGINT')
    expect([stopped.code, stopped.stdout], stopped.stderr).toEqual([130, ''])
    expect(stopped.stderr).toMatch(/stopping after the runs in flight[\s\S]*stopped at \d+ of 80 runs/)
    expect(stopped.stderr).toContain('run the same command again')
    const shown = await runFroth(['show', 'survival', './out'], { cwd: folder })
    expect(shown.stderr).toMatch(/not finished: \d+ of 80 runs/)
    expect(shown.stdout).toContain('SURVIVAL')
    const resumed = await runFroth(long, { cwd: folder })
    expect(resumed.code, resumed.stderr).toBe(0)
    expect(resumed.stderr).toMatch(/going on: \d+ of 80 runs are already done/)
    expect((JSON.parse(resumed.stdout) as { runs: number }).runs).toBe(80)
  })

  test.each(['SIGTERM', 'SIGHUP'] as const)('takes %s for Ctrl-C', async (signal) => {
    expect((await stopAtThirtyPercent(smallFolder(), signal)).code).toBe(130)
  })

  it('says so when standard output cannot be written', async () => {
    const ended = await runFroth(['schema'], { outputFile: '/dev/full' })
    expect([ended.code, ended.stderr]).toEqual([6, 'froth: cannot write standard output: the disk is full\n'])
  })
})

describe('froth show and list', () => {
  const folder = smallFolder()

  it('say what to do while there are no results', async () => {
    const listed = await runFroth(['list'], { cwd: folder })
    expect([listed.code, listed.stdout]).toEqual([0, ''])
    expect(listed.stderr).toContain('froth run book makes one')
    const shown = await runFroth(['show'], { cwd: folder })
    expect(shown.code).toBe(6)
    expect(shown.stderr).toContain('froth list results')
    expect((await runFroth(['show', 'survial'], { cwd: folder })).stderr).toContain('froth show survival')
  })

  it('find a result as last, by the start of its id, and by its folder', async () => {
    const run = await runFroth(['run', 'small.yaml', '--json'], { cwd: folder })
    const { id } = JSON.parse(run.stdout) as { id: string }
    const results = await Promise.all(
      ['last', id.slice(0, 5), onlyResult(folder)].map((name) =>
        runFroth(['show', 'summary', name, '--json'], { cwd: folder }),
      ),
    )
    expect(results.map(({ stdout }) => stdout === run.stdout)).toEqual([true, true, true])
    const listed = await runFroth(['list', '--json'], { cwd: folder })
    expect(JSON.parse(listed.stdout)).toMatchObject({
      schema: 'froth.list/1',
      items: [{ id, runs: 8, seed: 5 }],
    })
  })

  test.each([
    ['survival', 'age_months,standing,'],
    ['valuation', 'percentile,value_usd,'],
  ])('print %s as text, CSV and tabs', async (view, header) => {
    const [text, csv, tabs] = await Promise.all(
      [[], ['--csv'], ['--plain']].map((flags) => runFroth(['show', view, ...flags], { cwd: folder })),
    )
    expect(text.stdout.length).toBeGreaterThan(200)
    expect(csv.stdout.startsWith(header)).toBe(true)
    expect(tabs.stdout).toBe(csv.stdout.replaceAll(',', '\t'))
  })

  test.each(['scenarios', 'shocks', 'templates'])('list %s, in both languages', async (what) => {
    const [english, chinese] = await Promise.all([
      runFroth(['list', what, '--plain']),
      runFroth(['list', what, '--plain', '--lang', 'zh']),
    ])
    const names = (text: string): string[] => text.split('\n').map((line) => line.split('\t')[0])
    expect(names(english.stdout)).toEqual(names(chinese.stdout))
    expect(
      english.stdout
        .trimEnd()
        .split('\n')
        .every((line) => /\t\S/.test(line)),
    ).toBe(true)
    expect(chinese.stdout).toMatch(/\p{Script=Han}/u)
  })

  it('say what to do with a summary that an older version wrote', async () => {
    await runFroth(['run', 'small.yaml', '-o', 'older', '-q'], { cwd: folder })
    const path = join(folder, 'older', 'summary.json')
    const { funds: _, ...older } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    const text = JSON.stringify(older)
    writeFileSync(path, text)
    signAnew(join(folder, 'older', 'manifest.json'), 'summary.json', text)
    const shown = await runFroth(['show', 'returns', 'older'], { cwd: folder })
    expect(shown.code).toBe(6)
    expect(shown.stderr).toContain('older version of froth')
    expect(shown.stderr).toContain('--fresh')
  })
})

describe('froth init', () => {
  it('writes a scenario that loads, and never over one that is there', async () => {
    const folder = scratch()
    const ended = await runFroth(['init'], { cwd: folder })
    expect(ended.code, ended.stderr).toBe(0)
    const text = readFileSync(join(folder, 'startup.yaml'), 'utf8')
    expect((await runFroth(['check', 'startup.yaml'], { cwd: folder })).code).toBe(0)
    writeFileSync(join(folder, 'startup.yaml'), 'mine')
    const refused = await runFroth(['init'], { cwd: folder })
    expect(refused.code).toBe(6)
    expect(refused.stderr).toMatch(/already there[\s\S]*--force/)
    expect(readFileSync(join(folder, 'startup.yaml'), 'utf8')).toBe('mine')
    await runFroth(['init', '--force'], { cwd: folder })
    expect(readFileSync(join(folder, 'startup.yaml'), 'utf8')).toBe(text)
  })

  it('writes the template that was asked for, to a file or to standard output', async () => {
    const folder = scratch()
    expect((await runFroth(['init', 'blank', '-o', 'x.yaml'], { cwd: folder })).code).toBe(0)
    const piped = await runFroth(['init', 'blank', '-o', '-'], { cwd: folder })
    expect(piped.stdout).toBe(readFileSync(join(folder, 'x.yaml'), 'utf8'))
  })
})

describe('froth init deal', () => {
  it('writes a deal that is worked out at once, and its schema', async () => {
    const folder = scratch()
    const ended = await runFroth(['init', 'deal'], { cwd: folder })
    expect(ended.code, ended.stderr).toBe(0)
    expect(ended.stderr).toContain('froth deal deal.yaml')
    expect((await runFroth(['deal', 'deal.yaml'], { cwd: folder })).stdout).toContain('Series A')
    const schema = await runFroth(['schema', 'deal'])
    expect(JSON.parse(schema.stdout)).toMatchObject({ $id: 'froth.deal.schema.json' })
  })
})

describe('froth help, explain and schema', () => {
  it('explain every error code that a scenario can meet', async () => {
    const ended = await runFroth(['explain', 'f104'])
    expect(ended.stdout).toMatch(/^F104 {2}\S/)
    expect((await runFroth(['explain', 'F104', '--lang', 'zh'])).stdout).toMatch(/\p{Script=Han}/u)
  })

  it('print a JSON Schema and a codebook', async () => {
    const [schema, codebook] = await Promise.all([runFroth(['schema']), runFroth(['schema', 'codebook'])])
    expect(JSON.parse(schema.stdout)).toMatchObject({ $schema: expect.stringContaining('2020-12') as string })
    const { resources } = JSON.parse(codebook.stdout) as { resources: { name: string }[] }
    expect(resources.map(({ name }) => name)).toEqual([
      'runs',
      'startups',
      'rounds',
      'market',
      'funds',
      'panel',
      'events',
    ])
  })

  it('write the schema to a file, not over one that is there', async () => {
    const folder = scratch()
    expect((await runFroth(['schema', '-o', 's.json'], { cwd: folder })).code).toBe(0)
    expect((await runFroth(['schema', '-o', 's.json'], { cwd: folder })).code).toBe(6)
  })
})
