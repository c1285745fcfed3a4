import type { Language } from '../text/language.ts'
import { methodNames, sayDeal } from './deal-messages.ts'
import { usdText } from './deal-numbers.ts'
import type { DealReport, FieldBar, FootballField } from './deal-report.ts'
import type { BandTable } from './draw-bands.ts'
import { sayField } from './field-messages.ts'
import { assumptionText } from './field-text.ts'

/** The numbers of a bar as they are read: low, base, high. */
export const barNumbers = ({ lowUsd, baseUsd, highUsd }: FieldBar, lang: Language): readonly string[] =>
  [lowUsd, baseUsd, highUsd].map((usd) => usdText(usd, lang))

/** Methods without an answer, each with its reason. */
export const failureTexts = ({ failures }: FootballField, lang: Language): readonly string[] =>
  failures.map(({ method, reason }) =>
    sayDeal(lang, 'notValued', { method: methodNames[method][lang], reason }),
  )

/** The football field as a table: every method with its range and what it assumes, then the headline. */
export const fieldTable = (
  { headlineUsd, bars }: FootballField,
  report: DealReport,
  lang: Language,
): BandTable => ({
  nameTitle: sayField(lang, 'method'),
  titles: (['low', 'base', 'high', 'assumption'] as const).map((key) => sayField(lang, key)),
  rows: [
    ...bars.map((bar) => ({
      name: methodNames[bar.method][lang],
      cells: [...barNumbers(bar, lang), assumptionText(bar, report, lang)],
    })),
    ...(headlineUsd === null
      ? []
      : [
          {
            name: sayDeal(lang, 'headlineColumn'),
            cells: [
              '',
              usdText(headlineUsd, lang),
              '',
              sayField(lang, 'newestRound', { series: report.headline?.series ?? '' }),
            ],
          },
        ]),
  ],
})
