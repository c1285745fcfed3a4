import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownedPricePerHour } from '../../../engine/cost/index.ts'
import type { CostTables } from '../../../reports/index.ts'
import { makePriceBook, parseArchitectures, parseGrids, parseMachines } from '../../../scenarios/index.ts'

/** Reads the tables that come with froth: machines, prices, grids and published architectures. */
export const readCostTables = async (packageFolder: string): Promise<CostTables> => {
  const read = (name: string): Promise<string> =>
    readFile(join(packageFolder, 'scenarios', 'data', name), 'utf8')
  const [machineText, history, calibration, gridText, architectureText] = await Promise.all([
    read('accelerators.json'),
    read('gpu-price-history.csv'),
    read('calibration.json'),
    read('grids.json'),
    read('architectures.json'),
  ])
  const machines = parseMachines(machineText)
  return {
    machines,
    priceBook: makePriceBook({ history, calibration, machines, ownedPricePerHour }),
    grids: parseGrids(gridText),
    architectures: parseArchitectures(architectureText),
  }
}
