import type { CommandName } from './commands.ts'

/** What is wrong with a command line, as data; the text catalogues turn it into words. */
export type UsageProblem =
  | { readonly kind: 'unknown_command'; readonly given: string; readonly suggestion: string | null }
  | { readonly kind: 'scenario_without_command'; readonly given: string }
  | { readonly kind: 'unknown_flag'; readonly flag: string; readonly suggestion: string | null }
  | {
      readonly kind: 'flag_of_another_command'
      readonly flag: string
      readonly command: CommandName
      readonly commands: readonly CommandName[]
    }
  | { readonly kind: 'missing_value'; readonly flag: string; readonly placeholder: string }
  | { readonly kind: 'unexpected_value'; readonly flag: string; readonly value: string }
  | {
      readonly kind: 'not_a_number'
      readonly flag: string
      readonly value: string
      readonly min: number
      readonly max: number
    }
  | {
      readonly kind: 'not_a_choice'
      readonly flag: string
      readonly value: string
      readonly allowed: readonly string[]
      readonly suggestion: string | null
    }
  | { readonly kind: 'not_an_assignment'; readonly value: string }
  | { readonly kind: 'missing_operand'; readonly command: CommandName; readonly operand: string }
  | { readonly kind: 'too_many_operands'; readonly command: CommandName; readonly given: string }
  | { readonly kind: 'clashing_flags'; readonly flags: readonly string[] }
