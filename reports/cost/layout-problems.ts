import {
  checkLayout,
  type Accelerator,
  type Layout,
  type LayoutProblem,
  type Transformer,
} from '../../engine/cost/index.ts'
import type { PlanProblem } from '../../scenarios/index.ts'
import type { CostWarning } from './cost-report.ts'

/** Parts of a layout as a cost file spells them. */
export const spelling: Readonly<Record<keyof Layout, string>> = {
  tensor: 'tensor',
  pipeline: 'pipeline',
  data: 'data',
  expert: 'expert',
  context: 'context',
  zero: 'zero',
  interleave: 'interleave',
  recompute: 'recompute',
  sequenceParallel: 'sequence_parallel',
  microBatch: 'micro_batch',
  globalBatch: 'batch',
}

const wholes = {
  heads: 'heads',
  'key-value heads': 'keyValueHeads',
  'sequence length': 'sequenceLength',
  experts: 'experts',
  'global batch': 'globalBatch',
  data: 'dataDegree',
  accelerators: 'accelerators',
  'micro-batches': 'microBatches',
} as const

type Kind<Name extends LayoutProblem['kind']> = Extract<LayoutProblem, { kind: Name }>

/** The largest divisor below and the smallest above what does not divide. */
const divisorsNear = (value: number, divisor: number): readonly number[] => {
  const near: number[] = []
  for (let below = Math.min(divisor, value); below >= 1; below -= 1)
    if (value % below === 0) {
      near.push(below)
      break
    }
  for (let above = divisor + 1; above <= Math.min(value, 1e6); above += 1)
    if (value % above === 0) {
      near.push(above)
      break
    }
  return near
}

const doesNotDivide = ({ whole, value, parts, divisor }: Kind<'doesNotDivide'>): PlanProblem => {
  const near = divisorsNear(value, divisor)
  const words = {
    parts: parts.map((part) => spelling[part]).join(' x '),
    divisor: String(divisor),
    value: String(value),
    near: near.join(', '),
  }
  const part = parts.at(-1) ?? 'tensor'
  return {
    path: ['layout', spelling[part]],
    problem: { code: 'F223', words, terms: { whole: wholes[whole] } },
  }
}

const toPlanProblem = (problem: LayoutProblem): PlanProblem => {
  switch (problem.kind) {
    case 'doesNotDivide':
      return doesNotDivide(problem)
    case 'wrongCount': {
      const words = { product: String(problem.product), count: String(problem.acceleratorCount) }
      return { path: ['layout', 'data'], problem: { code: 'F224', words } }
    }
    case 'emptyStages': {
      const words = { stages: String(problem.stages), layers: String(problem.layers) }
      return { path: ['layout', 'pipeline'], problem: { code: 'F225', words } }
    }
    default:
      throw new RangeError(
        `toPlanProblem: a layout's parts must be whole numbers, got ${JSON.stringify(problem)}`,
      )
  }
}

const toWarning = (problem: LayoutProblem): CostWarning | null => {
  switch (problem.kind) {
    case 'unevenStages': {
      const { layers, stages, lostShare } = problem
      const values = { layers: String(layers), stages: String(stages), lost: (100 * lostShare).toFixed(1) }
      return { name: 'unevenStages', values }
    }
    case 'beyondScaleUp':
      return {
        name: 'beyondScaleUp',
        values: { tensor: String(problem.tensor), domain: String(problem.scaleUpDomain) },
      }
    case 'fewMicroBatches':
      return {
        name: 'fewMicroBatches',
        values: { microBatches: String(problem.microBatches), pipeline: String(problem.pipeline) },
      }
    case 'doesNotDivide':
      return {
        name: 'unevenMicroBatches',
        values: { microBatches: String(problem.value), pipeline: String(problem.divisor) },
      }
    default:
      return null
  }
}

/** Heads of keys and values that do not divide are no news where the heads do not either. */
const withoutEcho = (problems: readonly LayoutProblem[]): readonly LayoutProblem[] => {
  const isOf = (whole: string) => (problem: LayoutProblem) =>
    problem.kind === 'doesNotDivide' && problem.whole === whole
  return problems.some(isOf('heads'))
    ? problems.filter((problem) => !isOf('key-value heads')(problem))
    : problems
}

/** What is wrong with the parts of a layout that are fixed, and what is unwise about them. */
export interface LayoutFindings {
  readonly problems: readonly PlanProblem[]
  readonly warnings: readonly CostWarning[]
}

/** Checks the fixed parts of a layout, before anything is searched. */
export const checkFixedParts = (
  transformer: Transformer,
  layout: Partial<Layout>,
  accelerator: Accelerator,
  count: number | null,
): LayoutFindings => {
  const found = checkLayout(transformer, layout, accelerator, count ?? undefined)
  return {
    problems: withoutEcho(found.filter(({ severity }) => severity === 'error')).map(toPlanProblem),
    warnings: found
      .filter(({ severity }) => severity === 'warning')
      .map(toWarning)
      .filter((warning) => warning !== null),
  }
}
