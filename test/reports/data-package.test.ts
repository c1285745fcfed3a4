import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { dataPackage, renderCsv, tableNames, type RunResult, type TableName } from '../../reports/index.ts'
import { makeRun } from './fake-study.ts'

const identity = { name: 'book', title: 'book', description: 'A study of the market' }

const results: RunResult[] = [
  ...[1, 2, 3].map((run): RunResult => ({ status: 'ok', run, events: 10, record: makeRun(run, 30) })),
  { status: 'failed', run: 4, events: 1, message: 'cash became negative' },
]

const readCells = async (name: TableName): Promise<string[][]> => {
  let text = ''
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8')
      done()
    },
  })
  await renderCsv(name, results, sink, { header: true })
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
}

const forms: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/u,
  number: /^-?\d+(?:\.\d+)?$/u,
  boolean: /^(?:true|false)$/u,
  string: /^.+$/u,
}

describe('datapackage.json', () => {
  const document = dataPackage(tableNames, identity)

  it('is a tabular data package whose resources are the files that were written', () => {
    expect(document.profile).toBe('tabular-data-package')
    expect(document.resources.map((resource) => resource.path)).toEqual(
      tableNames.map((name) => `${name}.csv`),
    )
    expect(document.resources.every((resource) => resource.schema.missingValues.join() === '')).toBe(true)
  })

  it('describes every field in English and Chinese', () => {
    for (const { schema } of document.resources) {
      for (const field of schema.fields)
        expect(field.description).toMatch(/^[\x20-\x7e]+ \| .*\p{Script=Han}/u)
    }
  })

  it('refers to other tables only where they are there too', () => {
    const [rounds] = dataPackage(['rounds'], identity).resources
    expect(rounds.schema).not.toHaveProperty('foreignKeys')
    const [, startups] = dataPackage(['runs', 'startups'], identity).resources
    expect(startups.schema).toHaveProperty('foreignKeys', [
      { fields: ['run'], reference: { resource: 'runs', fields: ['run'] } },
    ])
  })

  it.each(['runs', 'startups', 'rounds', 'market'] as const)(
    'the cells of %s.csv keep to its schema',
    async (name) => {
      const { fields } = dataPackage([name], identity).resources[0].schema
      const [header, ...rows] = await readCells(name)
      expect(header).toEqual(fields.map((field) => field.name))
      expect(rows.length).toBeGreaterThan(3)
      for (const cells of rows) {
        expect(cells.length).toBe(fields.length)
        fields.forEach(({ name, type, constraints }, i) => {
          if (cells[i] === '') return expect(constraints.required, name).toBe(false)
          expect(cells[i], name).toMatch(forms[type])
          if (constraints.enum !== undefined) expect(constraints.enum).toContain(cells[i])
          if (constraints.minimum !== undefined)
            expect(Number(cells[i]), name).toBeGreaterThanOrEqual(constraints.minimum)
          return undefined
        })
      }
    },
  )
})
