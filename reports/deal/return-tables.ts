import type { Language } from '../text/language.ts'
import { sayDeal } from './deal-messages.ts'
import { moicText, returnText, usdText } from './deal-numbers.ts'
import type { DealReport } from './deal-report.ts'
import type { BandTable } from './draw-bands.ts'
import { holderText } from './holder-text.ts'
import { priceTitles } from './price-titles.ts'

/** Holders who ever paid something, by place. */
const payers = ({ exits }: DealReport): readonly number[] =>
  exits[0]?.holders.flatMap(({ paidUsd }, place) => (paidUsd > 0 ? [place] : [])) ?? []

/** Each paying holder's money multiple at each exit price. */
export const multiples = (report: DealReport, lang: Language): BandTable => {
  const { exits } = report
  return {
    nameTitle: sayDeal(lang, 'exitAt'),
    titles: [sayDeal(lang, 'paid'), ...priceTitles(exits, lang)],
    rows: payers(report).map((place) => ({
      name: holderText(exits[0].holders[place].holder, lang),
      cells: [
        usdText(exits[0].holders[place].paidUsd, lang),
        ...exits.map(({ holders }) => moicText(holders[place].moic, lang)),
      ],
    })),
  }
}

/** Each paying holder's rate of return at each exit price; no rows unless somebody's dates are known. */
export const ratesOfReturn = (report: DealReport, lang: Language): BandTable => {
  const { exits } = report
  const dated = payers(report).filter((place) => exits.some(({ returns }) => returns[place] !== null))
  return {
    nameTitle: sayDeal(lang, 'exitAt'),
    titles: priceTitles(exits, lang),
    rows: dated.map((place) => ({
      name: holderText(exits[0].holders[place].holder, lang),
      cells: exits.map(({ returns }) => returnText(returns[place], lang)),
    })),
  }
}
