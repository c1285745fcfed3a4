import type { DealConvertible } from '../../engine/finance/index.ts'
import { renderDay } from '../../scenarios/index.ts'
import type { Language } from '../text/language.ts'
import { sayDeal } from './deal-messages.ts'
import { usdText } from './deal-numbers.ts'

/** When a SAFE or note was sold, to whom and for how much. */
export const joinedText = ({ name, holder, amountUsd, day }: DealConvertible, lang: Language): string => {
  const values = { name, holder, amount: usdText(amountUsd, lang) }
  return day === null
    ? sayDeal(lang, 'joined', values)
    : sayDeal(lang, 'joinedOn', { ...values, date: renderDay(day) })
}
