import { readFileSync } from 'node:fs'
import { ownedPricePerHour } from '../../../engine/cost/index.ts'
import { readCompression } from '../../../scenarios/cost-file/compression-wish.ts'
import { makeCostReport, type CostReport, type CostTables } from '../../../reports/index.ts'
import {
  makePriceBook,
  parseArchitectures,
  parseGrids,
  parseMachines,
  type CostPlan,
  type HardwareWish,
} from '../../../scenarios/index.ts'

const read = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/data/${name}`, import.meta.url), 'utf8')

const machines = parseMachines(read('accelerators.json'))

/** The tables that come with froth. */
export const tables: CostTables = {
  machines,
  priceBook: makePriceBook({
    history: read('gpu-price-history.csv'),
    calibration: read('calibration.json'),
    machines,
    ownedPricePerHour,
  }),
  grids: parseGrids(read('grids.json')),
  architectures: parseArchitectures(read('architectures.json')),
}

export const onGpu = (
  gpu: string,
  count: number | null = null,
  rest: Partial<HardwareWish> = {},
): HardwareWish => ({
  gpu,
  isNamed: true,
  count,
  usdPerGpuHour: null,
  commitment: 'on-demand',
  networkBytesPerSecond: null,
  ...rest,
})

/** Ways to make a model smaller, by their spelling. */
export const compressionsOf = (names: readonly string[]): CostPlan['compression'] =>
  names.map((name) => {
    const wish = readCompression(name)
    if (wish === null) throw new Error(`${name} is no compression`)
    return wish
  })

/** A plan of 7 billion weights on a trillion tokens, changed where a test says so. */
export const planOf = (
  change: {
    readonly model?: Partial<CostPlan['model']>
    readonly run?: Partial<CostPlan['run']>
    readonly hardware?: readonly HardwareWish[]
    readonly layout?: CostPlan['layout']
    readonly overheads?: Partial<CostPlan['overheads']>
    readonly compression?: CostPlan['compression']
  } = {},
): CostPlan => ({
  name: null,
  model: { architecture: null, workload: null, shape: { parameters: 7e9 }, ...change.model },
  run: {
    tokens: 1e12,
    epochs: 1,
    batchTokens: null,
    precision: null,
    kind: 'pretrain',
    date: '2025-06',
    teacherParameters: null,
    repeats: null,
    ...change.run,
  },
  hardware: change.hardware ?? [onGpu('H100-SXM', 256), onGpu('A100-SXM-80GB', 512)],
  layout: change.layout ?? {},
  overheads: { pue: null, grid: null, lines: new Map(), ...change.overheads },
  compression: change.compression ?? [],
})

/** The report of a plan that must work out. */
export const reportOf = (plan: CostPlan): CostReport => {
  const result = makeCostReport(plan, tables)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.report
}

/** Codes and places of what is wrong with a plan. */
export const problemsOf = (plan: CostPlan): readonly string[] => {
  const result = makeCostReport(plan, tables)
  return result.ok ? [] : result.problems.map(({ path, problem }) => `${problem.code} ${path.join('.')}`)
}
