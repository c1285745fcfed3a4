import type { DealConvertible, DealStage } from '../../engine/finance/index.ts'
import { wrapToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import type { Language } from '../text/language.ts'
import { classNames, sayDeal } from './deal-messages.ts'
import { sharesText, shareText, shortSharesText, usdText } from './deal-numbers.ts'
import { drawBands, fitsInOneBand, type BandTable } from './draw-bands.ts'
import { drawRoundFacts, roundHeadline } from './draw-round-facts.ts'
import { holderText } from './holder-text.ts'
import { renderDay } from '../../scenarios/index.ts'
import { stageGrid, type StageColumn, type StageRow } from './stage-grid.ts'
import { drawLabelled } from '../cost/draw-labelled.ts'
import { listText } from './class-text.ts'

const columnTitle = ({ kind, name }: StageColumn, lang: Language): string => {
  if (kind === 'common') return classNames.common[lang]
  if (kind === 'options') return classNames.option[lang]
  return kind === 'converted' ? sayDeal(lang, 'converted', { round: name }) : name
}

/** The cap table of a stage in words, with counts in full or shortened. */
export const stageTable = (stage: DealStage, lang: Language, isShort: boolean): BandTable => {
  const { columns, rows, total } = stageGrid(stage)
  const count = (shares: number): string => (isShort ? shortSharesText(shares, lang) : sharesText(shares))
  const cells = (row: StageRow): readonly string[] => [
    shareText(row.share),
    count(row.fullyDilutedShares),
    ...row.shares.map(count),
  ]
  return {
    nameTitle: sayDeal(lang, 'holder'),
    titles: [
      sayDeal(lang, 'share'),
      sayDeal(lang, 'fullyDiluted'),
      ...columns.map((column) => columnTitle(column, lang)),
    ],
    rows: [
      ...rows.map((row) => ({ name: holderText(row.holder, lang), cells: cells(row) })),
      { name: sayDeal(lang, 'total'), cells: cells(total) },
    ],
  }
}

/** Counts are written in full where all columns stand beside each other so, and shortened elsewhere. */
const drawGrid = (stage: DealStage, style: Style): readonly string[] => {
  const full = stageTable(stage, style.lang, false)
  return drawBands(fitsInOneBand(full, style) ? full : stageTable(stage, style.lang, true), style)
}

/** SAFEs and notes that have not converted yet. */
const drawOwed = ({ classes }: DealStage, style: Style): readonly string[] => {
  const { lang } = style
  const owed = classes.filter(({ kind }) => kind === 'safe' || kind === 'note')
  if (owed.length === 0) return []
  const texts = owed.map(({ name, holders }) =>
    sayDeal(lang, 'convertibleOf', {
      name,
      holder: holderText(holders[0].holder, lang),
      amount: usdText(holders[0].shares, lang),
    }),
  )
  return drawLabelled(sayDeal(lang, 'convertibles'), listText(texts, lang), style)
}

/**
 * The company at the start or after a round: what the round agreed, who holds what, what the round changed, and which
 * SAFEs and notes were sold `later`, if no round follows.
 */
export const drawStage = (
  stage: DealStage,
  later: readonly DealConvertible[],
  style: Style,
): readonly string[] => {
  const { name, day } = stage
  const title =
    name === null ? sayDeal(style.lang, 'startTable') : sayDeal(style.lang, 'stageTable', { round: name })
  const dated = day === null ? title : `${title}   ${renderDay(day)}`
  return [
    ...wrapToWidth(dated, style.width).map((line) => style.paint('bold', line)),
    ...roundHeadline(stage, style),
    ...drawGrid(stage, style),
    ...drawOwed(stage, style),
    ...drawRoundFacts(stage, later, style),
  ]
}
