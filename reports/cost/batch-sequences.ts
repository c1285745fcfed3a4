import type { LayoutWish } from '../../scenarios/index.ts'

/** How far a batch may be moved to a power of two, which many numbers of copies divide: 4M is 4,194,304 then. */
const nearPower = 1.06

const powerBelow = (value: number): number => {
  let power = 1
  while (2 * power <= value) power *= 2
  return power
}

/**
 * Sequences of a step for a number of tokens: exactly as many where sequences fill them, else near to it, so that
 * copies and micro-batches divide it.
 *
 * @example sequencesOf(4e6, 4096, {}) // => 1024
 */
export const sequencesOf = (batchTokens: number, sequenceLength: number, layout: LayoutWish): number => {
  const wished = batchTokens / sequenceLength
  const { data = 1, microBatch = 1 } = layout
  const unit = data * microBatch
  if (Number.isInteger(wished)) return wished
  if (unit > 1) return unit * Math.max(1, Math.round(wished / unit))
  const below = powerBelow(wished)
  for (const power of [below, 2 * below])
    if (Math.max(power / wished, wished / power) < nearPower) return power
  const step = Math.max(1, below / 16)
  return step * Math.max(1, Math.round(wished / step))
}
