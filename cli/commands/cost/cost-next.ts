import type { CostReport } from '../../../reports/index.ts'
import type { CommandContext } from '../../context.ts'
import { withoutOutput } from '../without-output.ts'

/** What to try after a report: other terms, a fuller bill, or a look at what there is. */
export const nextCommands = (
  { offers, cheapest, run }: CostReport,
  { commandLine, flags }: CommandContext,
): readonly string[] => {
  const again = withoutOutput(commandLine)
  if (cheapest === null || run.tokens === null) return ['froth list gpus']
  const { gpu, price } = offers[cheapest]
  const isOnOneMachine = offers.length === 1 || flags.cost.has('gpu')
  const one = isOnOneMachine ? again : `${again} --gpu ${gpu}`
  if (!price.isGiven && !flags.cost.has('commitment')) return [`${one} --commitment reserved-1y`]
  return flags.cost.has('lines') ? ['froth list gpus'] : [`${again} --lines all`]
}
