import type { Accelerator } from '../plan/accelerator.ts'
import type { Layout } from '../plan/layout.ts'
import type { Transformer } from '../plan/transformer.ts'
import type { LayoutProblem, Whole } from './layout-problem.ts'

const wholeParts = [
  'tensor',
  'pipeline',
  'data',
  'expert',
  'context',
  'interleave',
  'microBatch',
  'globalBatch',
] as const

const splits = ['tensor', 'pipeline', 'data', 'context'] as const

type Severity = LayoutProblem['severity']

/**
 * Finds what is wrong (errors) and unwise (warnings) about a layout, or about the parts of one that are given: those
 * left out are not looked at. An uneven pipeline is a warning, since published runs have them: Llama 3 has 126 layers
 * on 16 stages.
 *
 * Shape: a new list, in a fixed order; empty if all is well.
 * @example checkLayout({ layers: 32, hidden: 4096, heads: 32, keyValueHeads: 8, headSize: 128, feedForward: 14336, gated: true, vocabulary: 128256, tiedEmbeddings: false, sequenceLength: 8192, experts: 1, activeExperts: 1, sharedExperts: 0, expertWidth: 0, denseLayers: 32 }, { tensor: 3 }, { scaleUpDomain: 8 })[0] // => { severity: 'error', kind: 'doesNotDivide', whole: 'heads', value: 32, parts: ['tensor'], divisor: 3 }
 */
export function checkLayout(
  transformer: Transformer,
  layout: Partial<Layout>,
  accelerator: Pick<Accelerator, 'scaleUpDomain'>,
  acceleratorCount?: number,
): LayoutProblem[] {
  const bad = wholeParts.flatMap((part): LayoutProblem[] => {
    const value = layout[part]
    return value === undefined || (Number.isSafeInteger(value) && value >= 1)
      ? []
      : [{ severity: 'error', kind: 'notWhole', part, value }]
  })
  if (bad.length > 0) return bad
  return [
    ...checkTensor(transformer, layout, accelerator),
    ...checkStages(transformer, layout),
    ...divides('sequence length', transformer.sequenceLength, layout, ['context']),
    ...divides('experts', transformer.experts, layout, ['expert']),
    ...(layout.data === undefined ? [] : divides('data', layout.data, layout, ['expert'])),
    ...checkBatch(layout),
    ...checkCount(layout, acceleratorCount),
  ]
}

/** A problem if all the parts are given and their product does not divide the whole. */
function divides(
  whole: Whole,
  value: number,
  layout: Partial<Layout>,
  parts: readonly (keyof Layout)[],
  severity: Severity = 'error',
): LayoutProblem[] {
  let divisor = 1
  for (const part of parts) {
    const factor = layout[part]
    if (factor === undefined) return []
    divisor *= Number(factor)
  }
  return value % divisor === 0 ? [] : [{ severity, kind: 'doesNotDivide', whole, value, parts, divisor }]
}

function checkTensor(
  { heads, keyValueHeads }: Transformer,
  layout: Partial<Layout>,
  { scaleUpDomain }: Pick<Accelerator, 'scaleUpDomain'>,
): LayoutProblem[] {
  const { tensor } = layout
  if (tensor === undefined) return []
  // With more accelerators than heads of keys and values, each such head is copied.
  const isCopied = tensor % keyValueHeads === 0
  return [
    ...divides('heads', heads, layout, ['tensor']),
    ...(isCopied ? [] : divides('key-value heads', keyValueHeads, layout, ['tensor'])),
    ...(tensor > scaleUpDomain
      ? [{ severity: 'warning', kind: 'beyondScaleUp', tensor, scaleUpDomain } as const]
      : []),
  ]
}

function checkStages(
  { layers }: Transformer,
  { pipeline, interleave = 1 }: Partial<Layout>,
): LayoutProblem[] {
  if (pipeline === undefined) return []
  const stages = pipeline * interleave
  if (stages > layers) return [{ severity: 'error', kind: 'emptyStages', layers, stages }]
  const lostShare = 1 - layers / (Math.ceil(layers / stages) * stages)
  return lostShare > 0 ? [{ severity: 'warning', kind: 'unevenStages', layers, stages, lostShare }] : []
}

function checkBatch(layout: Partial<Layout>): LayoutProblem[] {
  const { globalBatch, data, microBatch, pipeline = 1, interleave = 1 } = layout
  if (globalBatch === undefined) return []
  if (data === undefined) return divides('global batch', globalBatch, layout, ['microBatch'])
  if (microBatch === undefined) return divides('global batch', globalBatch, layout, ['data'])
  const problems = divides('global batch', globalBatch, layout, ['data', 'microBatch'])
  if (problems.length > 0) return problems
  const microBatches = globalBatch / (data * microBatch)
  if (microBatches < pipeline)
    return [{ severity: 'warning', kind: 'fewMicroBatches', microBatches, pipeline }]
  // The interleaved schedule works through the micro-batches in groups of the pipeline's length.
  return interleave > 1 ? divides('micro-batches', microBatches, layout, ['pipeline'], 'warning') : []
}

function checkCount(layout: Partial<Layout>, acceleratorCount: number | undefined): LayoutProblem[] {
  if (acceleratorCount === undefined) return []
  const given = splits.filter((part) => layout[part] !== undefined)
  if (given.length < splits.length) return divides('accelerators', acceleratorCount, layout, given)
  const product = splits.reduce((all, part) => all * layout[part]!, 1)
  return product === acceleratorCount
    ? []
    : [{ severity: 'error', kind: 'wrongCount', product, acceleratorCount }]
}
