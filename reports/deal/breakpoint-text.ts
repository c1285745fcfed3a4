import type { BreakpointChange, DealBreakpoint, DealClass, DealStage } from '../../engine/finance/index.ts'
import { fill } from '../cost/cost-messages.ts'
import type { Language } from '../text/language.ts'
import { renderPercent } from '../text/render-share.ts'
import { classText, listText } from './class-text.ts'
import { priceText, usdText } from './deal-numbers.ts'
import { changeNames, sayDeal, type ChangeName } from './deal-messages.ts'

/** Part of a dollar that is too small to be named. */
const leastPart = 0.0005

const isSeries = ({ kind }: DealClass): boolean => kind === 'series' || kind === 'shadow_series'
const isOwed = ({ kind }: DealClass): boolean => kind === 'safe' || kind === 'note'

/** The word for a change of a series in a listing, where it has a ratchet or shares alone. */
const listedWord = (change: BreakpointChange, { table }: DealStage, { place }: DealClass): ChangeName => {
  if (change === 'stops') return 'ratchetPaid'
  return change === 'begins' && table.series[place].listingMultiple > 0 ? 'ratchet' : change
}

/** The word for a change, which depends on what kind of class it is and whether common is paid already. */
const wordOf = (change: BreakpointChange, one: DealClass, commonIsPaid: boolean): ChangeName => {
  if (change === 'stops' && isOwed(one)) return 'paidBackInFull'
  if (change === 'begins' && isSeries(one)) return 'preference'
  if (change === 'begins' && isOwed(one)) return 'paidBack'
  return change === 'stops' && commonIsPaid && isSeries(one) ? 'capped' : change
}

/** A class by name; a right that is exercised with its strike. */
const eventName = (word: ChangeName, one: DealClass, { table }: DealStage, lang: Language): string => {
  const name = classText(one, lang)
  return word === 'exercises' ? `${name} (${priceText(table.rights[one.place].strikeUsd, lang)})` : name
}

/** Part of a price below which a jump is rounding of the arithmetic. */
const leastJump = 1e-9

/** What the threshold of a listing is, and what everybody gains or loses there at once. */
const thresholdTexts = (
  { listingStart, priceUsd }: DealBreakpoint,
  { classes }: DealStage,
  lang: Language,
): readonly string[] => {
  if (listingStart === null) return []
  const { vetoes, jumpsUsd } = listingStart
  const names = listText(
    vetoes.map((place) => classText(classes[place], lang)),
    lang,
  )
  const jumps = jumpsUsd.flatMap((usd, place) =>
    Math.abs(usd) <= leastJump * priceUsd
      ? []
      : [
          sayDeal(lang, 'listingJump', {
            name: classText(classes[place], lang),
            amount: `${usd < 0 ? '-' : '+'}${usdText(Math.abs(usd), lang)}`,
          }),
        ],
  )
  return [
    sayDeal(lang, vetoes.length === 0 ? 'listingQualifies' : 'listingVetoEnds', { names }),
    ...(jumps.length === 0 ? [] : [sayDeal(lang, 'listingJumps', { jumps: listText(jumps, lang) })]),
  ]
}

/** What happens at a breakpoint, one sentence a kind of change. */
export const breakpointEvents = (
  point: DealBreakpoint,
  stage: DealStage,
  lang: Language,
): readonly string[] => {
  const { events, parts, paidAs } = point
  const { classes } = stage
  const common = classes.findIndex(({ kind }) => kind === 'common')
  const began = events.some(({ place, change }) => place === common && change === 'begins')
  const commonIsPaid = parts[common] > leastPart && !began
  const byWord = new Map<ChangeName, string[]>()
  for (const { place, change } of events) {
    const one = classes[place]
    const isListed = paidAs === 'listing' && isSeries(one)
    const word = isListed ? listedWord(change, stage, one) : wordOf(change, one, commonIsPaid)
    byWord.set(word, [...(byWord.get(word) ?? []), eventName(word, one, stage, lang)])
  }
  const changes = [...byWord].map(([word, names]) =>
    fill(changeNames[word], lang, { names: listText([...new Set(names)], lang) }),
  )
  return [...thresholdTexts(point, stage, lang), ...changes]
}

/** How each further dollar is shared out, the largest parts first. */
export const breakpointParts = (
  { parts }: DealBreakpoint,
  classes: readonly DealClass[],
  lang: Language,
): string => {
  const named = parts
    .map((part, place) => ({ part, name: classText(classes[place], lang) }))
    .filter(({ part }) => part > leastPart)
    .toSorted((a, b) => b.part - a.part)
  const rest = 1 - parts.reduce((sum, part) => sum + part, 0)
  const all = rest > leastPart ? [...named, { part: rest, name: sayDeal(lang, 'paidBefore') }] : named
  return listText(
    all.map(({ part, name }) => `${name} ${renderPercent(part)}`),
    lang,
  )
}
