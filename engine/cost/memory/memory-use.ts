/** Bytes on the fullest accelerator of a layout, by what they hold. */
export interface MemoryUse {
  parameters: number
  gradients: number
  optimizer: number
  activations: number
  /** Communication and workspace buffers, the framework's own, and what fragmentation wastes. */
  buffers: number
  total: number
}

/** An empty record for `estimateMemory` to fill. */
export const makeMemoryUse = (): MemoryUse => ({
  parameters: 0,
  gradients: 0,
  optimizer: 0,
  activations: 0,
  buffers: 0,
  total: 0,
})
