import { priceAt, priceBookDate } from '../../../scenarios/index.ts'
import { readCostTables } from '../cost/read-cost-tables.ts'
import type { CommandContext } from '../../context.ts'
import type { Listing } from './listing.ts'

const tera = 1e12
const giga = 1e9

const inUnits = (value: number, unit: number): number | null =>
  value > 0 ? Number((value / unit).toPrecision(4)) : null

/** Accelerators that training is priced on, with the month's price of an hour on demand. */
export const listGpus = async (context: CommandContext): Promise<Listing> => {
  const { machines, priceBook } = await readCostTables(context.package.folder)
  return {
    columns: [
      'name',
      'usd_per_hour',
      'memory_gb',
      'bf16_tflops',
      'fp8_tflops',
      'domain',
      'watts',
      'launch',
      'other_names',
    ],
    rows: machines.machines.map(({ accelerator, aliases }) => {
      const { peakFlopPerSecond: peak, memoryBytes, scaleUpDomain, systemWatts } = accelerator
      const { mid } = priceAt(priceBook, accelerator.id, priceBookDate, 'on-demand')
      return [
        accelerator.id,
        Number(mid.toPrecision(3)),
        inUnits(memoryBytes, giga),
        inUnits(Math.max(peak.bf16, peak.fp16), tera),
        inUnits(peak.fp8, tera),
        scaleUpDomain,
        systemWatts.value,
        accelerator.launch,
        aliases.join(', '),
      ]
    }),
  }
}

/** Published architectures that can be named instead of a shape. */
export const listModels = async (context: CommandContext): Promise<Listing> => {
  const { architectures } = await readCostTables(context.package.folder)
  return {
    columns: ['name', 'parameters', 'active', 'layers', 'hidden', 'heads', 'other_names'],
    large: ['parameters', 'active'],
    rows: architectures.architectures.map(({ id, parametersTotal, parametersActive, shape, aliases }) => [
      id,
      parametersTotal,
      parametersActive,
      shape.layers,
      shape.hidden,
      shape.heads,
      aliases.join(', '),
    ]),
  }
}

/** Grids that electricity may come from. */
export const listGrids = async (context: CommandContext): Promise<Listing> => {
  const { grids } = await readCostTables(context.package.folder)
  return {
    columns: ['name', 'about', 'grams_per_kwh', 'year'],
    rows: grids.grids.map(({ id, name, gramsPerKwh, year }) => [id, name, gramsPerKwh, year]),
  }
}
