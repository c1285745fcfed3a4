import { readFileSync } from 'node:fs'
import { parseArchitectures } from '../../scenarios/architectures/parse-architectures.ts'
import { parseGrids } from '../../scenarios/grids/parse-grids.ts'
import { parseMachines } from '../../scenarios/machines/parse-machines.ts'
import { makePriceBook } from '../../scenarios/price-book/price-book.ts'
import { ownedPricePerHour } from '../../engine/cost/money/owned-price.ts'

const folder = new URL('../../scenarios/data/', import.meta.url)

/** The text of a table that comes with the project. */
export const dataText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

export const machines = parseMachines(dataText('accelerators.json'))
export const architectures = parseArchitectures(dataText('architectures.json'))
export const grids = parseGrids(dataText('grids.json'))
export const priceBook = makePriceBook({
  history: dataText('gpu-price-history.csv'),
  calibration: dataText('calibration.json'),
  machines,
  ownedPricePerHour,
})
