import type { CostReport } from '../../../reports/index.ts'
import type { CommandContext } from '../../context.ts'

/** Flags that say how to print, without and with a value after them. */
const ofOutput =
  /^(?:--json|--csv|--plain|--force|-q|--quiet|--ascii|--no-color|--no-input|--(?:format|out|lang)=.*)$/
const ofOutputWithValue = /^(?:--format|--out|-o|--lang)$/

const withoutOutput = (commandLine: string): string => {
  const words = commandLine.split(' ')
  return words
    .filter((word, index) => {
      const isValue = ofOutputWithValue.test(words[index - 1] ?? '')
      return !ofOutput.test(word) && !ofOutputWithValue.test(word) && !isValue
    })
    .join(' ')
}

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
