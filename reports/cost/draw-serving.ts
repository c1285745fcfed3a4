import { layOutTable, type DrawnColumn } from '../text/lay-out-table.ts'
import { wrapToWidth } from '../text/pad-text.ts'
import { noNumber } from '../text/render-estimate.ts'
import { renderNumber } from '../text/render-number.ts'
import type { Style } from '../text/style.ts'
import { sayCost } from './cost-messages.ts'
import { bytesText, numberText, shareText, usdText } from './cost-numbers.ts'
import type { CompressedServing, CostOffer, Serving } from './cost-report.ts'
import { drawLabelled, inARow } from './draw-labelled.ts'

const columnsFor = ({ lang }: Style): readonly DrawnColumn[] => [
  { title: sayCost(lang, 'compressed'), align: 'left', gap: 0, leavesFirst: 0, leastWidth: 12 },
  { title: sayCost(lang, 'weights'), align: 'right', gap: 0, leavesFirst: 2 },
  { title: sayCost(lang, 'gpus'), align: 'right', gap: 2, leavesFirst: 4 },
  { title: sayCost(lang, 'input'), align: 'right', gap: 2, leavesFirst: 3 },
  { title: sayCost(lang, 'output'), align: 'right', gap: 2, leavesFirst: 0 },
  { title: sayCost(lang, 'qualityLoss'), align: 'right', gap: 2, leavesFirst: 1 },
]

const numbersOf = (serving: Serving | null, { lang }: Style): readonly string[] =>
  serving === null
    ? [noNumber, noNumber, noNumber]
    : [
        renderNumber(serving.gpus),
        usdText(serving.usdPerMillionInput, lang).p50,
        usdText(serving.usdPerMillionOutput, lang).p50,
      ]

/** Below this many cells the middle has to be enough. */
const roomForRange = 60

const lossOf = ({ problem, qualityLoss }: CompressedServing, { lang, width }: Style): string => {
  if (problem === 'format') return sayCost(lang, 'noFormat')
  if (problem === 'memory') return sayCost(lang, 'doesNotFit')
  const { p50, range } = shareText(qualityLoss)
  return p50 === range || width < roomForRange ? p50 : `${p50} (${range})`
}

/** Each way to make the model smaller beside the model as it is. */
const drawCompression = ({ serving, compression }: CostOffer, style: Style): readonly string[] => {
  if (compression.length === 0) return []
  const plain =
    serving === null
      ? []
      : [[`  ${serving.precision}`, bytesText(serving.weightBytes), ...numbersOf(serving, style), noNumber]]
  const ways = compression.map((way) => [
    `  ${way.name}`,
    bytesText(way.weightBytes),
    ...numbersOf(way.serving, style),
    lossOf(way, style),
  ])
  const { lines, leftOut } = layOutTable(columnsFor(style), [...plain, ...ways], style.width, style.paint)
  if (leftOut.length === 0) return lines
  const columns = leftOut.join(', ')
  return [...lines, ...wrapToWidth(sayCost(style.lang, 'leftOutOfWays', { columns }), style.width)]
}

const drawServed = (gpu: string, serving: Serving, style: Style): readonly string[] => {
  const { lang } = style
  const [input, output] = [
    usdText(serving.usdPerMillionInput, lang),
    usdText(serving.usdPerMillionOutput, lang),
  ]
  const weights = { memory: bytesText(serving.weightBytes), precision: serving.precision }
  const parts = [
    sayCost(lang, 'perMillionIn', { price: input.p50, range: input.range }),
    sayCost(lang, 'perMillionOut', { price: output.p50, range: output.range }),
    sayCost(lang, 'servedOn', { gpu, gpus: renderNumber(serving.gpus), ...weights }),
    sayCost(lang, 'written', { tokens: numberText(serving.tokensPerSecondPerGpu, lang).p50 }),
    sayCost(lang, serving.bound === 'memory' ? 'memoryBoundBatch' : 'computeBoundBatch', {
      batch: renderNumber(serving.batch),
    }),
  ]
  return drawLabelled(sayCost(lang, 'serving'), inARow(parts, style), style)
}

const drawNotServed = ({ compression }: CostOffer, style: Style): readonly string[] => {
  const hint = compression.length === 0 ? sayCost(style.lang, 'tryCompression') : ''
  const text = inARow([sayCost(style.lang, 'notServed'), hint], style)
  return drawLabelled(sayCost(style.lang, 'serving'), text, style)
}

/** What serving the model costs on an offer's accelerators; nothing for a network that writes no text. */
export const drawServing = (offer: CostOffer, writesText: boolean, style: Style): readonly string[] => {
  if (!writesText) return []
  const { gpu, serving } = offer
  return [
    ...(serving === null ? drawNotServed(offer, style) : drawServed(gpu, serving, style)),
    ...drawCompression(offer, style),
  ]
}
