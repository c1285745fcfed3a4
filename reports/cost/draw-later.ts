import type { Style } from '../text/style.ts'
import { sayCost } from './cost-messages.ts'
import { shareText } from './cost-numbers.ts'
import type { CostReport } from './cost-report.ts'
import { describeSource } from './describe-assumption.ts'
import { drawLabelled } from './draw-labelled.ts'

/** What the same capability would take later, on one line. */
export const drawLater = ({ progress }: CostReport, style: Style): readonly string[] => {
  const { lang } = style
  const [first] = progress
  if (first === undefined) return []
  const years = progress
    .map(({ date, flopShare }) => {
      const { p50, range } = shareText(flopShare)
      return sayCost(lang, 'shareAt', { share: p50, range, date })
    })
    .join(lang === 'zh' ? '，' : ', ')
  const text = sayCost(lang, 'sameCapability', { years, source: describeSource(first.source, lang) })
  return drawLabelled(sayCost(lang, 'later'), text, style)
}
