import {
  makeStream,
  sampleLogNormal,
  sampleNormal,
  samplePert,
  sampleStandardNormal,
  sampleTriangular,
  sampleUniform,
  type Stream,
} from '../engine/random/index.ts'
import type { Company, Distribution, Parameters, Scenario } from '../scenarios/index.ts'

/** The inputs of one run: central values, with each uncertain one replaced by its draw. */
export interface RealisedInputs {
  readonly parameters: Parameters
  readonly company: Company | null
}

/** Ninetieth percentile of the standard normal distribution. */
const z90 = 1.2815515655446004

/**
 * Draws the uncertain inputs of a run, each from a stream named after its path: the same run draws the same value in
 * every scenario that leaves the distribution alone. Without uncertain inputs the scenario's own records are returned.
 */
export function realiseInputs(scenario: Scenario, seed: number, run: number): RealisedInputs {
  if (scenario.uncertain.length === 0) return scenario
  const inputs = copyInputs({ parameters: scenario.parameters, company: scenario.company })
  for (const { path, distribution, min, max } of scenario.uncertain) {
    const stream = makeStream(seed, run, 'inputs', path)
    const value = Math.max(min, Math.min(max, draw(stream, distribution)))
    assign(inputs as unknown as Tree, path, value)
  }
  return inputs
}

function draw(stream: Stream, distribution: Distribution): number {
  switch (distribution.family) {
    case 'pert':
      return samplePert(stream, distribution.low, distribution.mid, distribution.high)
    case 'triangular':
      return sampleTriangular(stream, distribution.low, distribution.mid, distribution.high)
    case 'split_normal': {
      const z = sampleStandardNormal(stream)
      const { p10, p50, p90 } = distribution
      return p50 + (z * (z < 0 ? p50 - p10 : p90 - p50)) / z90
    }
    case 'uniform':
      return sampleUniform(stream, distribution.low, distribution.high)
    case 'normal':
      return sampleNormal(stream, distribution.mean, distribution.sd)
    case 'lognormal':
      return sampleLogNormal(stream, Math.log(distribution.median), distribution.sigma)
  }
}

interface Tree {
  [key: string]: Tree | number | boolean | string | null
}

/** Names of the company's fields in records, where they differ from camel case of the file's spelling. */
const companyFields: Readonly<Record<string, string>> = {
  cash: 'cashUsd',
  arr: 'arrUsd',
  growth: 'growthPerMonth',
  burn: 'burnUsdPerMonth',
  grossMargin: 'grossMargin',
  amount: 'amountUsd',
  postMoney: 'postMoneyUsd',
}

/** Sets the field that a dotted path in file spelling names. Throws: RangeError if there is none. */
function assign(inputs: Tree, path: string, value: number): void {
  const parts = path.split('.').map(camelCase)
  const isCompany = parts[0] === 'company'
  let node = inputs
  for (const part of isCompany ? parts.slice(0, -1) : ['parameters', ...parts.slice(0, -1)]) {
    const child = node[part]
    if (typeof child !== 'object' || child === null)
      throw new RangeError(`realiseInputs: no input at ${path}`)
    node = child
  }
  const last = parts[parts.length - 1]
  const field = isCompany ? (companyFields[last] ?? last) : last
  if (!(field in node)) throw new RangeError(`realiseInputs: no input at ${path}`)
  node[field] = value
}

const camelCase = (snake: string): string =>
  snake.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A copy of a scenario's inputs; the cap table, which is read once and may hold Infinity, is not copied. */
export function copyInputs<T extends RealisedInputs>(inputs: T): T {
  const copy = plainCopy(inputs)
  if (copy.company === null || inputs.company === null) return copy
  return { ...copy, company: { ...copy.company, capTable: inputs.company.capTable } }
}

/**
 * A copy of plain data. V8 keeps objects that JSON made in its fast form, and looks fields of objects assembled key by
 * key up in a hash table: reading parameters from a copy made a run a third faster.
 */
function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
