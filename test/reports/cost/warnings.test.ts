import { expect, test } from 'vitest'
import { renderCost, type CostReport } from '../../../reports/index.ts'
import { onGpu, planOf, reportOf } from './tables.ts'

const namesOf = ({ warnings }: CostReport): readonly string[] => warnings.map(({ name }) => name)

test('warns that a token meets half of the weights of an encoder-decoder', () => {
  const report = reportOf(planOf({ model: { architecture: 't5-11b' }, hardware: [onGpu('H100-SXM', 64)] }))
  expect(namesOf(report)).toContain('encoder-decoder')
  const decoder = reportOf(
    planOf({ model: { architecture: 'llama3-8b' }, hardware: [onGpu('H100-SXM', 64)] }),
  )
  expect(namesOf(decoder)).not.toContain('encoder-decoder')
})

test('warns where memory may run out: exactly where its P90 is above what there is', () => {
  const hardware = [8, 16, 24, 32, 64, 128].map((count) => onGpu('A100-SXM-80GB', count))
  const report = reportOf(planOf({ model: { shape: { parameters: 30e9 } }, hardware }))
  const tight = report.offers.filter(
    ({ fits, memoryBytesPerGpuSpread: memory, memoryCapacityBytesPerGpu: capacity }) =>
      fits && memory.p90 > capacity,
  )
  const counts = report.warnings.filter(({ name }) => name === 'tight').map(({ values }) => values?.['gpus'])
  expect(counts).toEqual(tight.map(({ gpus }) => String(gpus)))
  expect(counts.length).toBeLessThan(report.offers.length)
})

test('a page is drawn in windows of any width, in both languages', () => {
  const report = reportOf(planOf({ hardware: [onGpu('H100-SXM', 64), onGpu('L4', 1)] }))
  for (let width = 1; width <= 60; width++)
    for (const lang of ['en', 'zh'] as const)
      expect(renderCost(report, { lang, width, ascii: false, color: false })).not.toMatch(/NaN|undefined/)
})
