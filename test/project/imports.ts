import { lineAt, parseSource, walk, type SyntaxNode } from './syntax.ts'

/** One import, re-export, dynamic import or `require` of a file. */
export interface Import {
  /** What is imported, as written; null if it is not a plain string and so cannot be checked. */
  readonly specifier: string | null
  /** True if nothing of it is left once types are stripped. */
  readonly isTypeOnly: boolean
  readonly line: number
}

const isTypeSpecifier = (specifier: unknown) =>
  (specifier as SyntaxNode).importKind === 'type' || (specifier as SyntaxNode).exportKind === 'type'

function isTypeOnly(node: SyntaxNode): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const specifiers = node.specifiers
  return Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every(isTypeSpecifier)
}

/** The node that names the imported module, if this node imports one. */
function sourceOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return (node.source as SyntaxNode | null) ?? undefined
    case 'TSExternalModuleReference':
      return node.expression as SyntaxNode
    case 'CallExpression':
      return (node.callee as SyntaxNode).name === 'require' ? (node.arguments as SyntaxNode[])[0] : undefined
    default:
      return undefined
  }
}

/** Lists what a TypeScript file imports. Throws: SyntaxError if it cannot be parsed. */
export function listImports(path: string, text: string): Import[] {
  const imports: Import[] = []
  walk(parseSource(path, text), (node) => {
    const source = sourceOf(node)
    if (source === undefined) return
    const specifier = typeof source.value === 'string' ? source.value : null
    imports.push({ specifier, isTypeOnly: isTypeOnly(node), line: lineAt(text, node.start) })
  })
  return imports
}
