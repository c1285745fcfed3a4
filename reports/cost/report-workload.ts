import {
  convolutionWorkloads,
  exactly,
  type Accelerator,
  type ConvolutionTrainingEstimate,
  type Precision,
} from '../../engine/cost/index.ts'
import type { CostPlan } from '../../scenarios/index.ts'
import type { CostOffer, CostWarning } from './cost-report.ts'
import type { CostSurroundings } from './cost-surroundings.ts'
import type { CostTables } from './cost-tables.ts'
import { launchWarning, offerWarnings } from './cost-warnings.ts'
import { machineOf, precisionOf, precisionsOf } from './machine-of.ts'
import type { PricedResult } from './priced-run.ts'
import { priceOfOffer } from './price-of-offer.ts'
import { workloadNames, workloadOffer, type WorkloadName } from './workload-offer.ts'

const noWork = { factor: exactly(1), source: '' }

const nameOf = (workload: string | null): WorkloadName => {
  const name = workloadNames.find((candidate) => candidate === workload)
  if (name === undefined) throw new RangeError(`reportWorkload: workload must be built in, got ${workload}`)
  return name
}

/** Formats that convolutions are trained in on a machine. */
const trainable = (accelerator: Accelerator): readonly Precision[] =>
  precisionsOf(accelerator).filter((name) => name !== 'fp8' && name !== 'fp4')

/** The workload's number format, or on machines that lack it the one that they train in. */
const usualPrecision = (wished: Precision, accelerator: Accelerator): Precision =>
  trainable(accelerator).includes(wished) ? wished : precisionOf(null, accelerator)

const waiting = (
  gpu: string,
  { bound, launchBoundShare }: ConvolutionTrainingEstimate,
): readonly CostWarning[] =>
  bound === 'device'
    ? []
    : [
        {
          name: bound === 'launch' ? 'waitsForLaunches' : 'waitsForData',
          values: { gpu, share: (100 * launchBoundShare).toFixed(0) },
        },
      ]

/** Prices a built-in network on each machine that a plan names: one machine each unless more are asked for. */
export const reportWorkload = (
  plan: CostPlan,
  { machines, priceBook }: CostTables,
  { date, pue, gramsPerKwh }: CostSurroundings,
): PricedResult => {
  const name = nameOf(plan.model.workload)
  const workload = convolutionWorkloads[name]
  const offers: CostOffer[] = []
  const warnings: CostWarning[] = []
  let last: ConvolutionTrainingEstimate | null = null
  for (const [index, wish] of plan.hardware.entries()) {
    const machine = machineOf(wish, machines)
    const { accelerator } = machine
    const precision = plan.run.precision ?? usualPrecision(workload.precision, accelerator)
    const formats = trainable(accelerator)
    if (!formats.includes(precision)) {
      const words = { gpu: accelerator.id, precision, values: formats.join(', ') }
      return { ok: false, problems: [{ path: ['hardware', index, 'gpu'], problem: { code: 'F226', words } }] }
    }
    const price = priceOfOffer(wish, machine, date, priceBook)
    const run = { workload, accelerator, gpus: wish.count ?? 1, precision }
    const { offer, estimate } = workloadOffer(run, {
      price,
      pue,
      gramsPerKwh,
      work: noWork,
      hasAdapters: false,
    })
    offers.push(offer)
    warnings.push(
      ...waiting(accelerator.id, estimate),
      ...launchWarning(accelerator, date),
      ...offerWarnings(offer),
    )
    last = estimate
  }
  const parameters = last?.parameters ?? 0
  return {
    ok: true,
    run: {
      model: { name, parameters, activeParameters: parameters, isDecoder: false, transformer: null },
      assumed: { transformer: null, modelSource: '' },
      flops: last?.flop ?? 0,
      tokens: null,
      epochs: workload.epochs,
      offers,
      wishes: plan.hardware,
      work: noWork,
      warnings,
    },
  }
}
