import { padRight } from '../../reports/index.ts'
import { messagesIn } from '../text/messages.ts'
import { survivalRows } from './full-panel.ts'
import { segment, type Line } from './line.ts'
import {
  barLine,
  hintLine,
  moneyWords,
  roughShareWords,
  shareTone,
  shareWords,
  titleLine,
  type PanelStyle,
} from './panel-parts.ts'
import type { PanelNumbers, PanelState } from './panel-state.ts'

const labelWidth = 21

const numberLines = (numbers: PanelNumbers, style: PanelStyle): readonly Line[] => {
  const words = messagesIn(style.language).panel
  const rows = survivalRows(numbers.survival)
  const survival = rows.find(({ months }) => months === 36) ?? rows[0]
  const label = (text: string): string => padRight(` ${text}`, labelWidth)
  const first: readonly Line[] =
    survival === undefined
      ? []
      : [
          [
            segment(label(`${words.standing} ${words.month(survival.months)}`)),
            segment(shareWords(survival.share, style.ascii), shareTone(survival.share)),
          ],
        ]
  return [
    ...first,
    [
      segment(label(`${words.value} P50`)),
      segment(moneyWords(numbers.valuation.postMoneyUsd.all.p50, style.language)),
    ],
    [
      segment(label(words.goldMine)),
      segment(roughShareWords(numbers.verdict.goldMine), shareTone(numbers.verdict.goldMine)),
    ],
  ]
}

/** The picture for windows of 44 x 8 and more: bar and three numbers, 6 lines. */
export const smallPanel = (state: PanelState, style: PanelStyle): readonly Line[] => [
  titleLine(state, style, []),
  barLine(state, style),
  ...(state.numbers === null ? [] : numberLines(state.numbers, style)),
  hintLine(state, style),
]
