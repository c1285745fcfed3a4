import type { Problem } from '../units/problem.ts'

/** A mistake that needs more than one field, at a path of the file. */
export interface Found {
  readonly path: readonly (string | number)[]
  readonly problem: Problem
  /** The mistake is about a field's name, not its value. */
  readonly part?: 'key'
}

/** A mistake at a field, with the words of its texts. */
export const found = (
  path: Found['path'],
  code: string,
  words: Problem['words'],
  more: Omit<Partial<Problem>, 'code' | 'words'> = {},
): Found => ({ path, problem: { code, words, ...more } })
