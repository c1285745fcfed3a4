import { expect, test } from 'vitest'
import { costFileTopic, exampleCostFile } from '../../../cli/text/topics/cost-file.ts'
import { codesOf } from '../../scenarios/cost-file/known-names.ts'

test('the cost file that help shows loads', async () => {
  const withKnownNames = exampleCostFile
    .replace('h100', 'H100-SXM')
    .replace('b200', 'B200-SXM')
    .replace('france', 'FR')
  expect(await codesOf(withKnownNames)).toEqual([])
  for (const page of [costFileTopic.en, costFileTopic.zh])
    expect(page).toContain('hardware:\n    - { gpu: h100')
})
