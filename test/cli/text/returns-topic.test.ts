import { expect, test } from 'vitest'
import { exampleCashFlows, returnsTopic } from '../../../cli/text/topics/returns.ts'
import { readCashFlows } from '../../../scenarios/index.ts'

test('the cash flows that help shows can be read, all columns of them', () => {
  const read = readCashFlows(exampleCashFlows, 'flows.csv', 'en')
  expect(read).toMatchObject({ ok: true, hasIndex: true, unusedColumns: [] })
  for (const page of [returnsTopic.en, returnsTopic.zh])
    for (const column of ['date', 'amount', 'name', 'kind', 'index', 'nav'])
      expect(page).toMatch(new RegExp(`\\b${column}\\b`, 'u'))
})
