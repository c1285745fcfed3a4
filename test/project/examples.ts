import { isThere, readText } from './source-files.ts'

/** One example of a doc comment. */
export interface Example {
  readonly path: string
  readonly line: number
  readonly expression: string
  /** What it should give; undefined if the comment does not say. */
  readonly expected: string | undefined
}

/** Finds the examples of a file: lines of a comment that begin with the tag, up to the end of the line. */
export function findExamples(path: string, text: string): Example[] {
  const found: Example[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const example = /^\s*\/?\*+\s*@example\s*(?<body>.*?)\s*(?:\*\/)?$/.exec(line)
    if (!example) continue
    const [expression, expected] = example.groups!.body.split(/\s*\/\/ =>\s*/)
    found.push({ path, line: index + 1, expression, expected: expected || undefined })
  }
  return found
}

/** The door of the room that a file is in: the nearest `index.ts` at or above it. */
export function doorOf(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1)
  for (let depth = folders.length; depth > 0; depth--) {
    const door = `${folders.slice(0, depth).join('/')}/index.ts`
    if (isThere(door)) return door
  }
  return undefined
}

/** Evaluates an expression with some names in scope. Throws whatever the expression throws. */
export function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(scope).filter((name) => name !== 'default')
  // oxlint-disable-next-line typescript/no-implied-eval -- the expressions are this project's own comments
  const run = new Function(...names, `'use strict'; return (${expression}\n)`) as (
    ...values: unknown[]
  ) => unknown
  return run(...names.map((name) => scope[name]))
}

/** Line of a file that holds an example, as the editor jumps to it. */
export const placeOf = ({ path, line }: Example): string => `${path}:${line}`

export const examplesIn = (paths: readonly string[]): Example[] =>
  paths.flatMap((path) => findExamples(path, readText(path)))
