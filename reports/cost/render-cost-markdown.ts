import { makeStyle, type TextOptions } from '../text/style.ts'
import type { CostReport } from './cost-report.ts'
import { offerCells, offerTitles } from './draw-offers.ts'

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** The offers as a Markdown table, in the words of the page; numbers stand at the right. */
export const renderCostMarkdown = ({ offers }: CostReport, options: TextOptions): string => {
  const style = makeStyle(options)
  const titles = offerTitles(style)
  const rule = titles.map((_, index) => (index === 0 ? '---' : '---:'))
  return [titles, rule, ...offers.map((offer) => offerCells(offer, style))]
    .map((cells) => `${row(cells)}\n`)
    .join('')
}
