import type { Transformer } from '../plan/transformer.ts'

/** Least that each accelerator keeps of a shared sequence. */
const shortestPart = 2048

/** Parts of a stage beyond which interleaving is no longer tried: Nemotron-4 340B has 8. */
const mostParts = 12

/** All divisors of a whole number, in order. */
export function divisorsOf(whole: number): number[] {
  const small: number[] = []
  const large: number[] = []
  for (let i = 1; i * i <= whole; i++) {
    if (whole % i !== 0) continue
    small.push(i)
    if (i * i < whole) large.push(whole / i)
  }
  return [...small, ...large.toReversed()]
}

/** Tensor degrees that share the heads evenly and stay inside the fast fabric. */
export const tensorDegrees = (
  { heads, keyValueHeads }: Transformer,
  scaleUpDomain: number,
  acceleratorCount: number,
): number[] =>
  divisorsOf(heads).filter(
    (t) =>
      t <= scaleUpDomain &&
      acceleratorCount % t === 0 &&
      (keyValueHeads % t === 0 || t % keyValueHeads === 0),
  )

/** Context degrees, powers of two, that leave each accelerator a piece worth having. */
export function contextDegrees({ sequenceLength }: Transformer): number[] {
  const degrees = [1]
  for (let c = 2; sequenceLength % (2 * c) === 0 && sequenceLength / c >= shortestPart; c *= 2)
    degrees.push(c)
  return degrees
}

/** Share of the computation that is lost because the fullest of the parts sets the pace. */
const lossOf = (layers: number, parts: number): number => 1 - layers / (Math.ceil(layers / parts) * parts)

/** Pipeline depths that the accelerators allow and that lose no more than a share to uneven stages. */
export const pipelineDepths = (
  { layers }: Transformer,
  acceleratorCount: number,
  largestLoss: number,
): number[] => divisorsOf(acceleratorCount).filter((p) => p <= layers && lossOf(layers, p) <= largestLoss)

/** Parts a stage for the interleaved schedule, which share the layers of the fullest stage evenly. */
export const interleavings = ({ layers }: Transformer, pipeline: number, largestLoss: number): number[] =>
  pipeline === 1
    ? [1]
    : divisorsOf(Math.ceil(layers / pipeline)).filter(
        (v) => v <= mostParts && pipeline * v <= layers && lossOf(layers, pipeline * v) <= largestLoss,
      )

/** Expert degrees: they share the experts evenly and lie inside the data-parallel group. */
export const expertDegrees = ({ experts }: Transformer, data: number): number[] =>
  divisorsOf(experts).filter((e) => data % e === 0)
