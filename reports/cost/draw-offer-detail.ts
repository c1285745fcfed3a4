import { renderBar } from '../text/draw.ts'
import { padLeft, padRight } from '../text/pad-text.ts'
import { renderNumber } from '../text/render-number.ts'
import { renderPercent } from '../text/render-share.ts'
import type { Style } from '../text/style.ts'
import { breakdownNames, fill, sayCost, type CostMessageKey } from './cost-messages.ts'
import {
  bytesText,
  carbonText,
  countText,
  durationText,
  energyText,
  plainText,
  shareText,
  usdText,
} from './cost-numbers.ts'
import type { CostBreakdown, CostOffer } from './cost-report.ts'
import { drawLabelled, inARow } from './draw-labelled.ts'
import { drawServing } from './draw-serving.ts'
import { spelling } from './layout-problems.ts'

const degrees = ['tensor', 'pipeline', 'data', 'expert', 'context'] as const
const secondsInDay = 86_400

const batchText = ({ layout, sequenceLength }: CostOffer, { lang }: Style): string => {
  const sequences = renderNumber(layout.globalBatch)
  if (sequenceLength === 1) return sayCost(lang, 'images', { sequences })
  return sayCost(lang, 'batch', { sequences, tokens: countText(layout.globalBatch * sequenceLength, lang) })
}

const howChosen = ({ isLayoutGiven, fits }: CostOffer): CostMessageKey => {
  if (isLayoutGiven) return 'given'
  return fits ? 'searched' : 'nearest'
}

/** The layout in the words of a cost file: degrees of 1 are left out. */
const drawLayout = (offer: CostOffer, style: Style): readonly string[] => {
  const { layout } = offer
  const shared = degrees
    .filter((part) => layout[part] > 1)
    .map((part) => `${part} ${renderNumber(layout[part])}`)
  const parts = [
    ...shared,
    ...(layout.data > 1 ? [`zero ${layout.zero}`] : []),
    ...(layout.recompute === 'none' ? [] : [`recompute ${layout.recompute}`]),
    ...(layout.interleave > 1 ? [`interleave ${layout.interleave}`] : []),
    `${spelling.microBatch} ${layout.microBatch}`,
    batchText(offer, style),
    ...(offer.sequenceLength === 1 ? [] : [sayCost(style.lang, howChosen(offer))]),
  ]
  return drawLabelled(sayCost(style.lang, 'layout'), inARow(parts, style), style)
}

const drawMemory = (offer: CostOffer, style: Style): readonly string[] => {
  const { lang } = style
  const { parameters, gradients, optimizer, activations, buffers, total } = offer.memoryBytesPerGpu
  const used = bytesText(total)
  const capacity = bytesText(offer.memoryCapacityBytesPerGpu)
  const parts = [
    `${sayCost(lang, 'parametersOf')} ${bytesText(parameters)}`,
    `${sayCost(lang, 'gradients')} ${bytesText(gradients)}`,
    `${sayCost(lang, 'optimizer')} ${bytesText(optimizer)}`,
    `${sayCost(lang, 'activations')} ${bytesText(activations)}`,
    `${sayCost(lang, 'buffers')} ${bytesText(buffers)}`,
  ]
  const text = `${sayCost(lang, 'memoryUse', { used, capacity })}: ${inARow(parts, style)}`
  return drawLabelled(sayCost(lang, 'memory'), text, style)
}

const drawSpeed = (
  { mfu, tflopsPerGpu, stepSeconds, goodput }: CostOffer,
  style: Style,
): readonly string[] => {
  const { lang } = style
  const share = shareText(mfu)
  const days = {
    p10: stepSeconds.p10 / secondsInDay,
    p50: stepSeconds.p50 / secondsInDay,
    p90: stepSeconds.p90 / secondsInDay,
  }
  const parts = [
    sayCost(lang, 'mfu', { mfu: share.p50, range: share.range }),
    sayCost(lang, 'tflops', { tflops: plainText(tflopsPerGpu).p50 }),
    sayCost(lang, 'step', { seconds: durationText(days, lang).p50 }),
    ...(goodput < 1 ? [sayCost(lang, 'goodput', { share: renderPercent(goodput, 0) })] : []),
  ]
  return drawLabelled(sayCost(lang, 'speed'), inARow(parts, style), style)
}

/** Shares below this are not drawn. */
const leastShare = 0.005
const barWidth = 24

const drawBreakdown = (breakdown: CostBreakdown, style: Style): readonly string[] => {
  const shares = (Object.keys(breakdownNames) as (keyof CostBreakdown)[])
    .map((name) => ({ name, share: breakdown[name] }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
  const rows = shares.map(({ name, share }) => {
    const label = padRight(fill(breakdownNames[name], style.lang), 20)
    const percent = padLeft(renderPercent(share, 0), 4)
    return `  ${label} ${percent}  ${renderBar(share, Math.min(barWidth, style.width - 30), style.ascii)}`.trimEnd()
  })
  return [style.paint('bold', sayCost(style.lang, 'time')), ...rows]
}

const drawEnergy = ({ energyMwh, tonnesCo2 }: CostOffer, grid: string, style: Style): readonly string[] => {
  const { lang } = style
  const energy = energyText(energyMwh)
  const carbon = carbonText(tonnesCo2)
  const parts = [
    sayCost(lang, 'energyUse', { energy: energy.p50, unit: energy.unit, range: energy.range }),
    sayCost(lang, 'carbon', { carbon: carbon.p50, unit: carbon.unit, range: carbon.range, grid }),
  ]
  return drawLabelled(sayCost(lang, 'energy'), inARow(parts, style), style)
}

const drawPrice = ({ price, spotStretch }: CostOffer, style: Style): readonly string[] => {
  const { lang } = style
  const { p50, range } = usdText(price.usdPerGpuHour, lang)
  const { commitment, date } = price
  const { isGiven } = price
  const parts = [
    isGiven && p50 === range
      ? sayCost(lang, 'priceGiven', { price: p50 })
      : sayCost(lang, 'priceOf', { price: p50, range, commitment, date }),
    spotStretch > 1 ? sayCost(lang, 'interrupted', { times: spotStretch.toFixed(2) }) : '',
  ]
  return drawLabelled(sayCost(lang, 'price'), inARow(parts, style), style)
}

const drawPrecision = ({ precision, precisionEffect }: CostOffer, style: Style): readonly string[] => {
  if (precisionEffect === null) return []
  const { lang } = style
  const { from, productSpeedup, qualityLoss } = precisionEffect
  const { p50, range } = shareText(qualityLoss)
  const parts = [
    sayCost(lang, 'fasterProducts', { precision, from, times: productSpeedup.toPrecision(2) }),
    sayCost(lang, 'lostQuality', { loss: p50 === range ? p50 : `${p50} (${range})` }),
  ]
  return drawLabelled(sayCost(lang, 'precision'), inARow(parts, style), style)
}

/** All about one offer: layout, memory, speed, where the billed time goes, energy, price, and serving the model. */
export const drawOfferDetail = (
  offer: CostOffer,
  { grid, writesText }: { readonly grid: string; readonly writesText: boolean },
  style: Style,
): readonly string[] => [
  style.paint('bold', `${offer.gpu} x ${renderNumber(offer.gpus)}`),
  ...drawLayout(offer, style),
  ...drawMemory(offer, style),
  ...(offer.fits
    ? [
        ...drawSpeed(offer, style),
        ...drawPrecision(offer, style),
        ...drawPrice(offer, style),
        ...drawEnergy(offer, grid, style),
      ]
    : []),
  ...drawServing(offer, writesText, style),
  ...(offer.fits ? drawBreakdown(offer.breakdown, style) : []),
]
