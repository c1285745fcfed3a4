import type { Summary } from '../summarise/summary.ts'
import { drawBlock, drawNote } from './draw-block.ts'
import { say, type MessageKey } from './messages.ts'
import { renderMultipleEstimate, renderNumberEstimate, renderShareEstimate } from './render-estimate.ts'
import type { Style } from './style.ts'

const quartileNames = ['p25', 'p50', 'p75'] as const

/** What limited partners got from the firms. */
export const drawFunds = ({ funds }: Summary, style: Style): readonly string[] => {
  const { lang } = style
  if (funds.tvpi.count === 0) return []
  const label = (key: MessageKey, name: string): string => say(lang, key, { quartile: name.toUpperCase() })
  const rows = [
    ...quartileNames.map((name) => ({
      label: label('funds.tvpi', name),
      ...renderMultipleEstimate(funds.tvpi[name], lang),
    })),
    { label: label('funds.dpi', 'p50'), ...renderMultipleEstimate(funds.dpi.p50, lang) },
    ...quartileNames.map((name) => ({
      label: label('funds.irr', name),
      ...renderShareEstimate(funds.irr[name]),
    })),
    { label: say(lang, 'funds.pooled'), ...renderMultipleEstimate(funds.pooledTvpi, lang) },
  ]
  return drawBlock(say(lang, 'funds.title'), rows, style)
}

/** How far headline prices of rounds lie above fair value; nothing where no round was valued. */
export const drawHeadline = ({ headline }: Summary, style: Style): readonly string[] => {
  const { lang } = style
  if (headline.rounds === 0) return []
  const count = (rounds: number): string =>
    say(lang, 'table.count', {
      count: renderNumberEstimate({ estimate: rounds, low: rounds, high: rounds }, lang).estimate,
    })
  const rows = [
    {
      label: say(lang, 'headline.unicorns'),
      ...renderShareEstimate(headline.unicornOvervaluation),
      note: count(headline.unicornRounds),
    },
    {
      label: say(lang, 'headline.rounds'),
      ...renderShareEstimate(headline.overvaluation),
      note: count(headline.rounds),
    },
  ]
  return [
    ...drawBlock(say(lang, 'headline.title'), rows, style),
    ...drawNote(say(lang, 'headline.note'), style),
  ]
}
