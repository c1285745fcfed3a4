import { Calendar } from '../../engine/kernel/index.ts'
import { replicate } from '../../engine/study/index.ts'
import { makeModel, type RunRecord } from '../../agents/index.ts'
import { catalogue } from '../../scenarios/fields/catalogue.ts'
import type { Parameters } from '../../scenarios/fields/catalogue.ts'
import type { Scenario } from '../../scenarios/scenario.ts'

type Overrides = { readonly [S in keyof Parameters]?: Partial<Parameters[S]> }

/** The catalogue's defaults as a scenario, with some values changed. */
export function defaultScenario(overrides: Overrides = {}, rest: Partial<Scenario> = {}): Scenario {
  const sections = Object.entries(catalogue).map(([name, section]) => {
    const values = Object.fromEntries(Object.entries(section).map(([key, field]) => [key, field.value]))
    return [name, { ...values, ...overrides[name as keyof Parameters] }]
  })
  return {
    name: 'test',
    seed: 1,
    runs: 1,
    horizonMonths: 120,
    parameters: Object.fromEntries(sections) as Parameters,
    company: null,
    shocks: [],
    expect: [],
    uncertain: [],
    ...rest,
  }
}

/** Runs 1 to `count` of a scenario. Throws: Error if a run fails. */
export function simulate(scenario: Scenario, count: number, panel = false): RunRecord[] {
  const model = makeModel(scenario, { panel })
  const calendar = new Calendar()
  return Array.from({ length: count }, (_, index) => {
    const replication = replicate(model, scenario.seed, index + 1, calendar)
    if (replication.status === 'failed') throw new Error(replication.message)
    return replication.record
  })
}

/** Mean and standard error of paired differences b - a. */
export function pairedDifference(
  a: readonly number[],
  b: readonly number[],
): { mean: number; error: number } {
  const differences = a.map((value, index) => b[index] - value)
  const mean = differences.reduce((sum, d) => sum + d, 0) / differences.length
  const variance = differences.reduce((sum, d) => sum + (d - mean) * (d - mean), 0) / (differences.length - 1)
  return { mean, error: Math.sqrt(variance / differences.length) }
}

/** Mean of the numbers that are defined. */
export function meanOf(values: Iterable<number>): number {
  let sum = 0
  let count = 0
  for (const value of values)
    if (value === value) {
      sum += value
      count++
    }
  return sum / count
}
