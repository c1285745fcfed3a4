import type { DealConvertible, DealStage, PlayedRound } from '../../engine/finance/index.ts'
import { fullyDilutedShares } from '../../engine/finance/index.ts'
import { drawLabelled } from '../cost/draw-labelled.ts'
import type { Language } from '../text/language.ts'
import { wrapToWidth } from '../text/pad-text.ts'
import { renderPercent } from '../text/render-share.ts'
import { renderNumber } from '../text/render-number.ts'
import type { Style } from '../text/style.ts'
import { listText } from './class-text.ts'
import { conversionText } from './conversion-text.ts'
import { sayDeal, type DealMessageKey } from './deal-messages.ts'
import { priceText, usdText } from './deal-numbers.ts'
import { holderText } from './holder-text.ts'
import { joinedText } from './joined-text.ts'

/** Part of the pre-money value below which a sum is the post-money value. */
const sameness = 1e-4

/** What is added to pre-money and new money: SAFEs and notes outside the agreed value, options that everyone bears. */
const betweenText = (
  { convertingOutsideUsd, poolOutsideUsd, postMoneyUsd }: PlayedRound,
  lang: Language,
): string =>
  (
    [
      ['convertingPart', convertingOutsideUsd],
      ['poolPart', poolOutsideUsd],
    ] as const
  )
    .filter(([, usd]) => usd > sameness * postMoneyUsd)
    .map(([key, usd]) => ` + ${sayDeal(lang, key, { amount: usdText(usd, lang) })}`)
    .join('')

/** Price, pre-money and post-money of the round in one sentence. */
export const roundHeadline = ({ round }: DealStage, { lang, width }: Style): readonly string[] => {
  if (round === null) return []
  const { preMoneyUsd, postMoneyUsd, amountUsd } = round
  const adds = Math.abs(preMoneyUsd + amountUsd - postMoneyUsd) < sameness * postMoneyUsd
  const between = betweenText(round, lang)
  const values = {
    price: priceText(round.priceUsd, lang),
    preMoney: usdText(preMoneyUsd, lang),
    amount: usdText(amountUsd, lang) + between,
    postMoney: usdText(postMoneyUsd, lang),
  }
  const isSum = adds || between !== ''
  return wrapToWidth(sayDeal(lang, isSum ? 'roundPrice' : 'roundOtherPrice', values), width)
}

type Fact = readonly [label: DealMessageKey, lines: readonly string[]]

const poolFact = ({ round, table }: DealStage, lang: Language): Fact => {
  if (round === null || round.poolIncreaseShares === 0) return ['pool', []]
  const share = renderPercent(table.availableShares / fullyDilutedShares(table), 2)
  return ['pool', [sayDeal(lang, 'poolIncrease', { shares: renderNumber(round.poolIncreaseShares), share })]]
}

const investorFact = ({ investors }: PlayedRound, lang: Language): Fact => [
  'investors',
  [
    listText(
      investors.map(({ holder, amountUsd, isProRata }) =>
        sayDeal(lang, isProRata ? 'proRataInvestor' : 'investor', {
          holder: holderText(holder, lang),
          amount: usdText(amountUsd, lang),
        }),
      ),
      lang,
    ),
  ],
]

const rightFact = ({ proRata }: PlayedRound, lang: Language): Fact => [
  'right',
  proRata
    .filter(({ isTaken }) => !isTaken)
    .map(({ holder, amountUsd, share }) =>
      sayDeal(lang, 'rightLeft', {
        holder,
        amount: usdText(amountUsd, lang),
        share: renderPercent(share, 2),
      }),
    ),
]

const adjustmentFact = ({ adjustments }: PlayedRound, lang: Language): Fact => [
  'adjustments',
  adjustments.map(({ series, fromPriceUsd, toPriceUsd, addedShares }) =>
    sayDeal(lang, 'adjustment', {
      series,
      from: priceText(fromPriceUsd, lang),
      to: priceText(toPriceUsd, lang),
      shares: renderNumber(addedShares),
    }),
  ),
]

const forcedFact = ({ forced, declinedForNothing }: PlayedRound, lang: Language): Fact => [
  'forced',
  [
    ...forced.map(({ series, holder, shares, commonShares }) =>
      sayDeal(lang, 'forcedOf', {
        series,
        holder,
        shares: renderNumber(shares),
        common: renderNumber(commonShares),
      }),
    ),
    ...declinedForNothing.map((holder) => sayDeal(lang, 'declinedForNothing', { holder })),
  ],
]

const saleFact = ({ secondary }: PlayedRound, lang: Language): Fact => [
  'secondary',
  secondary.map(({ seller, buyer, security, shares, priceUsd }) =>
    sayDeal(lang, 'sale', {
      seller,
      buyer,
      security,
      shares: renderNumber(shares),
      price: priceText(priceUsd, lang),
    }),
  ),
]

/**
 * What a round changed beside issuing its series: SAFEs and notes sold before it, conversions, anti-dilution, pool,
 * investors, sales; and what was sold `later`, if no round follows.
 */
export const drawRoundFacts = (
  stage: DealStage,
  later: readonly DealConvertible[],
  style: Style,
): readonly string[] => {
  const { round } = stage
  const { lang } = style
  if (round === null) return []
  const facts: readonly Fact[] = [
    ['joinedBefore', stage.joined.map((one) => joinedText(one, lang))],
    ['conversions', round.conversions.map((conversion) => conversionText(conversion, lang))],
    adjustmentFact(round, lang),
    poolFact(stage, lang),
    investorFact(round, lang),
    rightFact(round, lang),
    forcedFact(round, lang),
    saleFact(round, lang),
    ['joinedAfter', later.map((one) => joinedText(one, lang))],
  ]
  return facts.flatMap(([label, lines]) =>
    lines.flatMap((line, index) => drawLabelled(index === 0 ? sayDeal(lang, label) : '', line, style)),
  )
}
