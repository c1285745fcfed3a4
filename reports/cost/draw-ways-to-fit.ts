import { renderNumber } from '../text/render-number.ts'
import { renderPercent } from '../text/render-share.ts'
import { wrapToWidth } from '../text/pad-text.ts'
import type { Style } from '../text/style.ts'
import { sayCost } from './cost-messages.ts'
import type { CostOffer, FitChange } from './cost-report.ts'
import { spelling } from './layout-problems.ts'

const partText = (part: string): string =>
  Object.hasOwn(spelling, part) ? spelling[part as keyof typeof spelling] : part

const drawChange = (
  { part, from, to, gpus, slowdown }: FitChange,
  { lang, width }: Style,
): readonly string[] => {
  const slower =
    slowdown > 0.005
      ? sayCost(lang, 'slower', { share: renderPercent(slowdown, 0) })
      : sayCost(lang, 'noSlower')
  const cost = sayCost(lang, 'changeCost', { gpus: renderNumber(gpus), slower })
  const text = `${sayCost(lang, 'change', { part: partText(part), from, to })} (${cost})`
  return wrapToWidth(text, width - 4).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`))
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
        ...waysToFit.flatMap((change) => drawChange(change, style)),
      ]
    })
