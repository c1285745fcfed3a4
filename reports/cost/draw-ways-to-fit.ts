import { renderNumber } from '../text/render-number.ts'
import { renderPercent } from '../text/render-share.ts'
import { wrapToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import { sayCost } from './cost-messages.ts'
import type { CostOffer, FitChange } from './cost-report.ts'
import { spelling } from './layout-problems.ts'

const partText = (part: string): string =>
  Object.hasOwn(spelling, part) ? spelling[part as keyof typeof spelling] : part

const changeText = ({ part, from, to, gpus, slowdown }: FitChange, { lang }: Style): string => {
  const slower =
    slowdown > 0.005
      ? sayCost(lang, 'slower', { share: renderPercent(slowdown, 0) })
      : sayCost(lang, 'noSlower')
  const cost = sayCost(lang, 'changeCost', { gpus: renderNumber(gpus), slower })
  return `  ${sayCost(lang, 'change', { part: partText(part), from, to })}   (${cost})`
}

/** Of each offer that does not fit, the single changes with which it would. */
export const drawWaysToFit = (offers: readonly CostOffer[], style: Style): readonly string[] =>
  offers
    .filter(({ fits }) => !fits)
    .flatMap(({ gpu, gpus, waysToFit }) => {
      const name = `${gpu} x ${renderNumber(gpus)}`
      if (waysToFit.length === 0)
        return wrapToWidth(sayCost(style.lang, 'noChange', { gpu: name }), style.width)
      return [
        sayCost(style.lang, 'wouldFit', { gpu: name }),
        ...waysToFit.map((change) => changeText(change, style)),
      ]
    })
