import { makeStyle, type Style, type TextOptions } from '../text/style.ts'
import { breakpointEvents, breakpointParts } from './breakpoint-text.ts'
import { sayDeal } from './deal-messages.ts'
import type { DealReport } from './deal-report.ts'
import type { BandTable } from './draw-bands.ts'
import { drawRoundFacts, roundHeadline } from './draw-round-facts.ts'
import { stageTable } from './draw-stage.ts'
import { valueTable } from './draw-values.ts'
import { sayField } from './field-messages.ts'
import { failureTexts, fieldTable } from './field-table.ts'
import { classPayouts, holderPayouts } from './payout-tables.ts'
import { multiples, ratesOfReturn } from './return-tables.ts'
import { soldAfter } from './sold-after.ts'
import { valueNotes } from './value-notes.ts'
import { renderDay } from '../../scenarios/index.ts'
import { renderNumber } from '../text/render-number.ts'

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;').trim()

const tableOf = (titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  const rule = `| ${titles.map((_, at) => (at === 0 ? '---' : '---:')).join(' | ')} |`
  return [line(titles), rule, ...rows.map(line)]
}

const bandTable = ({ nameTitle, titles, rows }: BandTable): readonly string[] =>
  tableOf(
    [nameTitle, ...titles],
    rows.map(({ name, cells }) => [name, ...cells]),
  )

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${escaped(title)}`, '', ...lines, '']

const stageSections = ({ history }: DealReport, style: Style): readonly string[] =>
  history.stages.flatMap((stage, at) => {
    const { lang } = style
    const title =
      stage.name === null ? sayDeal(lang, 'startTable') : sayDeal(lang, 'stageTable', { round: stage.name })
    const facts = [...roundHeadline(stage, style), ...drawRoundFacts(stage, soldAfter(history, at), style)]
    return section(stage.day === null ? title : `${title}, ${renderDay(stage.day)}`, [
      ...bandTable(stageTable(stage, lang, false)),
      ...(facts.length === 0
        ? []
        : ['', ...facts.map((fact) => `- ${escaped(fact.replace(/ {2,}/gu, ' '))}`)]),
    ])
  })

const breakpointTable = ({ breakpoints, history }: DealReport, { lang }: Style): readonly string[] =>
  breakpoints.length === 0
    ? []
    : tableOf(
        [sayDeal(lang, 'from'), sayDeal(lang, 'event'), sayDeal(lang, 'nextDollar')],
        breakpoints.map((point) => [
          renderNumber(point.priceUsd, 2),
          breakpointEvents(point, history.atExit, lang).join('; '),
          breakpointParts(point, history.atExit.classes, lang),
        ]),
      )

const filled = (table: BandTable): readonly string[] => (table.rows.length === 0 ? [] : bandTable(table))

const fieldSection = (report: DealReport, { lang }: Style): readonly string[] => {
  const { footballField } = report
  if (footballField === null) return []
  const facts = failureTexts(footballField, lang)
  return [
    ...bandTable(fieldTable(footballField, report, lang)),
    ...(facts.length === 0 ? [] : ['', ...facts.map((fact) => `- ${escaped(fact)}`)]),
  ]
}

/** The page as Markdown, for a memo: every table in full, without the chart. */
export const renderDealMarkdown = (report: DealReport, options: TextOptions): string => {
  // Facts are one line each here, however long.
  const style: Style = { ...makeStyle(options), width: Number.POSITIVE_INFINITY }
  const { lang } = style
  return [
    `# ${escaped(report.deal.name)}`,
    '',
    ...stageSections(report, style),
    ...section(sayDeal(lang, 'payoutsByClass'), filled(classPayouts(report, lang))),
    ...section(sayDeal(lang, 'breakpoints'), breakpointTable(report, style)),
    ...section(
      sayDeal(lang, 'fairValue'),
      report.values.length === 0
        ? report.headline === null
          ? [sayDeal(lang, 'noFairValue')]
          : []
        : [
            ...bandTable(valueTable(report, lang)),
            '',
            ...valueNotes(report, lang).map((note) => `- ${escaped(note)}`),
          ],
    ),
    ...section(sayField(lang, 'title'), fieldSection(report, style)),
    ...section(sayDeal(lang, 'payoutsByHolder'), filled(holderPayouts(report, lang))),
    ...section(sayDeal(lang, 'moicByHolder'), filled(multiples(report, lang))),
    ...section(sayDeal(lang, 'returnByHolder'), filled(ratesOfReturn(report, lang))),
  ]
    .join('\n')
    .replace(/\n*$/u, '\n')
}
