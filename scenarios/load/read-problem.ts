import type { Problem } from '../units/problem.ts'
import type { ReadResult } from './environment.ts'

const missing = { missing: 'missingFile', unreadable: 'unreadableFile' } as const

/** Why a file could not be read, as a problem to be told. */
export const readProblem = (result: ReadResult & { readonly ok: false }): Problem =>
  result.reason === 'too large'
    ? { code: 'F003', words: {} }
    : { code: 'F004', words: { detail: result.detail ?? '' }, terms: { reason: missing[result.reason] } }
