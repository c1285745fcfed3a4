import type { CompanyClassSummary, CompanySummary } from '../summarise/summary.ts'
import { drawBlock, type BlockRow } from './draw-block.ts'
import { say } from './messages.ts'
import { renderShareEstimate, renderUsdEstimate } from './render-estimate.ts'
import type { Style } from './style.ts'

const proceedsText = ({ proceedsUsd }: CompanyClassSummary, { lang }: Style): string =>
  (['p10', 'p50', 'p90'] as const)
    .map((name) => renderUsdEstimate(proceedsUsd[name], lang).estimate)
    .join(', ')

/** What each class of the company's cap table is worth by the simulated futures, and the headline against that. */
export const drawClasses = ({ classes, headline }: CompanySummary, style: Style): readonly string[] => {
  if (classes.length === 0) return []
  const { lang } = style
  const rows: BlockRow[] = classes.map((one) => ({
    label: one.name,
    ...renderUsdEstimate(one.fairValueUsd, lang),
    note: proceedsText(one, style),
  }))
  const total = { label: say(lang, 'classes.total'), ...renderUsdEstimate(headline.fairValueUsd, lang) }
  const over =
    headline.usd === null
      ? []
      : [
          {
            label: say(lang, `classes.headline.${headline.basis}`),
            ...renderShareEstimate(headline.overvaluation),
          },
        ]
  const title = say(lang, 'classes.title')
  return drawBlock(title, [...rows, total, ...over], style, say(lang, 'classes.proceeds'))
}
