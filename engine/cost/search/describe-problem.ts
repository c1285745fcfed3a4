import type { LayoutProblem } from './layout-problem.ts'

/**
 * Says in one phrase what is wrong with a layout, for a message of an error.
 *
 * @example describeProblem({ kind: 'doesNotDivide', severity: 'error', whole: 'heads', value: 32, parts: ['tensor'], divisor: 3 }) // => 'tensor 3 does not divide 32 heads'
 */
export function describeProblem(problem: LayoutProblem): string {
  switch (problem.kind) {
    case 'notWhole':
      return `${problem.part} must be a whole number above 0, got ${problem.value}`
    case 'doesNotDivide':
      return `${problem.parts.join(' x ')} ${problem.divisor} does not divide ${problem.value} ${problem.whole}`
    case 'wrongCount':
      return `tensor x pipeline x data x context is ${problem.product}, not ${problem.acceleratorCount}`
    case 'emptyStages':
      return `pipeline x interleave ${problem.stages} is more than ${problem.layers} layers`
    case 'unevenStages':
      return `${problem.layers} layers on ${problem.stages} parts are uneven: ${(100 * problem.lostShare).toFixed(1)} % lost`
    case 'beyondScaleUp':
      return `tensor ${problem.tensor} reaches beyond the fast fabric of ${problem.scaleUpDomain}`
    case 'fewMicroBatches':
      return `${problem.microBatches} micro-batches never fill a pipeline of ${problem.pipeline}`
  }
}
