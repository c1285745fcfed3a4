import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  builtInNames,
  canonicalJson,
  directions,
  loadScenario,
  renderResolved,
  catalogue,
  templateNames,
} from '../../scenarios/index.ts'
import type { LoadedScenario } from '../../scenarios/index.ts'
import { inMemory, loadSound } from './in-memory.ts'

const folder = (name: string): URL => new URL(`../../scenarios/${name}/`, import.meta.url)
const filesIn = (name: string): readonly string[] =>
  readdirSync(folder(name))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
const template = (name: string): string => readFileSync(new URL(`${name}.yaml`, folder('templates')), 'utf8')

const loadBuiltIn = async (name: string): Promise<LoadedScenario> => {
  const result = await loadScenario({ scenario: name }, inMemory({}))
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'))
  return result
}

describe('scenarios that come with froth', () => {
  test('the lists of names are the files that are there', () => {
    expect(filesIn('built-in')).toEqual(builtInNames.map((name) => `${name}.yaml`).sort())
    expect(filesIn('templates')).toEqual(templateNames.map((name) => `${name}.yaml`).sort())
  })

  test.each(builtInNames)('%s loads without a word and under its own name', async (name) => {
    const { scenario, warnings } = await loadBuiltIn(name)
    expect(warnings).toEqual([])
    expect(scenario).toMatchObject({
      name,
      seed: 1,
      runs: 1000,
      horizonMonths: 120,
      company: null,
      shocks: [],
    })
  })

  test.each(['bubble', 'gold-mine'])(
    '%s says for every value it changes where it comes from, with a range',
    async (name) => {
      const { origins } = await loadBuiltIn(name)
      const text = readFileSync(new URL(`${name}.yaml`, folder('built-in')), 'utf8')
      const changed = [...origins].filter(
        ([path, { kind, file }]) => path.includes('.') && kind === 'file' && file.startsWith(name),
      )
      expect(changed.length).toBeGreaterThan(2)
      for (const [path, origin] of changed) {
        expect(origin.source).not.toBe('')
        expect(text).toMatch(
          new RegExp(`  ${path}:\n    source: .+\n    low: .+\n    high: .+\n    note: .+\n`, 'u'),
        )
      }
    },
  )

  test('bubble and gold-mine differ from the book in conditions only, in opposite directions', async () => {
    const [book, bubble, goldMine] = await Promise.all(['book', 'bubble', 'gold-mine'].map(loadBuiltIn))
    const market = (from: LoadedScenario | undefined) => from?.scenario.parameters.market
    expect(market(bubble)?.discipline).toBeLessThan(market(book)?.discipline ?? 0)
    expect(market(goldMine)?.discipline).toBeGreaterThan(market(book)?.discipline ?? 1)
    expect(market(bubble)?.capabilityThresholdShift).toBeGreaterThan(0)
    expect(market(goldMine)?.capabilityThresholdShift).toBeLessThan(0)
    expect(bubble?.scenario.parameters.prices).toEqual(book?.scenario.parameters.prices)
    expect(goldMine?.scenario.parameters.prices).toEqual(book?.scenario.parameters.prices)
  })

  test.each(directions)('the template of a %s loads without a warning and is one', async (direction) => {
    const { scenario, warnings } = await loadSound(template(direction))
    expect(warnings).toEqual([])
    expect(scenario.company?.direction).toBe(direction)
  })

  test('the blank template loads as it is, and with every field switched on', async () => {
    const blank = template('blank')
    expect((await loadSound(blank)).scenario.company).toBeNull()
    const all = await loadSound(blank.replace(/^#(?=[ a-z]+:|  - )/gmu, '').replace(/^#(?=  )/gmu, ''))
    expect(all.scenario.company?.name).toBe('my company')
    expect(all.scenario.expect).toHaveLength(1)
  })

  test.each(templateNames)('%s points editors at the schema on its first line', (name) => {
    const schema = template(name).includes('froth: deal/1') ? 'froth.deal.schema.json' : 'froth.schema.json'
    expect(template(name).split('\n')[0]).toBe(`# yaml-language-server: $schema=./${schema}`)
  })

  test.each([...builtInNames])('%s resolved and loaded again is the same scenario', async (name) => {
    const loaded = await loadBuiltIn(name)
    const again = await loadSound(renderResolved(loaded, catalogue))
    expect(canonicalJson(again.scenario)).toBe(canonicalJson(loaded.scenario))
  })
})
