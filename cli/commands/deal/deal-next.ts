import type { DealReport } from '../../../reports/index.ts'
import type { CommandContext } from '../../context.ts'
import { withoutOutput } from '../without-output.ts'

/** What to try after a report: prices of one's own, a listing, or a memo. */
export const nextCommands = ({ deal }: DealReport, { commandLine }: CommandContext): readonly string[] => {
  const again = withoutOutput(commandLine)
  if (deal.exitPricesUsd.length === 0) return [`${again} --exit 20M,60M,1B`]
  if (deal.exit.kind === 'sale') return [`${again} --listing`]
  return [`${again} --format md -o memo.md`]
}
