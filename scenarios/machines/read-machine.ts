import type { Accelerator, ByPrecision, SystemWatts } from '../../engine/cost/index.ts'
import type { TableRow } from '../tables/table-row.ts'
import { quoteKinds, type HourlyQuote, type Machine, type Quote } from './machine.ts'

const readByPrecision = (row: TableRow): ByPrecision => ({
  fp32: row.number('fp32'),
  tf32: row.number('tf32'),
  fp16: row.number('fp16'),
  bf16: row.number('bf16'),
  fp8: row.number('fp8'),
  fp4: row.number('fp4'),
})

const readWatts = (row: TableRow): SystemWatts => {
  const watts = { value: row.positive('value'), low: row.positive('low'), high: row.positive('high') }
  return watts.low <= watts.value && watts.value <= watts.high
    ? watts
    : row.refuse('value', 'between low and high')
}

const readQuote = (row: TableRow): Quote => ({
  lowUsd: row.positive(row.has('usd') ? 'usd' : 'usdLow'),
  highUsd: row.positive(row.has('usd') ? 'usd' : 'usdHigh'),
  date: row.text('date'),
  who: row.text('who'),
  source: row.text('source'),
})

const readHourlyQuote = (row: TableRow): HourlyQuote => ({
  ...readQuote(row),
  kind: row.word('commitment', quoteKinds),
})

const readAccelerator = (row: TableRow): Accelerator => {
  const matmul = row.row('matmul')
  const memory = row.row('memory')
  const scaleUp = row.row('scaleUp')
  return {
    id: row.text('id'),
    launch: row.text('launch'),
    peakFlopPerSecond: readByPrecision(row.row('peakFlopPerSecond')),
    matmulFlopPerSecond: readByPrecision(matmul.row('flopPerSecond')),
    isMatmulMeasured: matmul.flag('isMeasured'),
    memoryBytes: memory.positive('bytes'),
    memoryBytesPerSecond: memory.positive('bytesPerSecond'),
    scaleUpDomain: scaleUp.number('domain', 1),
    scaleUpBytesPerSecond: scaleUp.positive('bytesPerSecond'),
    scaleOutBytesPerSecond: row.row('scaleOut').positive('bytesPerSecond'),
    boardWatts: row.positive('boardWatts'),
    systemWatts: readWatts(row.row('systemWatts')),
  }
}

/** Reads one entry of `accelerators.json`. Throws: `TableError` for what is missing or wrong in it. */
export const readMachine = (row: TableRow): Machine => ({
  accelerator: readAccelerator(row),
  aliases: row.texts('aliases'),
  vendor: row.text('vendor'),
  family: row.text('family'),
  formFactor: row.text('formFactor'),
  matmulSource: row.row('matmul').text('source'),
  systemWattsSource: row.row('systemWatts').text('source'),
  partWatts: row.has('partWatts') ? readWatts(row.row('partWatts')) : null,
  pricedAs: row.text(row.has('pricedAs') ? 'pricedAs' : 'id'),
  hourlyQuotes: row.rows('cloudPrices').map(readHourlyQuote),
  purchaseQuotes: row.rows('purchasePrices').map(readQuote),
  priceHistoryNames: row.texts('priceHistoryNames'),
  sources: row.texts('sources'),
  confidence: row.word('confidence', ['high', 'medium', 'low']),
  note: row.text('note'),
})
