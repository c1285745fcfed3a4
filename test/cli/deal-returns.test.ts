import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readFlags } from '../../cli/arguments/flag-values.ts'
import { deal } from '../../cli/commands/deal.ts'
import type { CommandContext } from '../../cli/context.ts'
import { findPackageRoot } from '../../cli/package-root.ts'
import { resolveSettings } from '../../cli/settings/settings.ts'
import { messagesIn } from '../../cli/text/messages.ts'
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

const contextOf = (given: Readonly<Record<string, string>>): CommandContext => {
  const flags = readFlags(new Map(Object.entries(given).map(([name, value]) => [name, [value]])))
  const settings = resolveSettings(flags, {}, { stdoutIsTty: false, stderrIsTty: false, columns: 100 })
  return {
    command: 'deal',
    operands: [],
    flags,
    settings,
    words: messagesIn(settings.language),
    package: findPackageRoot(),
    commandLine: 'froth deal --returns FILE',
  }
}

const fileOf = (text: string | Uint8Array): string => {
  const path = join(scratch(), 'flows.csv')
  writeFileSync(path, text)
  return path
}
const returns = (text: string, more: Readonly<Record<string, string>> = {}) =>
  deal(contextOf({ returns: fileOf(text), ...more }))

const good = 'date,amount\n2020-01-01,-100\n2020-12-31,150\n'

describe('froth deal --returns', () => {
  it('prints a page on standard output and ends with 0', async () => {
    expect(await returns(good)).toBe(0)
    expect(said.stdout).toMatch(/^RETURNS[\s\S]*1\.50x[\s\S]*50\.0%/u)
    expect(said.stderr).toBe('')
  })

  it.each([
    ['json', /^\{\n {2}"schema": "froth\.returns\/1"/u],
    ['csv', /^name,first,last/u],
    ['tsv', /^name\tfirst\tlast/u],
    ['md', /^## RETURNS/u],
  ])('prints %s if asked', async (format, start) => {
    expect(await returns(good, { format })).toBe(0)
    expect(said.stdout).toMatch(start)
  })

  it('has no form in the Open Cap Table Format', async () => {
    await expect(returns(good, { format: 'ocf' })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('--format ocf') as string,
    })
    expect(said.stdout).toBe('')
  })

  it('writes a file that does not exist yet', async () => {
    const out = join(scratch(), 'returns.md')
    expect(await returns(good, { out, format: 'md' })).toBe(0)
    expect(said.stdout).toBe('')
    expect(said.stderr).toContain('returns.md')
  })

  it('shows what is wrong with the content by line and column, and ends with 3', async () => {
    expect(await returns('date,amount\n2020-13-01,x\n')).toBe(3)
    expect(said.stdout).toBe('')
    expect(said.stderr).toMatch(/error\[F255\].*\n.*flows\.csv:2:1[\s\S]*error\[F256\].*\n.*flows\.csv:2:12/u)
  })

  it('puts what is wrong into one JSON document if that was asked for', async () => {
    expect(await returns('date\n', { format: 'json' })).toBe(3)
    expect(JSON.parse(said.stdout)).toMatchObject({ ok: false, exitCode: 3, diagnostics: [{ code: 'F251' }] })
  })

  it('ends with 3 for what is no text, and with 6 for what cannot be read', async () => {
    const bytes = fileOf(Uint8Array.from([0xff, 0xfe, 0x00]))
    await expect(deal(contextOf({ returns: bytes }))).rejects.toMatchObject({ exitCode: 3 })
    await expect(deal(contextOf({ returns: '/no/such\u001Bfile' }))).rejects.toMatchObject({ exitCode: 6 })
  })

  it('speaks Chinese', async () => {
    expect(await returns(good, { lang: 'zh' })).toBe(0)
    expect(said.stdout).toMatch(/^回报[\s\S]*1\.50倍/u)
  })
})
