import type { CommandName } from '../arguments/commands.ts'
import type { UsageProblem } from '../arguments/usage-problem.ts'
import { harmless } from './harmless.ts'
import type { Messages } from './messages.ts'

const harmlessProblem = <Problem extends UsageProblem>(problem: Problem): Problem =>
  Object.fromEntries(
    Object.entries(problem).map(([key, value]) => [key, typeof value === 'string' ? harmless(value) : value]),
  ) as unknown as Problem

const sentence = (problem: UsageProblem, words: Messages['usage']): string =>
  // Each entry takes the problem of its own name: the type system cannot follow that through an index.
  (words[problem.kind] as (p: UsageProblem) => string)(problem)

const advice = (problem: UsageProblem, command: CommandName | null, words: Messages['usage']): string => {
  if (problem.kind === 'scenario_without_command') return words.toSimulate(problem.given)
  const suggestion = 'suggestion' in problem ? problem.suggestion : null
  if (suggestion !== null) return words.didYouMean(suggestion)
  return words.seeHelp(command)
}

/** A mistake in the command line in words: what is wrong, and what to try. */
export const describeUsageProblem = (
  problem: UsageProblem,
  command: CommandName | null,
  words: Messages['usage'],
): { readonly message: string; readonly help: string } => {
  const safe = harmlessProblem(problem)
  return { message: sentence(safe, words), help: advice(safe, command, words) }
}
