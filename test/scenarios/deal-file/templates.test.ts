import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { playDeal } from '../../../engine/finance/deal/play-deal.ts'
import { dealTemplateNames } from '../../../scenarios/index.ts'
import { soundDeal } from './load-text.ts'

const readTemplate = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/templates/${name}.yaml`, import.meta.url), 'utf8')

test.each(dealTemplateNames)('the template %s loads, and its rounds work out', async (name) => {
  const deal = await soundDeal(readTemplate(name))
  const { stages, exits } = playDeal(deal)
  expect(stages).toHaveLength(deal.rounds.length + 1)
  expect(exits.map(({ terms }) => terms.priceUsd)).toEqual(deal.exitPricesUsd)
})
