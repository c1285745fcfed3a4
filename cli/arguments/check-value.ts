import type { FlagValue } from './flags.ts'
import { suggest } from './suggest.ts'
import type { UsageProblem } from './usage-problem.ts'

export type CheckedValue =
  | { readonly ok: true; readonly values: readonly (string | number | true)[] }
  | { readonly ok: false; readonly problem: UsageProblem }

const refuse = (problem: UsageProblem): CheckedValue => ({ ok: false, problem })

const checkNumber = (
  flag: string,
  text: string,
  value: Extract<FlagValue, { kind: 'number' }>,
): CheckedValue => {
  const { min, max } = value
  const number = /^\d[\d,_]*$/.test(text) ? Number(text.replaceAll(/[,_]/g, '')) : Number.NaN
  return number >= min && number <= max
    ? { ok: true, values: [number] }
    : refuse({ kind: 'not_a_number', flag, value: text, min, max })
}

const checkChoice = (
  flag: string,
  text: string,
  value: Extract<FlagValue, { kind: 'choice' }>,
): CheckedValue => {
  const { allowed } = value
  const words = value.many ? text.split(',').map((word) => word.trim()) : [text]
  const wrong = words.find((word) => !allowed.includes(word))
  return wrong === undefined
    ? { ok: true, values: words }
    : refuse({ kind: 'not_a_choice', flag, value: wrong, allowed, suggestion: suggest(wrong, allowed) })
}

const checkText = (flag: string, text: string, value: Extract<FlagValue, { kind: 'text' }>): CheckedValue => {
  if (text === '') return refuse({ kind: 'missing_value', flag, placeholder: value.placeholder })
  const isAssignment = value.placeholder === 'PATH=VALUE'
  if (isAssignment && !/^[^=]+=/.test(text)) return refuse({ kind: 'not_an_assignment', value: text })
  return { ok: true, values: [text] }
}

/** A value that starts with a dash is another flag, unless it is `-` (standard input) or a negative number. */
const looksLikeFlag = (text: string): boolean => /^-[^\d.]/.test(text)

/** Reads the value of one flag, or says what is wrong with it. */
export const checkValue = (
  flag: string,
  definition: FlagValue,
  text: string | undefined,
  isInline: boolean,
): CheckedValue => {
  if (definition.kind === 'none') {
    return text === undefined
      ? { ok: true, values: [true] }
      : refuse({ kind: 'unexpected_value', flag, value: text })
  }
  if (text === undefined || (!isInline && looksLikeFlag(text))) {
    const placeholder = definition.kind === 'choice' ? definition.allowed.join('|') : definition.placeholder
    return refuse({ kind: 'missing_value', flag, placeholder })
  }
  if (definition.kind === 'number') return checkNumber(flag, text, definition)
  if (definition.kind === 'choice') return checkChoice(flag, text, definition)
  return checkText(flag, text, definition)
}
