import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { readFlags } from '../../cli/arguments/flag-values.ts'
import { evaluateCost } from '../../cli/commands/evaluate-cost.ts'
import type { CommandContext } from '../../cli/context.ts'
import { findPackageRoot } from '../../cli/package-root.ts'
import { resolveSettings } from '../../cli/settings/settings.ts'
import { messagesIn } from '../../cli/text/messages.ts'
import { benchmark, run } from '../scenarios/published/read-rows.ts'
import { cleanUpAfterwards, scratch } from './run-froth.ts'

cleanUpAfterwards()

const said = { stdout: '', stderr: '' }

beforeEach(() => {
  for (const name of ['stdout', 'stderr'] as const) {
    said[name] = ''
    const take = (text: string | Uint8Array, done?: unknown): boolean => {
      said[name] += String(text)
      if (typeof done === 'function') (done as () => void)()
      return true
    }
    vi.spyOn(process[name], 'write').mockImplementation(take)
  }
})
afterEach(() => {
  vi.restoreAllMocks()
})

const contextOf = (given: Readonly<Record<string, string>> = {}): CommandContext => {
  const flags = readFlags(new Map(Object.entries(given).map(([name, value]) => [name, [value]])))
  const settings = resolveSettings(flags, {}, { stdoutIsTty: false, stderrIsTty: false, columns: 100 })
  return {
    command: 'cost',
    operands: [],
    flags,
    settings,
    words: messagesIn(settings.language),
    package: findPackageRoot(),
    commandLine: 'froth cost --evaluate FILE',
  }
}

const fileOf = (text: string | Uint8Array, name = 'rows'): string => {
  const path = join(scratch(), name)
  writeFileSync(path, text)
  return path
}
const lines = [benchmark, { ...run, tokens: 'x' }].map((row) => JSON.stringify(row)).join('\n')

describe('froth cost --evaluate', () => {
  it('prints a page on standard output and ends with 0', async () => {
    expect(await evaluateCost(contextOf(), fileOf(lines, 'rows.txt'))).toBe(0)
    expect(said.stdout).toMatch(/^EVALUATION[\s\S]*step time[\s\S]*`tokens` is "x"/u)
    expect(said.stderr).toBe('')
  })

  it('prints one JSON document if asked', async () => {
    expect(await evaluateCost(contextOf({ format: 'json' }), fileOf(lines))).toBe(0)
    expect(JSON.parse(said.stdout)).toMatchObject({
      schema: 'froth.evaluate/1',
      skipped: [{ id: 'llama1-65b' }],
    })
  })

  it('writes a file if asked, and never over another one', async () => {
    const out = join(scratch(), 'out.csv')
    expect(await evaluateCost(contextOf({ format: 'csv', out }), fileOf(lines))).toBe(0)
    expect(readFileSync(out, 'utf8')).toMatch(/^index,set,id/u)
    await expect(evaluateCost(contextOf({ format: 'csv', out }), fileOf(lines))).rejects.toMatchObject({
      exitCode: 6,
    })
  })

  it('speaks the language that is asked for', async () => {
    await evaluateCost(contextOf({ lang: 'zh' }), fileOf(lines))
    expect(said.stdout).toMatch(/^评估/u)
  })
})

describe('a file that is no list of rows', () => {
  test.each([
    ['', /the file has no rows/u],
    ['[]', /the file has no rows/u],
    [
      '['.repeat(100_000) + ']'.repeat(100_000),
      /row 1: a row must be an object, got \[\.\.\.\] nested too deeply/u,
    ],
    ['id,gpu\na,h100\n', /line 1: not JSON[\s\S]*line 2: not JSON/u],
    ['[{"id":"a"}, 7]', /row 2: a row must be an object, got 7/u],
    ['{"id":"a"}\n{"id":\n', /line 2: not JSON/u],
    [Array.from({ length: 30 }, () => 'x').join('\n'), /line 10: [\s\S]*and 20 more/u],
  ])('%j ends with 3 and tells where', async (text, words) => {
    expect(await evaluateCost(contextOf(), fileOf(text))).toBe(3)
    expect(said.stderr).toMatch(words)
    expect(said.stdout).toBe('')
  })

  it('that is no text ends with 3', async () => {
    await expect(evaluateCost(contextOf(), fileOf(Uint8Array.of(0xff, 0xfe, 0x00)))).rejects.toMatchObject({
      exitCode: 3,
    })
  })

  it('that is not there, or a folder, ends with 6', async () => {
    await expect(evaluateCost(contextOf(), join(scratch(), 'none'))).rejects.toMatchObject({ exitCode: 6 })
    await expect(evaluateCost(contextOf(), scratch())).rejects.toMatchObject({ exitCode: 6 })
  })

  it('that never ends ends with 6', async () => {
    await expect(evaluateCost(contextOf(), '/dev/zero')).rejects.toMatchObject({ exitCode: 6 })
  })
})
