import type { CostBreakdown } from './cost-report.ts'

/**
 * Shares of what is billed, from those of a run that nobody interrupts: interruptions stretch the bill and count as
 * failures. `stretch` is billed over undisturbed hours, at least 1.
 */
export const billedBreakdown = (breakdown: CostBreakdown, stretch: number): CostBreakdown => ({
  compute: breakdown.compute / stretch,
  memoryBound: breakdown.memoryBound / stretch,
  tensor: breakdown.tensor / stretch,
  pipeline: breakdown.pipeline / stretch,
  data: breakdown.data / stretch,
  expert: breakdown.expert / stretch,
  recompute: breakdown.recompute / stretch,
  checkpoint: breakdown.checkpoint / stretch,
  failures: breakdown.failures / stretch + (1 - 1 / stretch),
})
