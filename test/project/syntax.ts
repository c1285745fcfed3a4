import { parseSync } from 'oxc-parser'

/** A node of a syntax tree, with the fields that its type has. */
export interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'

/** Throws: SyntaxError with the file's name if the text is not TypeScript. */
export function parseSource(path: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0].message}`)
  return program as unknown as SyntaxNode
}

/** Calls `visit` with each node below `node` and with its parent, outermost first. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | null) => void,
  parent: SyntaxNode | null = null,
): void {
  visit(node, parent)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(child)) walk(child, visit, node)
}

/** The 1-based line of a character of the text. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
