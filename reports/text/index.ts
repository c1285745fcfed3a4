export { cutToWidth, padLeft, padRight, wrapToWidth } from './pad-text.ts'
export { cellWidth } from '../../scenarios/index.ts'
export { renderDelimited, type DataTable } from './data-table.ts'
export { renderBar, renderSparkline, thinOut } from './draw.ts'
export { languages, type Language, type Text } from './language.ts'
export { makePaint, type Colour, type Paint } from './paint.ts'
export { renderElapsed } from './render-elapsed.ts'
export {
  halfWidthOf,
  renderMultipleEstimate,
  renderNumberEstimate,
  renderShareEstimate,
  renderUsdEstimate,
  type EstimateText,
} from './render-estimate.ts'
export { renderMultiple } from './render-multiple.ts'
export { renderNumber } from './render-number.ts'
export { renderPercent } from './render-share.ts'
export { moneyBackData, renderMoneyBack } from './money-back.ts'
export { renderSummary, type SummaryTextOptions } from './render-summary.ts'
export { renderUsd } from './render-usd.ts'
export { shortId } from './short-id.ts'
export type { TextOptions } from './style.ts'
export { renderSurvival, survivalData } from './survival-table.ts'
export { renderValuation, valuationData } from './valuation-table.ts'
export { verdictWords } from './verdict-words.ts'
