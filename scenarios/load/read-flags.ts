import type { Source, Span } from '../diagnostics/source.ts'
import { parseText, type Finding } from '../text/parse-text.ts'
import { makeMap, type MapNode, type Node } from '../text/tree.ts'
import type { LoadRequest } from './environment.ts'
import { mergeTrees } from './merge-trees.ts'
import type { Shape } from './shape.ts'

/** Values given on the command line, as a tree to lay over the file. */
export interface FlagValues {
  readonly tree: MapNode | null
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
}

interface Flag {
  readonly source: Source
  /** Offset of PATH in the flag's text, of `=`, and of VALUE. */
  readonly pathStart: number
  readonly pathEnd: number
  readonly valueStart: number
}

const moveNode = (node: Node, source: Source, shift: number): Node => {
  const move = (span: Span): Span => ({ source, start: span.start + shift, end: span.end + shift })
  if (node.kind === 'scalar') return { ...node, span: move(node.span) }
  if (node.kind === 'list')
    return { ...node, items: node.items.map((item) => moveNode(item, source, shift)), span: move(node.span) }
  const entries = [...node.entries].map(
    ([name, entry]) => [name, { key: move(entry.key), node: moveNode(entry.node, source, shift) }] as const,
  )
  return makeMap(entries, move(node.span))
}

/** A value as typed: YAML when it opens a group, a list or a quote, otherwise the text itself. */
const readValue = (flag: Flag): { readonly node: Node; readonly findings: readonly Finding[] } => {
  const { source, valueStart } = flag
  const text = source.text.slice(valueStart)
  const span: Span = { source, start: valueStart, end: source.text.length }
  const isEmpty = /^(?:~|null)?$/u.test(text.trim())
  const plain: Node = { kind: 'scalar', text: text.trim(), isQuoted: false, isEmpty, span }
  if (!/^\s*[[{"']/u.test(text)) return { node: plain, findings: [] }
  const prefix = 'v: '
  const parsed = parseText({ ...source, text: prefix + text })
  const shift = valueStart - prefix.length
  const findings = parsed.findings.map(({ problem, place }) => ({
    problem,
    place: {
      ...place,
      span: place.span && {
        source,
        start: Math.max(valueStart, place.span.start + shift),
        end: Math.min(source.text.length, place.span.end + shift),
      },
    },
  }))
  const node = parsed.tree?.entries.get('v')?.node
  return { node: node === undefined ? plain : moveNode(node, source, shift), findings }
}

const wrap = (flag: Flag, node: Node): MapNode => {
  const { source, pathStart, pathEnd } = flag
  const parts: { readonly name: string; readonly key: Span }[] = []
  let start = pathStart
  for (const name of source.text.slice(pathStart, pathEnd).split('.')) {
    parts.push({ name: name.trim(), key: { source, start, end: start + name.length } })
    start += name.length + 1
  }
  const whole: Span = { source, start: pathStart, end: source.text.length }
  const built = parts.reduceRight<Node>(
    (inner, { name, key }) => makeMap([[name, { key, node: inner }]], whole),
    node,
  )
  return built as MapNode
}

const flagProblem = (source: Source, term: string, start: number): Finding => ({
  problem: { code: 'F110', words: {}, terms: { missing: term } },
  place: { path: '', file: source.name, span: { source, start, end: source.text.length } },
})

const readSet = (
  set: string,
): { readonly flag: Flag | null; readonly source: Source; readonly finding: Finding | null } => {
  const text = `--set ${set}`
  const source: Source = { name: text, kind: 'set', text }
  const pathStart = '--set '.length
  const equals = text.indexOf('=', pathStart)
  const fail = (term: string, start: number): ReturnType<typeof readSet> => ({
    flag: null,
    source,
    finding: flagProblem(source, term, start),
  })
  if (equals < 0) return fail('noEquals', pathStart)
  if (text.slice(pathStart, equals).trim() === '') return fail('noPath', pathStart)
  if (text.slice(equals + 1).trim() === '') return fail('noValue', equals)
  return { flag: { source, pathStart, pathEnd: equals, valueStart: equals + 1 }, source, finding: null }
}

const readNamed = (name: string, value: string): Flag => {
  const text = `--${name} ${value}`
  const source: Source = { name: text, kind: 'set', text }
  return { source, pathStart: 2, pathEnd: 2 + name.length, valueStart: 3 + name.length }
}

/** Reads `--set`, `--seed` and `--runs` into a tree; later ones win. Mistakes point into the flag's own text. */
export const readFlags = (request: LoadRequest, shape: Shape): FlagValues => {
  const findings: Finding[] = []
  const flags: Flag[] = []
  const sources: Source[] = []
  for (const set of request.sets ?? []) {
    const read = readSet(set)
    sources.push(read.source)
    if (read.finding !== null) findings.push(read.finding)
    if (read.flag !== null) flags.push(read.flag)
  }
  for (const name of ['seed', 'runs'] as const) {
    const value = request[name]
    if (value === undefined) continue
    const flag = readNamed(name, value)
    flags.push(flag)
    sources.push(flag.source)
  }
  let tree: MapNode | null = null
  for (const flag of flags) {
    const value = readValue(flag)
    findings.push(...value.findings)
    const over = wrap(flag, value.node)
    tree = tree === null ? over : mergeTrees(tree, over, shape)
  }
  return { tree, sources, findings }
}
