import type { Layout } from '../plan/layout.ts'

/**
 * Some parts of a layout with the nearest batch that its copies and micro-batches divide; the same parts if they do, or
 * if no batch is given.
 *
 * @example settleBatch({ data: 8, microBatch: 2, globalBatch: 100 }).globalBatch // => 96
 */
export function settleBatch(layout: Partial<Layout>): Partial<Layout> {
  const { globalBatch, data = 1, microBatch = 1 } = layout
  const unit = data * microBatch
  if (globalBatch === undefined || globalBatch % unit === 0) return layout
  return { ...layout, globalBatch: unit * Math.max(1, Math.round(globalBatch / unit)) }
}
