import type { DealBreakpoint, DealConvertible, DealStage } from '../../engine/finance/index.ts'
import type { Language } from '../text/language.ts'
import { breakpointEvents } from './breakpoint-text.ts'
import type { DealReport, FootballField, ReportedExit } from './deal-report.ts'
import { assumptionText } from './field-text.ts'
import { renderDay } from '../../scenarios/index.ts'
import { stageGrid } from './stage-grid.ts'

/** The report as data for other programs: `froth.deal/1`, raw numbers. Fields are only added within a version. */
export type DealDocument = Readonly<Record<string, unknown>>

const dayText = (day: number | null): string | null => (day === null ? null : renderDay(day))

const namesAt = (stage: DealStage, places: readonly number[]): readonly string[] =>
  places.map((place) => stage.classes[place].name)

const joinedDocument = ({ name, holder, kind, amountUsd, day }: DealConvertible): unknown => ({
  name,
  holder,
  kind,
  amountUsd,
  date: dayText(day),
})

const breakpointDocument = (point: DealBreakpoint, stage: DealStage, lang: Language): unknown => {
  const { classes } = stage
  const { priceUsd, paidAs, listingStart, events, parts } = point
  return {
    priceUsd,
    paidAs,
    listingStart:
      listingStart === null
        ? null
        : {
            vetoes: namesAt(stage, listingStart.vetoes),
            jumps: listingStart.jumpsUsd.map((jumpUsd, place) => ({ class: classes[place].name, jumpUsd })),
          },
    events: events.map(({ place, change }) => ({ class: classes[place].name, change })),
    parts: parts.map((part, place) => ({ class: classes[place].name, part })),
    text: breakpointEvents(point, stage, lang),
  }
}

const stageDocument = (stage: DealStage): unknown => {
  const { rows, total } = stageGrid(stage)
  return {
    round: stage.name,
    date: dayText(stage.day),
    fullyDilutedShares: total.fullyDilutedShares,
    terms: stage.round,
    joined: stage.joined.map(joinedDocument),
    classes: stage.classes.map(({ place, ...one }) => ({
      ...one,
      ...(one.kind === 'series' || one.kind === 'shadow_series' ? { series: stage.table.series[place] } : {}),
      ...(one.kind === 'option' || one.kind === 'warrant'
        ? { strikeUsd: stage.table.rights[place].strikeUsd }
        : {}),
    })),
    holders: rows.map(({ holder, fullyDilutedShares, share }) => ({ holder, fullyDilutedShares, share })),
  }
}

const exitDocument = (exit: ReportedExit, stage: DealStage): unknown => ({
  priceUsd: exit.terms.priceUsd,
  kind: exit.terms.kind,
  paidAs: exit.paidAs,
  listing: exit.listing,
  debtUsd: exit.split.debtUsd,
  costsUsd: exit.split.costsUsd,
  carveOutUsd: exit.split.carveOutUsd,
  perCommonShareUsd: exit.split.perCommonShareUsd,
  classes: exit.classes,
  holders: exit.holders.map(({ byClassUsd, ...holder }, at) => ({
    ...holder,
    byClass: byClassUsd
      .map((amountUsd, place) => ({ class: stage.classes[place].name, amountUsd }))
      .filter(({ amountUsd }) => amountUsd !== 0),
    irr: exit.returns[at],
  })),
  hasSeveralEquilibria: exit.split.hasSeveral,
  otherEquilibria: exit.others.map(({ converts, payouts }) => ({
    converts: namesAt(stage, converts),
    series: payouts,
  })),
})

const fieldDocument = (
  { headlineUsd, bars, failures }: FootballField,
  report: DealReport,
  lang: Language,
): unknown => ({
  headlineUsd,
  bars: bars.map((bar) => ({ ...bar, text: assumptionText(bar, report, lang) })),
  failures,
})

/**
 * Makes the document of a report: numbers unrounded, names as given, days as ISO dates, no limit as null. Only the
 * `text` of breakpoints and bars is in the language asked for.
 */
export const dealDocument = (report: DealReport, lang: Language, next: readonly string[]): DealDocument => {
  const { deal, history, headline } = report
  const { atExit } = history
  return {
    schema: 'froth.deal/1',
    name: deal.name,
    stages: history.stages.map(stageDocument),
    headline:
      headline === null
        ? null
        : { series: headline.series, priceUsd: headline.priceUsd, postMoneyUsd: headline.postMoneyUsd },
    exitDate: dayText(atExit.day),
    joinedBeforeExit: atExit.joined.map(joinedDocument),
    exits: report.exits.map((exit) => exitDocument(exit, atExit)),
    breakpoints: report.breakpoints.map((point) => breakpointDocument(point, atExit, lang)),
    valuation: deal.valuation,
    values: report.values,
    valueFailures: report.valueFailures,
    footballField: report.footballField === null ? null : fieldDocument(report.footballField, report, lang),
    flows: history.flows.map(({ day, ...flow }) => ({ ...flow, date: dayText(day) })),
    next,
  }
}
