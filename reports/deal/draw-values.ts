import { drawLabelled } from '../cost/draw-labelled.ts'
import { renderPercent } from '../text/render-share.ts'
import { noNumber } from '../text/render-estimate.ts'
import type { Style } from '../text/style.ts'
import type { Language } from '../text/language.ts'
import { classText } from './class-text.ts'
import { isOwed } from './company-value.ts'
import { methodNames, sayDeal } from './deal-messages.ts'
import { priceText, usdText } from './deal-numbers.ts'
import type { DealReport } from './deal-report.ts'
import { drawBands, type BandTable } from './draw-bands.ts'
import { valueNotes } from './value-notes.ts'

type Rows = BandTable['rows']

/** Value of a share of each class by each method beside the price of the newest round. */
const shareRows = ({ history, values, headline }: DealReport, lang: Language): Rows => {
  const price = (usd: number | null): string => (usd === null ? noNumber : priceText(usd, lang))
  return history.stages[history.stages.length - 1].classes.flatMap((one, place) =>
    one.kind === 'available' || one.shares === 0
      ? []
      : [
          {
            name: classText(one, lang),
            cells: [
              price(headline?.priceUsd ?? null),
              ...values.map(({ classes }) => price(classes[place].perShareUsd)),
            ],
          },
        ],
  )
}

/** Value of each SAFE and note in all, which the headline does not count. */
const owedRows = ({ history, values }: DealReport, lang: Language): Rows =>
  history.stages[history.stages.length - 1].classes.flatMap((one, place) =>
    isOwed(one)
      ? [
          {
            name: sayDeal(lang, 'owedClass', {
              name: one.name,
              amount: usdText(one.holders[0].shares, lang),
            }),
            cells: [noNumber, ...values.map(({ classes }) => usdText(classes[place].valueUsd, lang))],
          },
        ]
      : [],
  )

/** How far the headline is above the fair value of the shares, or below it, each in a row of its own. */
const differenceRows = ({ values }: DealReport, lang: Language): Rows => {
  const row = (key: 'overvaluation' | 'undervaluation', sign: 1 | -1): Rows[number] => ({
    name: sayDeal(lang, key),
    cells: [
      noNumber,
      ...values.map(({ overvaluation }) =>
        sign * overvaluation < 0 ? noNumber : renderPercent(sign * overvaluation),
      ),
    ],
  })
  const isLow = values.map(({ overvaluation }) => overvaluation < 0)
  return [
    ...(isLow.includes(false) ? [row('overvaluation', 1)] : []),
    ...(isLow.includes(true) ? [row('undervaluation', -1)] : []),
  ]
}

/** Value of a share of each class by each method beside the price of the newest round, and of the company in all. */
export const valueTable = (report: DealReport, lang: Language): BandTable => {
  const { values, headline } = report
  const owed = owedRows(report, lang)
  const headlineText = headline === null ? noNumber : usdText(headline.postMoneyUsd, lang)
  const usd = (key: 'sharesUsd' | 'companyUsd'): readonly string[] =>
    values.map((value) => usdText(value[key], lang))
  const totals: Rows =
    owed.length === 0
      ? [{ name: sayDeal(lang, 'company'), cells: [headlineText, ...usd('companyUsd')] }]
      : [
          { name: sayDeal(lang, 'allShares'), cells: [headlineText, ...usd('sharesUsd')] },
          ...owed,
          { name: sayDeal(lang, 'company'), cells: [noNumber, ...usd('companyUsd')] },
        ]
  return {
    nameTitle: sayDeal(lang, 'class'),
    titles: [sayDeal(lang, 'headlineColumn'), ...values.map(({ method }) => methodNames[method][lang])],
    rows: [...shareRows(report, lang), ...totals, ...differenceRows(report, lang)],
  }
}

/** Fair value by class against the headline; why there is none for a company without priced shares. */
export const drawValues = (report: DealReport, style: Style): readonly string[] => {
  const { values, valueFailures } = report
  const { lang } = style
  if (values.length === 0 && valueFailures.length === 0)
    return [
      style.paint('bold', sayDeal(lang, 'fairValue')),
      ...drawLabelled(sayDeal(lang, 'note'), sayDeal(lang, 'noFairValue'), style),
    ]
  return [
    style.paint('bold', sayDeal(lang, 'fairValue')),
    ...(values.length === 0 ? [] : drawBands(valueTable(report, lang), style)),
    ...valueNotes(report, lang).flatMap((line, index) =>
      drawLabelled(index === 0 ? sayDeal(lang, 'note') : '', line, style),
    ),
  ]
}
