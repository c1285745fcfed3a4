import type { ArchitectureTable, GridTable, MachineTable, PriceBook } from '../../scenarios/index.ts'

/** What is known of the world: machines, prices, grids and published models. */
export interface CostTables {
  readonly machines: MachineTable
  readonly priceBook: PriceBook
  readonly grids: GridTable
  readonly architectures: ArchitectureTable
}
