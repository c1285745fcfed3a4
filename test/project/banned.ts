import { listImports } from './imports.ts'
import { lineAt, parseSource, walk, type SyntaxNode } from './syntax.ts'

// Whatever differs between two machines, two days or two calls: chance, the clock, the machine, the language of
// the reader. Math.pow and ** differ in their last bits between versions of Node.
const bannedGlobals = new Set(['Date', 'process', 'console', 'Intl', 'performance', 'globalThis', 'crypto'])
const bannedOfMath = new Set(['random', 'pow'])
const bannedMethods = /^(?:toLocale\w*|localeCompare)$/

const nameOf = (node: unknown): string | undefined => {
  const { type, name, value } = (node ?? {}) as SyntaxNode
  if (type === 'Identifier') return name as string
  return type === 'Literal' && typeof value === 'string' ? value : undefined
}

/** True if an identifier is only a label: a property's name, which says nothing about the global of that name. */
function isLabel(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent === null || parent.computed === true) return false
  if (parent.type === 'MemberExpression') return parent.property === node
  return parent.key === node && parent.shorthand !== true
}

/** Names taken out of Math, whether by a dot, by brackets or by taking it apart. */
function namesFromMath(node: SyntaxNode): (string | undefined)[] {
  if (node.type === 'MemberExpression' && nameOf(node.object) === 'Math') return [nameOf(node.property)]
  if (node.type !== 'VariableDeclarator' || nameOf(node.init) !== 'Math') return []
  return ((node.id as SyntaxNode).properties as SyntaxNode[] | undefined)?.map(({ key }) => nameOf(key)) ?? []
}

function bannedIn(node: SyntaxNode, parent: SyntaxNode | null): string | undefined {
  if (node.operator === '**' || node.operator === '**=') return node.operator
  const fromMath = namesFromMath(node).find((name) => name !== undefined && bannedOfMath.has(name))
  if (fromMath !== undefined) return `Math.${fromMath}`
  const name = nameOf(node)
  if (node.type === 'Identifier' && bannedGlobals.has(name!) && !isLabel(node, parent)) return name
  const method = node.type === 'MemberExpression' ? nameOf(node.property) : undefined
  return method !== undefined && bannedMethods.test(method) ? method : undefined
}

/** Lists what a file of the engine, the agents or the reports may not use, as `path:line: name`. */
export function findBanned(path: string, text: string): string[] {
  const found: string[] = []
  walk(parseSource(path, text), (node, parent) => {
    const name = bannedIn(node, parent)
    if (name !== undefined) found.push(`${path}:${lineAt(text, node.start)}: ${name}`)
  })
  for (const { specifier, line } of listImports(path, text))
    if (specifier?.startsWith('node:')) found.push(`${path}:${line}: ${specifier}`)
  // A shorthand property is one name and two nodes.
  return [...new Set(found)]
}
