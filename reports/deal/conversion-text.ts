import type { DealConversion } from '../../engine/finance/index.ts'
import type { Language } from '../text/language.ts'
import { renderNumber } from '../text/render-number.ts'
import { sayDeal, type DealMessageKey } from './deal-messages.ts'
import { priceText, usdText } from './deal-numbers.ts'

const reasons = {
  cap: 'byCap',
  discount: 'byDiscount',
  round_price: 'byRoundPrice',
} as const satisfies Readonly<Record<DealConversion['reason'], DealMessageKey>>

/** What a SAFE or note became, at which price and why. */
export const conversionText = (conversion: DealConversion, lang: Language): string => {
  const plain = sayDeal(lang, reasons[conversion.reason])
  const { termsOf } = conversion
  const reason = termsOf === null ? plain : sayDeal(lang, 'onTermsOf', { reason: plain, name: termsOf })
  return sayDeal(lang, 'conversion', {
    name: conversion.name,
    amount: usdText(conversion.owedUsd, lang),
    price: priceText(conversion.priceUsd, lang),
    shares: renderNumber(conversion.shares),
    reason,
  })
}
