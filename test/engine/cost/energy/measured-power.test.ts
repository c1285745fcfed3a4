import { expect, test } from 'vitest'
import { energyMwh } from '../../../../engine/cost/energy/energy-mwh.ts'
import { findAccelerator } from '../../../../scenarios/machines/find-accelerator.ts'
import type { Machine } from '../../../../scenarios/machines/machine.ts'
import { dataText, machines } from '../../../scenarios/data-texts.ts'

interface Run {
  readonly id: string
  readonly accelerator: string | null
  readonly gpu_hours: number | null
  readonly energy_mwh: number | null
  readonly energy_scope: string | null
  readonly pue: number | null
}

const runs = JSON.parse(dataText('training-runs.json')) as readonly Run[]

const machineOf = (run: Run): Machine | null => {
  const found = findAccelerator(machines, run.accelerator ?? '')
  return found._tag === 'Found' ? found.machine : null
}

/** Power was measured, not the board's rating multiplied: everything else is circular. */
const isMeasured = ({ energy_scope: scope }: Run): boolean =>
  scope !== null && /measured|logs|W\/chip/u.test(scope) && !/circular|not measured/u.test(scope)
const isWithoutHost = ({ energy_scope: scope }: Run): boolean => scope!.includes('GPU-only')

const measured = runs.filter((run) => run.energy_mwh !== null && run.gpu_hours !== null && isMeasured(run))

const wattsOf = (run: Run): number => (run.energy_mwh! * 1e6) / (run.gpu_hours! * (run.pue ?? 1))

const errorOf = (run: Run, watts: number): number =>
  energyMwh(run.gpu_hours!, watts, run.pue ?? 1) / run.energy_mwh! - 1

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
}

test('six runs have measured energy and hours', () => {
  expect(measured.map(({ id }) => id)).toEqual([
    'gpt3-175b',
    't5-11b',
    'meena-2.6b',
    'gshard-600b',
    'switch-1.5t',
    'olmo3-7b',
  ])
})

const predicted = measured.map((run) => {
  const machine = machineOf(run)!
  const watts = isWithoutHost(run) ? machine.partWatts!.value : machine.accelerator.systemWatts.value
  return Math.abs(errorOf(run, watts))
})

test('watts of the table give the measured energy within 5 % at the median and 20 % at most', () => {
  expect(medianOf(predicted)).toBeLessThan(0.05)
  expect(Math.max(...predicted)).toBeLessThan(0.2)
})

// Each run predicted from the others: of its machine if there are any, otherwise the board's power times the ratio
// of the two other measured servers (A100 1.30, H100 1.38).
const leftOut = measured.map((run) => {
  const machine = machineOf(run)!
  const others = measured.filter((other) => other.accelerator === run.accelerator && other.id !== run.id)
  const alone = isWithoutHost(run) ? 0.88 : Math.sqrt(1.3 * 1.38)
  const watts = others.length > 0 ? medianOf(others.map(wattsOf)) : machine.accelerator.boardWatts * alone
  return Math.abs(errorOf(run, watts))
})

test('with the run itself left out the median error stays below 8 %', () => {
  expect(medianOf(leftOut)).toBeLessThan(0.08)
})

test('the rated power of the boards does worse', () => {
  const rated = measured.map((run) => Math.abs(errorOf(run, machineOf(run)!.accelerator.boardWatts)))
  expect(medianOf(rated)).toBeGreaterThan(2 * medianOf(leftOut))
})

test('what was measured elsewhere lies within the range of the table', () => {
  const rangeOf = (id: string) =>
    machines.accelerators.find((accelerator) => accelerator.id === id)!.systemWatts
  // Patterson 2021, arXiv 2104.10350; PaLM and GLaM; 8.4 kW for eight H100, arXiv 2412.08602; BLOOM without network.
  for (const [id, watts] of [
    ['TPUv3', 245],
    ['TPUv3', 310],
    ['TPUv4', 326],
    ['TPUv4', 378.5],
    ['V100-SXM2-32GB', 330],
    ['H100-SXM', 8400 / 8],
    ['A100-SXM-80GB', 451],
  ] as const) {
    expect(rangeOf(id).low, id).toBeLessThanOrEqual(watts)
    expect(rangeOf(id).high, id).toBeGreaterThanOrEqual(watts)
  }
})
