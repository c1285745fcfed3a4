import { expect, test } from 'vitest'
import { dealFileTopic, exampleDealFile } from '../../../cli/text/topics/deal-file.ts'
import { loadText } from '../../reports/deal/deal-files.ts'

test('the deal file that help shows loads', async () => {
  expect(await loadText(exampleDealFile)).toMatchObject({ ok: true })
  for (const page of [dealFileTopic.en, dealFileTopic.zh])
    expect(page).toContain('rounds:\n    - { name: Series A')
})
